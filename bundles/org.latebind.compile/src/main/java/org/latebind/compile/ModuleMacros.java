package org.latebind.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.UnitPlan;
import org.latebind.sema.api.Speculation;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** The macros of a module, wherever it defines them, and what they mention. */
final class ModuleMacros implements Speculation {
    private final Map<String, LexedFile> files = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> mentioned = new HashSet<>();

    ModuleMacros(List<DeferredFile> files, List<UnitPlan> units) {
        files.forEach(file -> this.files.put(file.path(), file.tokens()));
        files.forEach(file -> collect(file.tokens().tokens()));
        units.forEach(unit -> unit.macros().forEach(macro -> names.add(macro.name().replaceFirst("\\(.*", ""))));
    }

    private void collect(List<Token> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).has(Token.LINE_START) && tokens.get(i).isPunctuator("#")
                    && (tokens.get(i + 1).isIdentifier("define") || tokens.get(i + 1).isIdentifier("undef"))) {
                names.add(tokens.get(i + 2).text());
                for (int k = i + 3; k < tokens.size() && !tokens.get(k).has(Token.LINE_START); k++) {
                    mentioned.add(tokens.get(k).text());
                }
            }
        }
    }

    Set<String> names() {
        return names;
    }

    @Override
    public boolean isMacro(String name) {
        return names.contains(name);
    }

    @Override
    public boolean isInMacro(String name) {
        return mentioned.contains(name);
    }

    @Override
    public Set<String> identifiers(Span region) {
        var found = new HashSet<String>();
        var file = files.get(region.at().file().path());
        if (file != null && region.end() <= file.tokens().size()) {
            file.tokens().subList(region.first(), region.end()).stream()
                    .filter(token -> token.kind() == TokenKind.IDENTIFIER)
                    .forEach(token -> found.add(token.text()));
        }
        return found;
    }
}
