package org.latebind.kmod;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.latebind.elf.api.RelocatableObject;
import org.latebind.elf.api.Symbol;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.ExportedSymbol.ExportClass;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.kmod.api.PackagingRequest;

/**
 * The exports that a module's undefined symbols bind to, judged by modpost's rules ({@code
 * check_exports} of scripts/mod/modpost.c): defined somewhere, licence, namespace.
 *
 * @param symbols sorted by name
 */
record Imports(List<ExportedSymbol> symbols) {
    /** Defined by packaging itself. */
    private static final Set<String> OWN = Set.of("__this_module");

    /** Namespaces of this form list the modules that may import, since 6.16. */
    private static final String MODULE_NAMESPACE = "module:";

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
        found.forEach(export -> judge(export, info, request, refusal));
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

    private static void judge(ExportedSymbol export, ModuleInfo info, PackagingRequest request, Refusal refusal) {
        if (export.exportClass() == ExportClass.GPL_ONLY && !info.isGplCompatible()) {
            refusal.error(
                    "LB8011",
                    "'" + export.name() + "' is exported to GPL-compatible modules only, and the module's licence is "
                            + info.values("license"),
                    "state a GPL-compatible MODULE_LICENSE if that is the module's licence");
        }
        if (!mayUse(export.namespace(), info, request)) {
            refusal.error(
                    "LB8012",
                    "'" + export.name() + "' is in the symbol namespace '" + export.namespace()
                            + "', which the module does not import",
                    "add MODULE_IMPORT_NS for it");
        }
    }

    private static boolean mayUse(String namespace, ModuleInfo info, PackagingRequest request) {
        if (namespace.startsWith(MODULE_NAMESPACE)) {
            String[] patterns = namespace.substring(MODULE_NAMESPACE.length()).split(",");
            return List.of(patterns).stream().anyMatch(pattern -> Glob.matches(pattern, request.modname()));
        }
        return namespace.isEmpty()
                || info.values("import_ns").contains(namespace)
                || request.kernel().isEnabled("CONFIG_MODULE_ALLOW_MISSING_NAMESPACE_IMPORTS");
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
