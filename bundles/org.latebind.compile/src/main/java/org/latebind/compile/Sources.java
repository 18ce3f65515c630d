package org.latebind.compile;

import java.nio.file.Path;
import java.util.List;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.UnitPlan;

/**
 * What is to be compiled.
 *
 * @param root the module's folder, to which all paths are relative
 * @param units those that are built, or may be
 * @param certain whether every kernel builds these units and no others
 */
record Sources(Path root, BuildDescription build, List<UnitPlan> units, boolean certain) {
    Sources {
        units = List.copyOf(units);
    }
}
