package org.latebind.headers.api;

import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.target.api.TargetDescription;
import org.osgi.annotation.versioning.ProviderType;

/** Makes a kernel's headers and facts of plain files; a service. */
@ProviderType
public interface HeaderInterpreter {
    /**
     * Finds the kernel in a tree, and whose it is.
     *
     * @throws org.latebind.diagnostics.api.DiagnosticException where the tree holds no kernel build
     *     tree, or more than one
     */
    KernelFiles locate(FileTree tree);

    /**
     * The kernel that the tree holds.
     *
     * @param target the architecture that the kernel is for
     * @param diagnostics gets an error for each thing the kernel was built with that we cannot honor
     * @throws org.latebind.diagnostics.api.DiagnosticException where the kernel's files are incomplete
     */
    KernelHeaders interpret(KernelFiles files, TargetDescription target, DiagnosticSink diagnostics);
}
