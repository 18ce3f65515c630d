/** The pass that says what is built of a deferred module for one kernel. */
package org.latebind.build;
