package org.latebind.kmod;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.ExportedSymbol.ExportClass;
import org.latebind.kmod.api.ObjectName;
import org.latebind.kmod.api.PackagingRequest;

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
 * the symbol version to modpost; before 5.19 they write {@code ___kcrctab_gpl+foo} as well, of a symbol {@code
 * __crc_foo} that is defined later.
 *
 * @param symbols sorted by name; the version of one that kbuild has none for is 0
 * @param writtenByHeaders whether the symbol-table entry is already there
 * @param awaitedVersions names of those whose {@code __crc_} symbol is to be defined
 */
record OwnExports(List<ExportedSymbol> symbols, boolean writtenByHeaders, Set<String> awaitedVersions) {
    /** What the version of a symbol is called, where a symbol is defined for it. */
    static final String VERSION = "__crc_";

    private static final String NOTES = ".export_symbol";
    private static final String LABEL = "__export_symbol_";
    private static final String TABLE = "___ksymtab";
    private static final String ENTRY = "__ksymtab_";
    private static final String NAMESPACE = "__kstrtabns_";

    /** What the names of sections begin with where exports are put down. */
    static final List<String> SECTIONS = List.of(NOTES, TABLE);

    static OwnExports of(PackagingRequest request, Map<String, RelocatableObject> objects, DiagnosticSink sink) {
        List<ExportedSymbol> symbols = new ArrayList<>();
        boolean byHeaders = false;
        var awaited = new HashSet<String>();
        for (Map.Entry<String, RelocatableObject> named : objects.entrySet()) {
            RelocatableObject object = named.getValue();
            List<ExportedSymbol> own = new ArrayList<>();
            for (Symbol symbol : object.symbols()) {
                if (!symbol.isDefined() && symbol.name().startsWith(VERSION)) {
                    awaited.add(symbol.name().substring(VERSION.length()));
                }
                if (!symbol.isInSection()) {
                    continue;
                }
                Section section = object.sections().get(symbol.section());
                if (section.name().equals(NOTES) && symbol.name().startsWith(LABEL)) {
                    own.add(noted(symbol, section, request.name()));
                } else if (section.name().startsWith(TABLE) && symbol.name().startsWith(ENTRY)) {
                    byHeaders = true;
                    own.add(written(symbol, section, object, request.name()));
                }
            }
            symbols.addAll(own.isEmpty() ? own : versioned(own, named.getKey(), request, sink));
        }
        symbols.sort(Comparator.comparing(ExportedSymbol::name));
        return new OwnExports(List.copyOf(symbols), byHeaders, Set.copyOf(awaited));
    }

    private static ExportedSymbol noted(Symbol label, Section notes, String module) {
        String license = notes.contents().zeroTerminated(label.value());
        String namespace = notes.contents().zeroTerminated(label.value() + license.length() + 1);
        return export(label.name().substring(LABEL.length()), license.equals("GPL"), namespace, module);
    }

    private static ExportedSymbol written(Symbol entry, Section table, RelocatableObject object, String module) {
        String name = entry.name().substring(ENTRY.length());
        Optional<String> namespace =
                object.symbols().stream()
                        .filter(s -> s.isInSection() && s.name().equals(NAMESPACE + name))
                        .map(s -> object.sections().get(s.section()).contents().zeroTerminated(s.value()))
                        .findFirst();
        return export(name, table.name().startsWith(TABLE + "_gpl"), namespace.orElse(""), module);
    }

    private static ExportedSymbol export(String name, boolean gpl, String namespace, String module) {
        ExportClass exportClass = gpl ? ExportClass.GPL_ONLY : ExportClass.ANY_LICENCE;
        return new ExportedSymbol(name, 0, exportClass, namespace, module);
    }

    /** The exports of one object with their versions. */
    private static List<ExportedSymbol> versioned(
            List<ExportedSymbol> symbols, String object, PackagingRequest request, DiagnosticSink sink) {
        if (!request.kernel().isEnabled("CONFIG_MODVERSIONS")) {
            return symbols;
        }
        PackagingRules.checkExportVersions(request.kernel());
        Map<String, Long> versions = request.versions().of(ObjectName.parse(object));
        return symbols.stream()
                .map(symbol -> {
                    Long version = versions.get(symbol.name());
                    if (version == null) {
                        sink.report(PackagingRules.noVersion(symbol.name(), object));
                        return symbol;
                    }
                    return new ExportedSymbol(
                            symbol.name(), version, symbol.exportClass(), symbol.namespace(), symbol.owner());
                })
                .toList();
    }
}
