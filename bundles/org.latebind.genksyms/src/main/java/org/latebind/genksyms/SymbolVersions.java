package org.latebind.genksyms;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The versions of the symbols that one source file exports. It is given the file's preprocessed tokens in order, of
 * which {@code #pragma} and other lines with a {@code #} are none. For one file and one thread.
 */
public final class SymbolVersions {
    private final SymbolTable symbols = new SymbolTable();
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private final Set<Symbol> written = new LinkedHashSet<>();
    private final Phrases phrases;
    private final RawTokens raw;

    public SymbolVersions(Dialect dialect) {
        phrases = new Phrases(dialect, symbols, new Declarations(dialect, symbols, this::export));
        raw = new RawTokens(dialect, phrases);
    }

    /**
     * Takes what is between two pieces of white space, or less of it where a token ends.
     *
     * @param ofSourceFile whether it stands in the file that is compiled, and not in one that this includes
     * @throws EndlessDeclarationException where genksyms would not end
     */
    public void accept(String text, boolean ofSourceFile) {
        phrases.setOfSourceFile(ofSourceFile);
        raw.accept(text);
    }

    /** Takes the end of the file. */
    public void end() {
        phrases.end();
    }

    private void export(String name) {
        var symbol = symbols.find(name, SymbolKind.NORMAL);
        if (symbol != null) {
            versions.put(name, Expansion.version(symbol, symbols, written::add));
        }
    }

    /** The version of each export, 32 bits; one that is not declared where it is exported has none. */
    public Map<String, Long> versions() {
        return Map.copyOf(versions);
    }

    /** The declarations that went into versions, a line each, as {@code genksyms -T} writes them. */
    public List<String> types() {
        return written.stream().map(Symbol::dump).toList();
    }
}
