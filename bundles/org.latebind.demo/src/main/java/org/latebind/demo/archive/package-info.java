/**
 * Packages from a Debian archive, fetched without root and without a package manager.
 *
 * <pre>
 *   apt's configuration --> InRelease (signature by gpgv) --> Packages.xz --> package files
 *                             each file's SHA256 stands in the one before it
 * </pre>
 */
package org.latebind.demo.archive;
