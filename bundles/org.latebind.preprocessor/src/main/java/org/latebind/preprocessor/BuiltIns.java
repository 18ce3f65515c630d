package org.latebind.preprocessor;

import java.util.ArrayList;
import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.IncludeResolver.Request;
import org.latebind.token.api.Macro;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** Macros whose value is computed at each use, and the {@code _Pragma} operator. */
final class BuiltIns {
    private static final List<String> NAMES = List.of("__FILE__", "__LINE__", "__BASE_FILE__", "__INCLUDE_LEVEL__",
            "__COUNTER__", "__DATE__", "__TIME__", "__TIMESTAMP__", "__has_include", "__has_include_next", "_Pragma");

    private final Unit unit;
    private final UnitState state;
    private final Expander expander;
    private final Pragmas pragmas;

    BuiltIns(Unit unit, UnitState state, Expander expander) {
        this.unit = unit;
        this.state = state;
        this.expander = expander;
        this.pragmas = new Pragmas(unit, state);
    }

    void define() {
        NAMES.forEach(this::define);
        state.options().features().operators().stream().sorted().forEach(this::define);
    }

    private void define(String name) {
        state.define(name, new Meaning(new Definition(Macro.builtIn(name), state.sink())));
    }

    /** Replaces a use; false if it stays as it is. */
    boolean expand(Token use) {
        switch (use.text()) {
            case "__FILE__" -> string(use, unit.frame() == null ? use.blame().file().path() : unit.frame().presumedName);
            case "__BASE_FILE__" -> {
                state.dependsOnMore();
                string(use, unit.baseFile());
            }
            case "__LINE__" -> number(use, line(use));
            case "__INCLUDE_LEVEL__" -> {
                state.dependsOnMore();
                number(use, unit.frame() == null ? 0 : unit.frame().depth);
            }
            case "__COUNTER__" -> {
                if (unit.inDirective()) {
                    state.dependsOnMore();
                }
                number(use, state.nextCounter());
            }
            case "__DATE__", "__TIME__", "__TIMESTAMP__" -> refuseTime(use);
            case "__has_include" -> number(use, hasInclude(use, false));
            case "__has_include_next" -> number(use, hasInclude(use, true));
            case "_Pragma" -> {
                return pragma(use);
            }
            default -> number(use, feature(use));
        }
        return true;
    }

    private void number(Token use, long value) {
        push(use, TokenKind.NUMBER, Long.toString(value));
    }

    private void string(Token use, String value) {
        push(use, TokenKind.STRING, "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    private void push(Token use, TokenKind kind, String text) {
        expander.pushResult(new Token(kind, text, use.file(), use.line(), use.column(),
                use.flags() & Token.SPACE_BEFORE, use.expansion()));
    }

    /** The line of the outermost macro use, or of the name itself in an argument (WG14 N1911). */
    private long line(Token use) {
        return use.blame().line() + (unit.frame() == null ? 0 : unit.frame().lineShift);
    }

    private void refuseTime(Token use) {
        state.report(Diagnostic.error("LB2034", use.blame(), "'" + use.text() + "' is not supported")
                .withHelp("the same source has to give the same module whenever it is compiled; pass a fixed text "
                        + "with -D" + use.text() + "='\"...\"'"));
        string(use, "");
    }

    // ---- operators with operands

    private long hasInclude(Token use, boolean next) {
        state.dependsOnMore();
        if (!unit.inDirective()) {
            state.error("LB2035", use.blame(), "'" + use.text() + "' is valid in #if and #elif only");
            return 0;
        }
        var header = HeaderName.of(operand(use, true));
        var frame = unit.frame();
        if (header.isEmpty() || frame == null) {
            state.error("LB2036", use.blame(), "'" + use.text() + "' needs (\"FILE\") or (<FILE>)");
            return 0;
        }
        return unit.exists(new Request(header.get().spelling(), header.get().angled(), next,
                frame.lexed.file(), frame.slot)) ? 1 : 0;
    }

    private long feature(Token use) {
        var text = new StringBuilder();
        operand(use, false).forEach(token -> text.append(token.text()));
        var operand = use.text().endsWith("_attribute") ? withoutUnderscores(text.toString()) : text.toString();
        if (operand.isEmpty()) {
            state.error("LB2036", use.blame(), "'" + use.text() + "' needs a name in parentheses");
            return 0;
        }
        int answer = state.options().features().answer(use.text(), operand);
        state.listener().featureRead(use.text(), operand, answer);
        return answer;
    }

    private static String withoutUnderscores(String name) {
        return name.length() > 4 && name.startsWith("__") && name.endsWith("__")
                ? name.substring(2, name.length() - 2)
                : name;
    }

    /** The tokens between the parentheses after an operator. */
    private List<Token> operand(Token use, boolean expanded) {
        var tokens = new ArrayList<Token>();
        if (!expander.takeParenthesis()) {
            state.error("LB2036", use.blame(), "'" + use.text() + "' needs an operand in parentheses");
            return tokens;
        }
        int nested = 0;
        while (true) {
            var token = expanded ? expander.readAcross() : expander.nextOfArguments();
            if (token == null) {
                state.error("LB2036", use.blame(), "the operand of '" + use.text() + "' is not closed");
                return tokens;
            }
            if (token.isPunctuator("(")) {
                nested++;
            } else if (token.isPunctuator(")") && nested-- == 0) {
                return tokens;
            }
            tokens.add(token);
        }
    }

    private boolean pragma(Token use) {
        if (unit.inDirective()) {
            return false;
        }
        var operand = operand(use, true);
        if (operand.size() != 1 || operand.get(0).kind() != TokenKind.STRING) {
            state.error("LB2037", use.blame(), "_Pragma needs one string literal in parentheses");
            expander.pushNothing(use);
            return true;
        }
        var line = new GnuLexer().lex(SourceFile.BUILT_IN, content(operand.get(0).text()), state.sink());
        pragmas.run(line.tokens(), use.position(), use.expansion())
                .ifPresentOrElse(expander::pushResult, () -> expander.pushNothing(use));
        return true;
    }

    /** C11 6.10.9: prefix and quotes dropped, {@code \"} and {@code \\} undone. */
    private static String content(String literal) {
        var out = new StringBuilder();
        int start = literal.indexOf('"') + 1;
        for (int i = start; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c == '\\' && (literal.charAt(i + 1) == '"' || literal.charAt(i + 1) == '\\')) {
                c = literal.charAt(++i);
            }
            out.append(c);
        }
        return out.toString();
    }
}
