package org.latebind.ir.api;

import java.util.List;

/**
 * One kernel module of the build.
 *
 * @param name that of the module's file without {@code .ko}: letters, digits, underscores, dashes and commas
 * @param units its translation units in the order they are linked; at least one
 */
public record ModulePlan(String name, List<UnitPlan> units) {
    public ModulePlan {
        units = List.copyOf(units);
        if (!name.matches("[A-Za-z0-9_,-]+")) {
            throw new IllegalArgumentException("not a module name: '" + name + "'");
        }
        if (units.isEmpty()) {
            throw new IllegalArgumentException("module '" + name + "' has no translation unit");
        }
    }

    /** {@code KBUILD_MODNAME}: scripts/Makefile.lib, {@code name-fix-token}. */
    public String modname() {
        return name.replace('-', '_').replace(',', '_');
    }
}
