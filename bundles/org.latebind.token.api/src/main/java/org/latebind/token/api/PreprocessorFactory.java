package org.latebind.token.api;

import org.latebind.diagnostics.api.DiagnosticSink;
import org.osgi.annotation.versioning.ProviderType;

/** Opens a preprocessor for one translation unit. */
@ProviderType
public interface PreprocessorFactory {
    Preprocessor open(PreprocessorOptions options, IncludeResolver includes, PreprocessorListener listener,
            DiagnosticSink sink);

    /** A preprocessor that takes what it can from a cache and adds to it what it finds missing. */
    Preprocessor open(PreprocessorOptions options, IncludeResolver includes, FragmentCache cache,
            PreprocessorListener listener, DiagnosticSink sink);

    /** A cache for the headers of one kernel, which begins with what was recorded before. */
    FragmentCache newCache(FragmentSource source);

    default Preprocessor open(PreprocessorOptions options, IncludeResolver includes, DiagnosticSink sink) {
        return open(options, includes, PreprocessorListener.NONE, sink);
    }
}
