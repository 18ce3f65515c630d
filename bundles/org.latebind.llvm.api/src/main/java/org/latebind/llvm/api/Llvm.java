package org.latebind.llvm.api;

import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenResult;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Parses, verifies, optimizes and emits modules for any architecture that LLVM knows.
 *
 * <p>Nothing is checked beyond what LLVM checks: whether settings make sense for an architecture is
 * that architecture's business. Calls may come from several threads at once.
 */
@ProviderType
public interface Llvm {
    /** Carries out a request. Whatever goes wrong is a message of the result. */
    CodegenResult compile(CodegenRequest request);

    /** LLVM's version, {@code 20.1.7}. */
    String version();
}
