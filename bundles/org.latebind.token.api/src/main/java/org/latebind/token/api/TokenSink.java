package org.latebind.token.api;

import java.util.List;
import org.latebind.diagnostics.api.SourceFile;
import org.osgi.annotation.versioning.ConsumerType;

/** Takes a preprocessor's tokens, in order. */
@FunctionalInterface
@ConsumerType
public interface TokenSink {
    void accept(Token token);

    /** Takes all tokens of one run of a kernel header; a sink may leave them unmade. */
    default void accept(Run run) {
        run.tokens().forEach(this::accept);
    }

    /** One use of a fragment of a header's event log. */
    interface Run {
        SourceFile file();

        HeaderFragment fragment();

        /** The expanded tokens; made when they are first asked for. */
        List<Token> tokens();
    }
}
