package org.latebind.token.api;

import java.util.Arrays;
import java.util.Optional;

/** The license that a source file states: the comment in which it does is gone once it is lexed. */
public final class SpdxLicense {
    private static final String TAG = "SPDX-License-Identifier:";
    /** The tag stands in the first lines (Documentation/process/license-rules.rst). */
    private static final int HEAD = 2000;

    private SpdxLicense() {}

    /** The first SPDX license expression of a file's beginning. */
    public static Optional<String> of(byte[] content) {
        var head = SourceText.decode(Arrays.copyOf(content, Math.min(content.length, HEAD)));
        int at = head.indexOf(TAG);
        if (at < 0) {
            return Optional.empty();
        }
        var line = head.substring(at + TAG.length()).lines().findFirst().orElse("");
        return Optional.of(line.replaceFirst("\\*/.*", "").strip()).filter(text -> !text.isEmpty());
    }
}
