/**
 * All headers of one kernel: put into units of headers that get along, recorded as event logs, and their types compared
 * with the kernel's BTF.
 */
package org.latebind.bind.universe;
