package org.latebind.diagnostics.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Where a stage reports what it finds. Implementations bound how many they keep. */
@FunctionalInterface
@ConsumerType
public interface DiagnosticSink {
    void report(Diagnostic diagnostic);
}
