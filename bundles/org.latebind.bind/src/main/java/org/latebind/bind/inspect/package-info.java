/** What {@code show}, {@code diff} and {@code dump} print of header data, headers and modules' units. */
package org.latebind.bind.inspect;
