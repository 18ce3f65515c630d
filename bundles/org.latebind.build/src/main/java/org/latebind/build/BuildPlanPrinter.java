package org.latebind.build;

import java.io.IOException;
import java.util.Optional;
import org.latebind.ir.api.BuildPlan;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.pass.api.ArtifactPrinter;
import org.osgi.service.component.annotations.Component;

/**
 * What is built, as text.
 *
 * <pre>
 * drv.ko
 *   main.o: main.c -Iinclude -DDEBUG=1
 * </pre>
 */
@Component(service = ArtifactPrinter.class)
public final class BuildPlanPrinter implements ArtifactPrinter<BuildPlan> {
    @Override
    public Class<BuildPlan> type() {
        return BuildPlan.class;
    }

    @Override
    public boolean print(BuildPlan plan, Optional<String> name, Appendable out) throws IOException {
        var modules = plan.modules().stream().filter(module -> name.isEmpty() || name.get().equals(module.name())).toList();
        for (var module : modules) {
            print(module, out);
        }
        return !modules.isEmpty();
    }

    private static void print(ModulePlan module, Appendable out) throws IOException {
        out.append(module.name()).append(".ko\n");
        for (var unit : module.units()) {
            out.append("  ").append(unit.object()).append(".o: ").append(unit.source());
            for (var folder : unit.includeFolders()) {
                out.append(" -I").append(folder);
            }
            for (var macro : unit.macros()) {
                out.append(macro(macro));
            }
            out.append('\n');
        }
    }

    private static String macro(UnitPlan.MacroOption macro) {
        return macro.value().map(value -> " -D" + macro.name() + "=" + value).orElse(" -U" + macro.name());
    }
}
