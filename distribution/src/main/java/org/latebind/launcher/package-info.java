/**
 * Starts Felix for one command, or for the appliance.
 *
 * <p>Everything else is bundles. A command's process writes nothing but the command's outputs and a
 * private temporary folder, which is gone at its end: the installation may be read-only and shared,
 * and no home folder is needed.
 */
package org.latebind.launcher;
