package org.latebind.linker;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.SymbolAttributes;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedUnit;
import org.osgi.service.component.annotations.Component;

/**
 * Tells what a link may still refuse.
 *
 * <pre>
 * if (IS_ENABLED(CONFIG_X))
 * 	x_register();          declared, not exported: fits if the branch goes, as the optimiser decides
 * </pre>
 *
 * <p>One warning names the symbols; nothing here is an error.
 */
@Component(service = Pass.class)
@PassInfo(name = "forecast", consumes = {LaidOutUnit.class, ModuleKernel.class}, produces = {})
public final class ForecastPass implements Pass {
    /** What packaging defines. */
    private static final Set<String> OWN = Set.of("__this_module");

    @Override
    public void run(RunContext context) {
        var kernel = context.get(ModuleKernel.class);
        var defined = new HashSet<>(OWN);
        var referred = new TreeSet<String>();
        int assertions = 0;
        for (var unit : context.all(LaidOutUnit.class).values()) {
            collect(unit.unit(), defined, referred);
            assertions += unit.unit().functions().stream().filter(ForecastPass::isAssertion).count();
        }
        referred.removeAll(defined);
        referred.removeIf(name -> kernel.symbol(name).isPresent());
        context.count("decided at link: symbols that are not exported", referred.size());
        context.count("decided at link: assertions", assertions);
        if (!referred.isEmpty()) {
            context.diagnostics().report(undecided(referred, kernel));
        }
    }

    private static Diagnostic undecided(SortedSet<String> names, ModuleKernel kernel) {
        return Diagnostic.warning("LB3120", Position.NONE, "kernel " + kernel.release() + " does not export "
                        + String.join(", ", names) + "; a link refuses if a use is left once code is generated")
                .withHelp("check --full decides it");
    }

    private static void collect(TypedUnit unit, Set<String> defined, Set<String> referred) {
        for (var function : unit.functions()) {
            if (function.body().isPresent() || function.attributes().alias().isPresent()) {
                defined.add(function.linkName());
            } else if (function.linkage() == Linkage.EXTERNAL && !isAssertion(function)
                    && !function.attributes().is(SymbolAttributes.Flag.WEAK)) {
                referred.add(function.linkName());
            }
        }
        for (GlobalVariable variable : unit.variables()) {
            if (variable.defined() || variable.attributes().alias().isPresent()) {
                defined.add(variable.linkName());
            } else if (!variable.attributes().is(SymbolAttributes.Flag.WEAK)) {
                referred.add(variable.linkName());
            }
        }
    }

    /** A call of it that is left is an error whatever the kernel exports. */
    private static boolean isAssertion(TypedFunction function) {
        return function.attributes().errorMessage().isPresent();
    }
}
