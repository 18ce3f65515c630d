/** How an architecture's kernels are booted in an emulator; each architecture's bundle registers one. */
@Export
@Version("1.0.0")
package org.latebind.machine.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
