/**
 * LLVM as a service that takes bytes and gives bytes, for the code generators of architectures.
 *
 * <p>Its provider is the one bundle that holds native code. Whoever compiles for an architecture asks
 * that architecture's {@link org.latebind.codegen.api.CodeGenerator}, not this.
 */
@Export
@Version("1.0.0")
package org.latebind.llvm.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
