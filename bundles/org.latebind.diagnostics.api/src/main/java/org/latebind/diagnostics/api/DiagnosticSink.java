package org.latebind.diagnostics.api;

/** Where a stage reports what it finds. Implementations bound how many they keep. */
@FunctionalInterface
public interface DiagnosticSink {
    void report(Diagnostic diagnostic);
}
