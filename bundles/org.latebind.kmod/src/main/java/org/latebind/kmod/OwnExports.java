package org.latebind.kmod;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.ExportedSymbol.ExportClass;
import org.latebind.kmod.api.ModuleKernel;

/**
 * What a module exports with {@code EXPORT_SYMBOL}.
 *
 * <p>Since 6.4 headers leave a note for modpost in {@code .export_symbol}:
 *
 * <pre>
 *   __export_symbol_foo:  .asciz "GPL"   .asciz "namespace"   .balign 8   .quad foo
 * </pre>
 *
 * Before, they write {@code __ksymtab_foo} into {@code ___ksymtab_gpl+foo} themselves and leave only
 * the symbol version to modpost.
 *
 * @param writtenByHeaders whether the symbol-table entry is already there
 */
record OwnExports(List<ExportedSymbol> symbols, boolean writtenByHeaders) {
    private static final String NOTES = ".export_symbol";
    private static final String LABEL = "__export_symbol_";
    private static final String TABLE = "___ksymtab";
    private static final String ENTRY = "__ksymtab_";
    private static final String NAMESPACE = "__kstrtabns_";

    static OwnExports of(String module, Map<String, RelocatableObject> objects, ModuleKernel kernel) {
        List<ExportedSymbol> symbols = new ArrayList<>();
        boolean byHeaders = false;
        long salt = kernel.symbol("module_layout").map(ExportedSymbol::crc).orElse(0L);
        for (RelocatableObject object : objects.values()) {
            for (Symbol symbol : object.symbols()) {
                if (!symbol.isInSection()) {
                    continue;
                }
                Section section = object.sections().get(symbol.section());
                if (section.name().equals(NOTES) && symbol.name().startsWith(LABEL)) {
                    symbols.add(noted(symbol, section, module, salt));
                } else if (section.name().startsWith(TABLE) && symbol.name().startsWith(ENTRY)) {
                    byHeaders = true;
                    symbols.add(written(symbol, section, object, module, salt));
                }
            }
        }
        symbols.sort(Comparator.comparing(ExportedSymbol::name));
        return new OwnExports(List.copyOf(symbols), byHeaders);
    }

    private static ExportedSymbol noted(Symbol label, Section notes, String module, long salt) {
        String license = notes.contents().zeroTerminated(label.value());
        String namespace = notes.contents().zeroTerminated(label.value() + license.length() + 1);
        return export(label.name().substring(LABEL.length()), license.equals("GPL"), namespace, module, salt);
    }

    private static ExportedSymbol written(
            Symbol entry, Section table, RelocatableObject object, String module, long salt) {
        String name = entry.name().substring(ENTRY.length());
        Optional<String> namespace =
                object.symbols().stream()
                        .filter(s -> s.isInSection() && s.name().equals(NAMESPACE + name))
                        .map(s -> object.sections().get(s.section()).contents().zeroTerminated(s.value()))
                        .findFirst();
        return export(name, table.name().startsWith(TABLE + "_gpl"), namespace.orElse(""), module, salt);
    }

    /**
     * The version of a symbol of ours may be any number that importers of ours use too; this one
     * changes with the module, the symbol and the kernel.
     */
    private static ExportedSymbol export(String name, boolean gpl, String namespace, String module, long salt) {
        CRC32 crc = new CRC32();
        crc.update((module + '\0' + name + '\0' + salt).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ExportClass exportClass = gpl ? ExportClass.GPL_ONLY : ExportClass.ANY_LICENCE;
        long version = salt == 0 ? 0 : crc.getValue();
        return new ExportedSymbol(name, version, exportClass, namespace, module);
    }
}
