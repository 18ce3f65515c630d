package org.latebind.pass.api;

import java.util.Objects;

/**
 * Names one artifact of a run.
 *
 * @param name empty for the only artifact of its type; the translation unit's or file's name where
 *     a run has several
 */
public record ArtifactKey<T>(Class<T> type, String name) {
    public ArtifactKey {
        Objects.requireNonNull(type);
        Objects.requireNonNull(name);
    }

    public static <T> ArtifactKey<T> of(Class<T> type) {
        return new ArtifactKey<>(type, "");
    }

    @Override
    public String toString() {
        return name.isEmpty() ? type.getSimpleName() : type.getSimpleName() + " '" + name + "'";
    }
}
