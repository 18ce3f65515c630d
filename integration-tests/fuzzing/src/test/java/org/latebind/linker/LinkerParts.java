package org.latebind.linker;

import java.util.Map;
import org.latebind.target.api.TargetDescription;

/** Wires what the framework wires. */
public final class LinkerParts {
    private LinkerParts() {}

    public static Targets targets(TargetDescription only) {
        var targets = new Targets();
        targets.addDescription(only, Map.of("service.id", 1L));
        return targets;
    }
}
