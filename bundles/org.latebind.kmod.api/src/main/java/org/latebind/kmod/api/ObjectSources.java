package org.latebind.kmod.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.latebind.ir.api.SourceText;

/**
 * The module's own files that one object was compiled of: those that the compiler lists as its dependencies, in that
 * order.
 *
 * @param object path of the object without its ending, {@code core/main}
 * @param headers one that several lookups found is there several times
 */
public record ObjectSources(String object, OwnFile source, List<OwnFile> headers) {
    public ObjectSources {
        Objects.requireNonNull(object);
        Objects.requireNonNull(source);
        headers = List.copyOf(headers);
    }

    /**
     * One of them.
     *
     * @param name as the compiler writes it, relative to the module's folder: {@code core/../core.h}
     * @param text what modpost reads of it, where it is known
     */
    public record OwnFile(String name, Optional<SourceText> text) {
        public OwnFile {
            Objects.requireNonNull(name);
            Objects.requireNonNull(text);
        }
    }
}
