package org.latebind.ir.api;

import java.util.List;

/**
 * What is built of a deferred module for one kernel.
 *
 * @param modules in the order of the build; at least one
 */
public record BuildPlan(List<ModulePlan> modules) {
    public BuildPlan {
        modules = List.copyOf(modules);
        if (modules.isEmpty()) {
            throw new IllegalArgumentException("a build has at least one kernel module");
        }
    }
}
