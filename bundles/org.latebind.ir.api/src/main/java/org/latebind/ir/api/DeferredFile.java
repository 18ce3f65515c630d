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
 */
public record DeferredFile(LexedFile tokens, List<DeferredItem> items, Optional<String> license) {
    public DeferredFile {
        Objects.requireNonNull(tokens);
        Objects.requireNonNull(license);
        items = List.copyOf(items);
    }

    public String path() {
        return tokens.file().path();
    }
}
