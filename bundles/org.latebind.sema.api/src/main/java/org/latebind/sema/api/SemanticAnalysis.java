package org.latebind.sema.api;

import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.typed.api.TypedUnit;
import org.osgi.annotation.versioning.ProviderType;

/** Types one translation unit: C11 6.5 to 6.9 with gcc's extensions. Keeps nothing between calls. */
@ProviderType
public interface SemanticAnalysis {
    /**
     * Analyses the roots and all that they reach.
     *
     * <p>Static functions and variables that are only declared in passing are not in the result.
     * After an error was reported the unit may hold {@link org.latebind.typed.api.Type.Unknown} and
     * must not be lowered.
     *
     * @throws org.latebind.diagnostics.api.DiagnosticException when the unit is beyond a limit
     */
    TypedUnit analyze(FileScope scope, AnalysisOptions options, DiagnosticSink sink);
}
