package org.latebind.preprocessor;

import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.token.api.FragmentCache;
import org.latebind.token.api.FragmentSource;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.PreprocessorFactory;
import org.latebind.token.api.PreprocessorListener;
import org.latebind.token.api.PreprocessorOptions;
import org.osgi.service.component.annotations.Component;

/** The preprocessor service. */
@Component
public final class GnuPreprocessorFactory implements PreprocessorFactory {
    @Override
    public Preprocessor open(PreprocessorOptions options, IncludeResolver includes, PreprocessorListener listener,
            DiagnosticSink sink) {
        return new Unit(options, includes, null, listener, sink);
    }

    @Override
    public Preprocessor open(PreprocessorOptions options, IncludeResolver includes, FragmentCache cache,
            PreprocessorListener listener, DiagnosticSink sink) {
        if (!(cache instanceof Fragments fragments)) {
            throw new IllegalArgumentException("a cache of another preprocessor");
        }
        return new Unit(options, includes, fragments, listener, sink);
    }

    @Override
    public FragmentCache newCache(FragmentSource source) {
        return new Fragments(source);
    }
}
