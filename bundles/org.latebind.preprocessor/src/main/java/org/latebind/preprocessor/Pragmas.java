package org.latebind.preprocessor;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** {@code #pragma} and {@code _Pragma}: the preprocessor's own are executed, all others handed on. */
final class Pragmas {
    private final Unit unit;
    private final UnitState state;

    Pragmas(Unit unit, UnitState state) {
        this.unit = unit;
        this.state = state;
    }

    /** Executes a pragma; gives the token for the parser where it is the parser's. */
    Optional<Token> run(List<Token> line, Position where, Expansion expansion) {
        boolean gcc = !line.isEmpty() && line.get(0).isIdentifier("GCC");
        int word = gcc ? 1 : 0;
        var name = line.size() > word ? line.get(word).text() : "";
        var rest = line.subList(Math.min(word + 1, line.size()), line.size());
        switch (name) {
            case "once" -> {
                if (!gcc && unit.frame() != null) {
                    state.dependsOnMore();
                    state.readOnce(unit.frame().lexed.file());
                    return Optional.empty();
                }
            }
            case "push_macro" -> {
                return macroStack(rest, where, true);
            }
            case "pop_macro" -> {
                return macroStack(rest, where, false);
            }
            case "poison" -> {
                if (gcc) {
                    rest.forEach(token -> state.poison(token.text()));
                    return Optional.empty();
                }
            }
            case "system_header", "dependency" -> {
                if (gcc) {
                    return Optional.empty();
                }
            }
            case "warning" -> {
                if (gcc) {
                    state.report(Diagnostic.warning("LB2061", where, spelling(rest)));
                    return Optional.empty();
                }
            }
            case "error" -> {
                if (gcc) {
                    throw DiagnosticException.refused(Diagnostic.error("LB2060", where, spelling(rest)));
                }
            }
            case "weak", "redefine_extname", "scalar_storage_order", "ms_struct" -> {
                if (!gcc) {
                    // It changes what symbols are or where members lie: not to be passed over.
                    state.error("LB2062", where, "'#pragma " + name + "' is not supported");
                    return Optional.empty();
                }
            }
            default -> { }
        }
        var file = where.file();
        int flags = expansion.isNone() ? Token.LINE_START | Token.SPACE_BEFORE : Token.SPACE_BEFORE;
        return Optional.of(
                new Token(TokenKind.PRAGMA, spelling(line), file, where.line(), where.column(), flags, expansion));
    }

    private Optional<Token> macroStack(List<Token> rest, Position where, boolean push) {
        if (rest.size() != 3 || !rest.get(0).isPunctuator("(") || rest.get(1).kind() != TokenKind.STRING
                || !rest.get(2).isPunctuator(")")) {
            state.error("LB2018", where, "#pragma " + (push ? "push_macro" : "pop_macro") + " needs (\"NAME\")");
            return Optional.empty();
        }
        var quoted = rest.get(1).text();
        var name = quoted.substring(1, quoted.length() - 1);
        if (push) {
            state.pushMacro(name);
        } else {
            state.popMacro(name);
        }
        return Optional.empty();
    }

    static String spelling(List<Token> tokens) {
        var out = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            if (i > 0 && tokens.get(i).has(Token.SPACE_BEFORE)) {
                out.append(' ');
            }
            out.append(tokens.get(i).text());
        }
        return out.toString();
    }
}
