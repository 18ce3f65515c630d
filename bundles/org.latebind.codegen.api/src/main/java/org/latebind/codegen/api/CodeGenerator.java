package org.latebind.codegen.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns LLVM modules into object code for one architecture.
 *
 * <p>Services carry the property {@value #ARCH}, the architecture's name as {@link
 * CodegenSettings#arch()} has it. Calls may come from several threads at once.
 */
@ProviderType
public interface CodeGenerator {
    /** Service property: which architecture this generates code for. */
    String ARCH = "arch";

    /**
     * Verifies, optimizes and emits one module.
     *
     * @throws org.latebind.diagnostics.api.DiagnosticException when the settings are for another
     *     architecture or ask for what this generator cannot do
     */
    CodegenResult generate(CodegenRequest request);

    /** Name and version of what generates the code; part of the key under which results are kept. */
    String version();
}
