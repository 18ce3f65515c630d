package org.latebind.headers.api;

import org.latebind.diagnostics.api.DiagnosticSink;
import org.osgi.annotation.versioning.ProviderType;

/** Makes a kernel's headers and facts of plain files; a service. */
@ProviderType
public interface HeaderInterpreter {
    /**
     * The kernel that the tree holds.
     *
     * @param diagnostics gets an error for each thing the kernel was built with that we cannot honour
     * @throws org.latebind.diagnostics.api.DiagnosticException where the tree holds no kernel build
     *     tree, more than one, or one that is incomplete
     */
    KernelHeaders interpret(FileTree tree, DiagnosticSink diagnostics);
}
