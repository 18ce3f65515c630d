package org.latebind.pass.api;

import java.util.Objects;

/**
 * Names one artefact of a run.
 *
 * @param name empty for the only artefact of its type; the translation unit's or file's name where
 *     a run has several
 */
public record ArtefactKey<T>(Class<T> type, String name) {
    public ArtefactKey {
        Objects.requireNonNull(type);
        Objects.requireNonNull(name);
    }

    public static <T> ArtefactKey<T> of(Class<T> type) {
        return new ArtefactKey<>(type, "");
    }

    @Override
    public String toString() {
        return name.isEmpty() ? type.getSimpleName() : type.getSimpleName() + " '" + name + "'";
    }
}
