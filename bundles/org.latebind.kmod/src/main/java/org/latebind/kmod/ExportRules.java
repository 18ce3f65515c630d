package org.latebind.kmod;

import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.TypedUnit;

/**
 * {@code sym_add_exported} of scripts/mod/modpost.c: a module may export a name once, and none that the kernel image
 * exports. One that another module exports is the newer one's: those that are linked with it import it.
 */
final class ExportRules {
    /** What headers make of {@code EXPORT_SYMBOL(foo)}: as a variable or in assembler, since 6.4 a note. */
    private static final String ENTRY = "__ksymtab_";

    private static final Pattern LABEL = Pattern.compile("(?:" + ENTRY + "|__export_symbol_)(\\w+):");

    private ExportRules() {}

    /** @param names of the module's exports, as often as it exports them */
    static void check(String module, List<String> names, ModuleKernel kernel, DiagnosticSink sink) {
        var seen = new HashSet<String>();
        for (String name : names) {
            if (!seen.add(name)) {
                sink.report(twice(module, name, "this module", kernel));
            } else if (kernel.symbol(name).filter(ExportedSymbol::inKernelImage).isPresent()) {
                sink.report(twice(module, name, "the image of kernel " + kernel.release(), kernel));
            }
        }
    }

    private static Diagnostic twice(String module, String name, String owner, ModuleKernel kernel) {
        var message = "'" + module + "' exports '" + name + "', which " + owner + " exports already";
        return ModpostVersion.of(kernel).refusesRepeatedExports()
                ? Diagnostic.error("LB8017", message).withHelp("rename it, or do not export it on this kernel")
                : Diagnostic.warning("LB8017", Position.NONE, message + ": the kernel does not load the module");
    }

    /** The names that a unit exports. */
    static Stream<String> exports(TypedUnit unit) {
        var variables = unit.variables().stream().filter(GlobalVariable::defined).map(GlobalVariable::linkName)
                .filter(name -> name.startsWith(ENTRY)).map(name -> name.substring(ENTRY.length()));
        var labels = unit.fileAsm().stream()
                .flatMap(asm -> LABEL.matcher(asm.text()).results()).map((MatchResult label) -> label.group(1));
        return Stream.concat(variables, labels);
    }
}
