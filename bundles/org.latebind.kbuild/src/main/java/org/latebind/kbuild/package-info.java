/**
 * kbuild, evaluated: what a kernel's makefiles and a module's own say about modules, objects and compiler flags,
 * without running anything (Documentation/kbuild/makefiles.rst, scripts/Makefile.build).
 */
@Export
@Version("1.0.0")
package org.latebind.kbuild;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
