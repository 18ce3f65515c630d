package org.latebind.ir.api;

import java.util.Objects;
import org.latebind.token.api.LexedFile;

/**
 * One file of the module.
 *
 * @param tokens what translation phase 3 makes of it; its tokens are the truth that the structured
 *     form must agree with
 */
public record DeferredFile(LexedFile tokens) {
    public DeferredFile {
        Objects.requireNonNull(tokens);
    }

    public String path() {
        return tokens.file().path();
    }
}
