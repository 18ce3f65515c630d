package org.latebind.kmod.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.ExportedSymbol.ExportClass;

/**
 * What a module may import, by modpost's rules ({@code check_exports} of scripts/mod/modpost.c): they hang on what
 * it states in {@code .modinfo}.
 *
 * @param modname what the kernel calls it, {@code KBUILD_MODNAME}
 * @param licenses each {@code MODULE_LICENSE}
 * @param namespaces each {@code MODULE_IMPORT_NS}
 */
public record ImportRules(String modname, List<String> licenses, List<String> namespaces) {
    /** {@code license_is_gpl_compatible} of include/linux/license.h. */
    private static final Set<String> GPL_COMPATIBLE =
            Set.of("GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL");

    /** Namespaces of this form list the modules that may import, since 6.16. */
    private static final String MODULE_NAMESPACE = "module:";

    public ImportRules {
        licenses = List.copyOf(licenses);
        namespaces = List.copyOf(namespaces);
    }

    /** The rules of a module with these {@code key=value} strings in {@code .modinfo}. */
    public static ImportRules of(String modname, List<String> modinfo) {
        return new ImportRules(modname, values(modinfo, "license="), values(modinfo, "import_ns="));
    }

    private static List<String> values(List<String> modinfo, String key) {
        var values = new ArrayList<String>();
        modinfo.stream().filter(entry -> entry.startsWith(key)).forEach(entry -> values.add(entry.substring(key.length())));
        return values;
    }

    /** Whether the license allows the import: every one that the module states must be compatible, and it states one. */
    public boolean licenseAllows(ExportedSymbol symbol) {
        return symbol.exportClass() != ExportClass.GPL_ONLY
                || !licenses.isEmpty() && GPL_COMPATIBLE.containsAll(licenses);
    }

    /** Whether the symbol is in no namespace, in one that the module imports, or in one that names the module. */
    public boolean namespaceAllows(ExportedSymbol symbol, ModuleKernel kernel) {
        var namespace = symbol.namespace();
        if (namespace.startsWith(MODULE_NAMESPACE)) {
            return Stream.of(namespace.substring(MODULE_NAMESPACE.length()).split(",")).anyMatch(this::isNamedBy);
        }
        return namespace.isEmpty()
                || namespaces.contains(namespace)
                || kernel.isEnabled("CONFIG_MODULE_ALLOW_MISSING_NAMESPACE_IMPORTS");
    }

    /** {@code verify_module_namespace} of kernel/module/main.c: a star at the end stands for any rest. */
    private boolean isNamedBy(String pattern) {
        return pattern.endsWith("*")
                ? modname.startsWith(pattern.substring(0, pattern.length() - 1))
                : modname.equals(pattern);
    }
}
