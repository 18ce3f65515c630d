/**
 * From the laid-out tree to LLVM IR.
 *
 * <p>The result is text in the syntax of LLVM 20, with opaque pointers: easy to compare and to print,
 * and parsing it costs about a twentieth of code generation. The same unit and settings give the same
 * bytes.
 */
@Export
@Version("1.0.0")
package org.latebind.lowering.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
