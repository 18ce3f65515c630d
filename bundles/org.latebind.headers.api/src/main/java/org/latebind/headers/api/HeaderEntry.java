package org.latebind.headers.api;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a stored header without reading it.
 *
 * @param path relative to the kernel's source tree
 * @param tokens how many preprocessing tokens it has
 * @param lines how many physical lines it had
 * @param license its SPDX license expression, where it states one
 * @param digest hexadecimal digest of what the header says (tokens and positions); equal digests
 *     mean equal headers
 */
public record HeaderEntry(String path, int tokens, int lines, Optional<String> license, String digest) {
    public HeaderEntry {
        Objects.requireNonNull(path);
        Objects.requireNonNull(license);
        Objects.requireNonNull(digest);
    }
}
