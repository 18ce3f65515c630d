package org.latebind.ir;

import java.util.List;
import java.util.Optional;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.ModulePlan;

/**
 * A build description as files have it: what is listed, or the package.
 *
 * @param listed empty where {@code source} is there
 */
record StoredBuild(List<ModulePlan> listed, Optional<BuildDescription.Package> source) {
    StoredBuild {
        listed = List.copyOf(listed);
        if (listed.isEmpty() == source.isEmpty()) {
            throw new IllegalArgumentException("a build is either listed or a package's");
        }
    }

    static StoredBuild of(BuildDescription build) {
        return switch (build) {
            case BuildDescription.Listed(var modules) -> new StoredBuild(modules, Optional.empty());
            case BuildDescription.Package source -> new StoredBuild(List.of(), Optional.of(source));
        };
    }

    BuildDescription description() {
        return source.<BuildDescription>map(found -> found).orElseGet(() -> new BuildDescription.Listed(listed));
    }
}
