package org.latebind.ir.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.token.api.LexedFile;

/**
 * One file of the module.
 *
 * @param tokens what translation phase 3 makes of it; its tokens are the truth that the structured
 *     form must agree with
 * @param items in order, covering all tokens
 * @param license the SPDX license expression that the source states
 * @param text what a {@code srcversion} is made of
 */
public record DeferredFile(
        LexedFile tokens, List<DeferredItem> items, Optional<String> license, Optional<SourceText> text) {
    public DeferredFile {
        Objects.requireNonNull(tokens);
        Objects.requireNonNull(license);
        Objects.requireNonNull(text);
        items = List.copyOf(items);
    }

    /** A file of which no {@code srcversion} can be made. */
    public DeferredFile(LexedFile tokens, List<DeferredItem> items, Optional<String> license) {
        this(tokens, items, license, Optional.empty());
    }

    public String path() {
        return tokens.file().path();
    }
}
