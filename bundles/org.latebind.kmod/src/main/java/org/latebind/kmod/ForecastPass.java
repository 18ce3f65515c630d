package org.latebind.kmod;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.ir.api.DeferredModule;
import org.latebind.kmod.api.ImportRules;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.SymbolAttributes;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedInitializer;
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
 * <p>What the module's own text names is in a warning. What only the kernel's headers name (a check of theirs that no
 * kernel defines, an inline function that the module does not call) is counted: whether a use of it is left, the
 * module's author cannot see. Of exported symbols, those that the module's license or its imported namespaces do not let
 * it use; one warning each names them. Nothing here is an error.
 */
@Component(service = Pass.class)
@PassInfo(name = "forecast", consumes = {LaidOutUnit.class, ModuleKernel.class}, produces = {})
public final class ForecastPass implements Pass {
    /** What packaging defines. */
    private static final Set<String> OWN = Set.of("__this_module");
    private static final String MODINFO = ".modinfo";

    @Override
    public void run(RunContext context) {
        var kernel = context.get(ModuleKernel.class);
        var modules = new TreeMap<String, Module>();
        var defined = new HashSet<>(OWN);
        int assertions = 0;
        for (var unit : context.all(LaidOutUnit.class).entrySet()) {
            var module = modules.computeIfAbsent(moduleOf(unit.getKey()), name -> new Module());
            var typed = unit.getValue().unit();
            collect(typed, defined, module.referred);
            typed.variables().forEach(variable -> statement(variable).ifPresent(module.modinfo::add));
            assertions += typed.functions().stream().filter(ForecastPass::isAssertion).count();
        }
        var notExported = new TreeSet<String>();
        modules.forEach((name, module) -> {
            module.referred.removeAll(defined);
            module.referred.stream().filter(symbol -> kernel.symbol(symbol).isEmpty()).forEach(notExported::add);
            judge(ImportRules.of(name, module.modinfo), module.referred, kernel, context);
        });
        context.count("decided at link: symbols that are not exported", notExported.size());
        context.count("decided at link: assertions", assertions);
        context.find(DeferredModule.class).ifPresent(module -> notExported.retainAll(identifiers(module)));
        if (!notExported.isEmpty()) {
            context.diagnostics().report(undecided("LB3120", "kernel " + kernel.release() + " does not export "
                    + String.join(", ", notExported)));
        }
    }

    /** Those in the text of the module's own files. */
    private static Set<String> identifiers(DeferredModule module) {
        return module.files().stream()
                .flatMap(file -> file.tokens().tokens().stream())
                .filter(token -> token.kind() == TokenKind.IDENTIFIER)
                .map(Token::text)
                .collect(Collectors.toSet());
    }

    private static void judge(ImportRules rules, Set<String> referred, ModuleKernel kernel, RunContext context) {
        var imports = referred.stream().map(kernel::symbol).flatMap(Optional::stream).toList();
        var licensed = imports.stream().filter(symbol -> !rules.licenceAllows(symbol)).map(ExportedSymbol::name).toList();
        if (!licensed.isEmpty()) {
            context.diagnostics().report(undecided("LB3121", "kernel " + kernel.release()
                    + " exports to GPL-compatible modules only, and the module's licence is " + rules.licences() + ": "
                    + String.join(", ", licensed)));
        }
        var foreign = imports.stream().filter(symbol -> !rules.namespaceAllows(symbol, kernel))
                .map(symbol -> symbol.name() + " (" + symbol.namespace() + ")").toList();
        if (!foreign.isEmpty()) {
            context.diagnostics().report(undecided("LB3122", "kernel " + kernel.release()
                    + " exports in symbol namespaces that the module does not import: " + String.join(", ", foreign)));
        }
    }

    private static Diagnostic undecided(String code, String what) {
        return Diagnostic.warning(code, Position.NONE, what + "; a link refuses if a use is left once code is generated")
                .withHelp("check --full decides it");
    }

    /** Units are known by their module's name and their own. */
    private static String moduleOf(String unit) {
        int slash = unit.indexOf('/');
        return (slash < 0 ? unit : unit.substring(0, slash)).replace('-', '_').replace(',', '_');
    }

    /** A {@code key=value} of {@code MODULE_INFO}. */
    private static Optional<String> statement(GlobalVariable variable) {
        return variable.attributes().section().filter(MODINFO::equals).flatMap(section -> variable.initializer())
                .filter(TypedInitializer.Text.class::isInstance)
                .map(text -> ((TypedInitializer.Text) text).data().elements().stream()
                        .filter(element -> element != 0)
                        .map(element -> String.valueOf((char) element.intValue()))
                        .collect(Collectors.joining()));
    }

    /** What is collected of a module's units. */
    private static final class Module {
        private final SortedSet<String> referred = new TreeSet<>();
        private final List<String> modinfo = new ArrayList<>();
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
            } else if (variable.linkage() == Linkage.EXTERNAL && !variable.attributes().is(SymbolAttributes.Flag.WEAK)) {
                referred.add(variable.linkName());
            }
        }
    }

    /** A call of it that is left is an error whatever the kernel exports. */
    private static boolean isAssertion(TypedFunction function) {
        return function.attributes().errorMessage().isPresent();
    }
}
