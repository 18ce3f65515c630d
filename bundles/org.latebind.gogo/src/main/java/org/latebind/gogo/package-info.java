/** Latebind's commands in the Gogo shell: the same names and options as on the command line. */
package org.latebind.gogo;
