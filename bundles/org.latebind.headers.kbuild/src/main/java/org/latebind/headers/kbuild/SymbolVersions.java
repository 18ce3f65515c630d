package org.latebind.headers.kbuild;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.ExportedSymbol;

/**
 * {@code Module.symvers}: CRC, name, owner, kind of export and namespace, separated by tabs
 * (Documentation/kbuild/modules.rst). The namespace column came with 5.4.
 */
final class SymbolVersions {
    private static final Pattern CRC = Pattern.compile("0x[0-9a-fA-F]{1,8}");

    private SymbolVersions() {}

    /**
     * The symbols by name.
     *
     * @throws DiagnosticException where a line is none of the format's
     */
    static List<ExportedSymbol> parse(String text) {
        var symbols = new TreeMap<String, ExportedSymbol>();
        int number = 0;
        for (var line : text.split("\n")) {
            number++;
            if (!line.isBlank()) {
                var symbol = symbol(line, number);
                symbols.putIfAbsent(symbol.name(), symbol);
            }
        }
        return List.copyOf(symbols.values());
    }

    private static ExportedSymbol symbol(String line, int number) {
        var columns = line.split("\t", -1);
        if (columns.length < 4 || columns.length > 5 || !CRC.matcher(columns[0]).matches()
                || columns[1].isEmpty()) {
            throw wrong(line, number);
        }
        var exportClass = switch (columns[3]) {
            case "EXPORT_SYMBOL" -> ExportedSymbol.ExportClass.ANY_LICENCE;
            case "EXPORT_SYMBOL_GPL" -> ExportedSymbol.ExportClass.GPL_ONLY;
            default -> throw wrong(line, number);
        };
        return new ExportedSymbol(columns[1], Long.parseLong(columns[0].substring(2), 16), exportClass,
                columns.length > 4 ? columns[4] : "", columns[2]);
    }

    private static DiagnosticException wrong(String line, int number) {
        var shown = line.length() > 80 ? line.substring(0, 80) + "..." : line;
        return DiagnosticException.badInput(Diagnostic.error("LB5007",
                "Module.symvers, line " + number + ", is not 'CRC name owner kind namespace': " + shown));
    }
}
