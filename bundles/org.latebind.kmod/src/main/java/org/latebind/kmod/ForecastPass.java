package org.latebind.kmod;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.ir.api.DeferredModule;
import org.latebind.kmod.api.ExportVersions;
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
import org.latebind.typed.api.TypedUnit;
import org.osgi.service.component.annotations.Component;

/**
 * Reports what a link may still refuse.
 *
 * <pre>
 * if (IS_ENABLED(CONFIG_X))
 * 	x_register();          declared, not exported: fits if the branch goes, as the optimizer decides
 * </pre>
 *
 * <p>What the module's own text names is in a warning. What only the kernel's headers name (a check of theirs that no
 * kernel defines, an inline function that the module does not call) is counted: whether a use of it is left, the
 * module's author cannot see. Of exported symbols, those that the module's license or its imported namespaces do not let it use. One warning
 * each names the symbols: whether a use is left is the optimizer's to decide. What is not, {@link ForeseePass} refuses.
 */
@Component(service = Pass.class)
@PassInfo(name = "forecast", consumes = {LaidOutUnit.class, ModuleKernel.class, ExportVersions.class}, produces = {})
public final class ForecastPass implements Pass {
    /** What packaging defines. */
    static final String THIS_MODULE = "__this_module";

    /** What assembler of a file defines; only an assembler knows for sure. */
    private static final Pattern LABEL = Pattern.compile("(?m)(?:^|[;\\s])([A-Za-z_.$][\\w.$]*):");

    @Override
    public void run(RunContext context) {
        var kernel = context.get(ModuleKernel.class);
        var versions = context.get(ExportVersions.class);
        var modules = ForeseenPackaging.byModule(context.all(LaidOutUnit.class));
        var defined = new HashSet<>(Set.of(THIS_MODULE));
        modules.values().forEach(units -> units.values().forEach(unit -> defined.addAll(definitions(unit.unit()))));
        var notExported = new TreeSet<String>();
        modules.forEach((name, units) -> {
            var packaging = new ForeseenPackaging(name, units, kernel, versions);
            var referred = new TreeSet<String>();
            units.values().forEach(unit -> referred.addAll(references(unit.unit())));
            referred.removeAll(defined);
            referred.stream().filter(symbol -> kernel.symbol(symbol).isEmpty()).forEach(notExported::add);
            judge(ImportRules.of(name, packaging.modinfo().toList()), referred, kernel, context);
        });
        long assertions = context.all(LaidOutUnit.class).values().stream()
                .flatMap(unit -> unit.unit().functions().stream()).filter(ForecastPass::isAssertion).count();
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
        var licensed = imports.stream().filter(symbol -> !rules.licenseAllows(symbol)).map(ExportedSymbol::name).toList();
        if (!licensed.isEmpty()) {
            context.diagnostics().report(undecided("LB3121", "kernel " + kernel.release()
                    + " exports to GPL-compatible modules only, and the module's license is " + rules.licenses() + ": "
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
        return Diagnostic.warning(code, Position.NONE, what + "; link refuses the module if a use remains after optimization")
                .withHelp("check --full decides it");
    }

    private static List<String> definitions(TypedUnit unit) {
        return Stream.of(
                        unit.functions().stream().filter(ForecastPass::isDefinition).map(TypedFunction::linkName),
                        unit.variables().stream().filter(ForecastPass::isDefinition).map(GlobalVariable::linkName),
                        unit.fileAsm().stream().flatMap(asm -> LABEL.matcher(asm.text()).results()).map(label -> label.group(1)))
                .flatMap(names -> names)
                .toList();
    }

    private static List<String> references(TypedUnit unit) {
        return Stream.concat(
                        unit.functions().stream()
                                .filter(function -> !isDefinition(function) && function.linkage() == Linkage.EXTERNAL
                                        && !isAssertion(function) && !isWeak(function.attributes()))
                                .map(TypedFunction::linkName),
                        unit.variables().stream()
                                .filter(variable -> !isDefinition(variable) && variable.linkage() == Linkage.EXTERNAL
                                        && !isWeak(variable.attributes()))
                                .map(GlobalVariable::linkName))
                .toList();
    }

    private static boolean isDefinition(TypedFunction function) {
        return function.body().isPresent() || function.attributes().alias().isPresent();
    }

    private static boolean isDefinition(GlobalVariable variable) {
        return variable.defined() || variable.attributes().alias().isPresent();
    }

    private static boolean isWeak(SymbolAttributes attributes) {
        return attributes.is(SymbolAttributes.Flag.WEAK);
    }

    /** A call of it that is left is an error whatever the kernel exports. */
    private static boolean isAssertion(TypedFunction function) {
        return function.attributes().errorMessage().isPresent();
    }
}
