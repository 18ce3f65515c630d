package org.latebind.shell;

import org.osgi.annotation.versioning.ProviderType;

/** What a host says to a question. */
@ProviderType
public sealed interface Answer<T> {
    record Known<T>(T value) implements Answer<T> {}

    /** Only a kernel decides it, and none is known yet. */
    record Undecided<T>(String why) implements Answer<T> {}

    /** It must not be asked: no kernel and no package decides it. */
    record Refused<T>(String why) implements Answer<T> {}

    static <T> Answer<T> of(T value) {
        return new Known<>(value);
    }
}
