package org.latebind.ir.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A {@code .dko}.
 *
 * @param files sorted by path, no path twice
 * @param build what becomes of them
 */
public record DeferredModule(List<DeferredFile> files, BuildDescription build) {
    public DeferredModule {
        files = List.copyOf(files);
        Objects.requireNonNull(build);
    }

    public Optional<DeferredFile> file(String path) {
        return files.stream().filter(f -> f.path().equals(path)).findFirst();
    }
}
