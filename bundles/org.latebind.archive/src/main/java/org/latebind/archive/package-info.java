/**
 * Packages from a Debian archive, fetched without root and without a package manager, and read without being installed.
 *
 * <pre>
 *   apt's configuration --> InRelease (signature by gpgv) --> Packages.xz --> package files
 *                             each file's SHA256 is in the one before it
 *   package file --DebFile--> its files, to a DebVisitor, within DebBounds
 * </pre>
 *
 * <p>What commands share that fetch packages is here, too: where from and where to ({@link
 * org.latebind.archive.ArchiveOptions}), and how far it is ({@link org.latebind.archive.ProgressLine}).
 */
@Export
@Version("1.0.0")
package org.latebind.archive;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
