package org.latebind.kmod;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Symbol;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.kmod.api.ImportRules;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.kmod.api.PackagingRequest;

/**
 * The exports that a module's undefined symbols bind to, judged by modpost's rules: defined somewhere,
 * license, namespace.
 *
 * @param symbols sorted by name
 */
record Imports(List<ExportedSymbol> symbols) {
    /** Defined by packaging itself. */
    private static final Set<String> OWN = Set.of("__this_module");

    static Imports of(RelocatableObject module, ModuleInfo info, PackagingRequest request, Refusal refusal) {
        ModuleKernel kernel = request.kernel();
        Map<String, ExportedSymbol> siblings = new HashMap<>();
        request.siblings().forEach(symbol -> siblings.put(symbol.name(), symbol));
        List<ExportedSymbol> found = new ArrayList<>();
        for (Symbol symbol : undefined(module)) {
            Optional<ExportedSymbol> export =
                    Optional.ofNullable(siblings.get(symbol.name())).or(() -> kernel.symbol(symbol.name()));
            if (export.isPresent()) {
                found.add(export.get());
            } else if (symbol.binding() != Symbol.WEAK) {
                refusal.error(
                        "LB8010",
                        "the module needs '" + symbol.name() + "', which it does not define and kernel "
                                + kernel.release() + " does not export",
                        "if another out-of-tree module exports it, link both together; otherwise this"
                                + " kernel needs an #if around the use");
            }
        }
        ImportRules rules = ImportRules.of(request.modname(), info.entries());
        found.forEach(export -> judge(export, rules, kernel, refusal));
        return new Imports(List.copyOf(found));
    }

    private static List<Symbol> undefined(RelocatableObject module) {
        Map<String, Symbol> byName = new HashMap<>();
        for (Symbol symbol : module.symbols()) {
            if (!symbol.isDefined() && !OWN.contains(symbol.name())) {
                byName.put(symbol.name(), symbol);
            }
        }
        return byName.values().stream().sorted(java.util.Comparator.comparing(Symbol::name)).toList();
    }

    private static void judge(ExportedSymbol export, ImportRules rules, ModuleKernel kernel, Refusal refusal) {
        if (!rules.licenseAllows(export)) {
            refusal.error(
                    "LB8011",
                    "'" + export.name() + "' is exported to GPL-compatible modules only, and the module's license is "
                            + rules.licenses(),
                    "state a GPL-compatible MODULE_LICENSE if that is the module's license");
        }
        if (!rules.namespaceAllows(export, kernel)) {
            refusal.error(
                    "LB8012",
                    "'" + export.name() + "' is in the symbol namespace '" + export.namespace()
                            + "', which the module does not import",
                    "add MODULE_IMPORT_NS for it");
        }
    }

    /** What {@code depends=} lists: file names of the owning modules without {@code .ko}. */
    SortedSet<String> owners() {
        SortedSet<String> result = new TreeSet<>();
        for (ExportedSymbol symbol : symbols) {
            if (!symbol.inKernelImage()) {
                result.add(symbol.owner().substring(symbol.owner().lastIndexOf('/') + 1));
            }
        }
        return result;
    }
}
