/**
 * Kernel header data: reading a kernel's header packages, storing them as a {@code .khd}, and
 * answering what a link asks of them.
 *
 * <pre>
 * folders, .deb files --HeaderReader--> FileTree --HeaderInterpreter--> KernelHeaders
 *                     --HeaderStore.write--> .khd --HeaderStore.open--> HeaderData
 * </pre>
 *
 * <p>A {@link org.latebind.headers.api.FileTree} is plain files. The {@link
 * org.latebind.headers.api.HeaderInterpreter} knows what a kernel build tree is and makes {@link
 * org.latebind.headers.api.KernelHeaders} of it: header texts and facts. What depends on the
 * architecture is asked of the {@link org.latebind.target.api.TargetDescription} that serves the
 * kernel's folder under {@code arch/}. A link sees only {@link org.latebind.headers.api.HeaderData}.
 *
 * <p>Paths of headers are relative to the kernel's source tree, with {@code /}: {@code
 * include/linux/module.h}. Generated headers stand where the build has them: {@code
 * include/generated/autoconf.h}.
 */
@Export
@Version("2.0.0")
package org.latebind.headers.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
