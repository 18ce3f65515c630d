/**
 * The code generator's contract: an LLVM module as bytes and {@link
 * org.latebind.codegen.api.CodegenSettings} in, an object as bytes and messages out.
 *
 * <p>Nothing here holds a native pointer or a class of LLVM's, so that the same contract serves in
 * the process and in a forked worker. What settings mean is decided by the architecture's bundle;
 * header data stores them, lowering prints the attributes and module flags they hold, and the
 * architecture's {@link org.latebind.codegen.api.CodeGenerator} honors the rest.
 *
 * <p>Positions travel as <em>location cookies</em>: lowering marks an inline asm or a call of a
 * function with {@code __attribute__((error))} with {@code !srcloc !{i32 N}}, keeps the table from N
 * to positions itself, and turns a message's cookie back into a position with {@link
 * org.latebind.codegen.api.CodegenMessage#toDiagnostic}.
 */
@Export
@Version("1.0.0")
package org.latebind.codegen.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
