package org.latebind.token.api;

import org.latebind.diagnostics.api.DiagnosticSink;

/** Opens a preprocessor for one translation unit. */
public interface PreprocessorFactory {
    Preprocessor open(PreprocessorOptions options, IncludeResolver includes, PreprocessorListener listener,
            DiagnosticSink sink);

    default Preprocessor open(PreprocessorOptions options, IncludeResolver includes, DiagnosticSink sink) {
        return open(options, includes, PreprocessorListener.NONE, sink);
    }
}
