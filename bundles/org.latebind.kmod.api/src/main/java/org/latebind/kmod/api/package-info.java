/**
 * Packaging: the objects of one module become a {@code .ko} that one kernel loads.
 *
 * <p>What {@code ld -r} with the kernel's {@code module.lds}, {@code modpost} and {@code objtool} do
 * for kbuild, done from object files and the target's header data alone.
 *
 * <p>A caller hands a {@link org.latebind.kmod.api.PackagingRequest} to the {@link
 * org.latebind.kmod.api.ModulePackager} service. What depends on the machine (relocation numbers,
 * site tables, unwind tables) is asked of the {@link org.latebind.kmod.api.ModuleArch} service that
 * the architecture's bundle registers.
 */
@Export
@Version("1.1.0")
package org.latebind.kmod.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
