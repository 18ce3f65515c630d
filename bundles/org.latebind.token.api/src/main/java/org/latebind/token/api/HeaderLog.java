package org.latebind.token.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.latebind.diagnostics.api.SourceFile;

/**
 * A kernel header's events, as far as they have been seen: following it, the header can be included
 * without its tokens, until a macro has another value than it had.
 *
 * @param length how many tokens the header has
 * @param guard the macro that guards the whole header against a second inclusion
 * @param fragments by place; several of one place where it was met under several macro states
 */
public record HeaderLog(SourceFile file, int length, Optional<String> guard, List<HeaderFragment> fragments) {
    public HeaderLog {
        Objects.requireNonNull(file);
        Objects.requireNonNull(guard);
        fragments = List.copyOf(fragments);
    }
}
