package org.latebind.token.api;

import java.util.Optional;
import org.latebind.diagnostics.api.SourceFile;
import org.osgi.annotation.versioning.ConsumerType;

/** Where a {@link FragmentCache} gets what was recorded before; called by the threads that use it. */
@ConsumerType
public interface FragmentSource {
    /** Nothing was recorded. */
    FragmentSource NONE = new FragmentSource() {
        @Override
        public Optional<HeaderLog> log(SourceFile header) {
            return Optional.empty();
        }

        @Override
        public Optional<LexedFile> header(SourceFile header) {
            return Optional.empty();
        }
    };

    /** The event log of a kernel header, where there is one; asked at most once for each header. */
    Optional<HeaderLog> log(SourceFile header);

    /** The tokens of a header that a log mentions. */
    Optional<LexedFile> header(SourceFile header);
}
