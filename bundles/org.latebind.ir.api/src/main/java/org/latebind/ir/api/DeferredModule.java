package org.latebind.ir.api;

import java.util.List;
import java.util.Optional;

/**
 * A {@code .dko}.
 *
 * @param files sorted by path, no path twice
 * @param modules the kernel modules it holds, in the order of the build; at least one
 */
public record DeferredModule(List<DeferredFile> files, List<ModulePlan> modules) {
    public DeferredModule {
        files = List.copyOf(files);
        modules = List.copyOf(modules);
        if (modules.isEmpty()) {
            throw new IllegalArgumentException("a deferred module holds at least one kernel module");
        }
    }

    public Optional<DeferredFile> file(String path) {
        return files.stream().filter(f -> f.path().equals(path)).findFirst();
    }
}
