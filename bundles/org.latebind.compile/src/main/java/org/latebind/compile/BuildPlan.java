package org.latebind.compile;

import java.nio.file.Path;
import java.util.List;
import org.latebind.ir.api.ModulePlan;

/**
 * What is to be compiled.
 *
 * @param root the module's folder; every path in {@code modules} is relative to it
 */
record BuildPlan(Path root, List<ModulePlan> modules) {
    BuildPlan {
        modules = List.copyOf(modules);
    }
}
