package org.latebind.preprocessor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.IncludeResolver.Request;
import org.latebind.token.api.PreprocessorListener.Read;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** Executes directives, C11 6.10. */
final class Directives {
    private final Unit unit;
    private final UnitState state;
    private final Expander expander;
    private final Pragmas pragmas;

    Directives(Unit unit, UnitState state, Expander expander) {
        this.unit = unit;
        this.state = state;
        this.expander = expander;
        this.pragmas = new Pragmas(unit, state);
    }

    /** Executes directive {@code d}; reading goes on where the frame then stands. */
    void run(FileFrame f, int d) {
        f.jumpAfter(d);
        switch (f.file.kind[d]) {
            case IF, IFDEF, IFNDEF -> {
                if (!holds(f, d)) {
                    skip(f, d);
                }
            }
            case ELIF, ELIFDEF, ELIFNDEF, ELSE -> leaveGroup(f, d);
            case ENDIF -> {
                if (f.file.link[d] == PreparedFile.MISPLACED) {
                    state.error("LB2012", where(f, d), "#endif without #if");
                }
            }
            case DEFINE -> define(f, d);
            case UNDEF -> undefine(f, d);
            case INCLUDE -> include(f, d, false, false);
            case INCLUDE_NEXT -> include(f, d, true, false);
            case IMPORT -> include(f, d, false, true);
            case LINE -> line(f, d, 2);
            case LINE_MARK -> line(f, d, 1);
            case ERROR -> throw DiagnosticException.refused(
                    Diagnostic.error("LB2060", where(f, d), "#error " + spelling(f, d, 2)));
            case WARNING -> state.report(Diagnostic.warning("LB2061", where(f, d), "#warning " + spelling(f, d, 2)));
            case PRAGMA -> pragmas.run(line(f, d), where(f, d), Expansion.NONE).ifPresent(unit::emit);
            case IDENT, EMPTY -> { }
            case ASSERT -> state.error("LB2014", where(f, d), "#assert and #unassert are not supported");
            case UNKNOWN -> state.error("LB2013", where(f, d), "unknown directive #" + spelling(f, d, 1));
        }
    }

    private static Position where(FileFrame f, int d) {
        return f.tokens[f.file.start[d]].position();
    }

    private static List<Token> line(FileFrame f, int d) {
        return f.file.lexed.tokens().subList(f.file.start[d] + 2, f.file.end[d]);
    }

    private static String spelling(FileFrame f, int d, int from) {
        return Pragmas.spelling(f.file.lexed.tokens().subList(f.file.start[d] + from, f.file.end[d]));
    }

    // ---- conditional groups

    private boolean holds(FileFrame f, int d) {
        return switch (f.file.kind[d]) {
            case IF, ELIF -> unit.evaluate(f.tokens, f.file.start[d] + 2, f.file.end[d], where(f, d));
            case IFDEF, ELIFDEF -> isDefined(f, d);
            case IFNDEF, ELIFNDEF -> !isDefined(f, d);
            default -> true;
        };
    }

    private boolean isDefined(FileFrame f, int d) {
        int name = f.file.start[d] + 2;
        if (name >= f.file.end[d] || f.tokens[name].kind() != TokenKind.IDENTIFIER) {
            state.error("LB2015", where(f, d), "the directive needs the name of a macro");
            return f.file.kind[d] == DirectiveKind.IFNDEF || f.file.kind[d] == DirectiveKind.ELIFNDEF;
        }
        return state.read(f.tokens[name].text(), Read.DEFINED).meaning != null;
    }

    /** Goes to the first later group of the chain whose condition holds. */
    private void skip(FileFrame f, int d) {
        int from = d;
        int next = f.file.link[d];
        while (next >= 0 && f.file.kind[next] != DirectiveKind.ENDIF) {
            reportMisplaced(f, from, next);
            f.jumpAfter(next);
            if (holds(f, next)) {
                return;
            }
            from = next;
            next = f.file.link[next];
        }
        leave(f, from, next);
    }

    private void leaveGroup(FileFrame f, int d) {
        if (f.file.link[d] == PreparedFile.MISPLACED) {
            misplaced(f, d);
        } else {
            leave(f, d, f.file.endOfGroup(d));
        }
    }

    private void misplaced(FileFrame f, int d) {
        state.error("LB2012", where(f, d), "#" + f.tokens[f.file.start[d] + 1].text() + " without #if, or after #else");
    }

    /** What is wrong with conditionals is wrong in a group that is passed over, too. */
    private void reportMisplaced(FileFrame f, int from, int to) {
        if (f.file.misplacedAlternatives) {
            IntStream.range(from + 1, to).filter(f.file::isMisplacedAlternative).forEach(d -> misplaced(f, d));
        }
    }

    private void leave(FileFrame f, int from, int end) {
        reportMisplaced(f, from, end < 0 ? f.file.kind.length : end);
        if (end < 0) {
            f.jumpToEnd();
        } else {
            f.jumpAfter(end);
        }
    }

    // ---- definitions

    private void define(FileFrame f, int d) {
        f.file.definition(d, state.sink())
                .ifPresent(meaning -> state.define(f.tokens[f.file.start[d] + 2].text(), meaning));
    }

    private void undefine(FileFrame f, int d) {
        int name = f.file.start[d] + 2;
        if (name >= f.file.end[d] || f.tokens[name].kind() != TokenKind.IDENTIFIER) {
            state.error("LB2015", where(f, d), "the directive needs the name of a macro");
            return;
        }
        if (f.tokens[name].text().equals("defined")) {
            state.error("LB2015", f.tokens[name].position(), "'defined' cannot be the name of a macro");
            return;
        }
        state.undefine(f.tokens[name].text());
    }

    // ---- include and line

    private void include(FileFrame f, int d, boolean next, boolean once) {
        state.dependsOnMore();
        int from = f.file.start[d] + 2;
        int to = f.file.end[d];
        var header = from < to && isHeader(f.tokens[from])
                ? HeaderName.of(List.of(f.tokens[from]))
                : HeaderName.of(expanded(f, from, to));
        if (header.isEmpty()) {
            throw DiagnosticException.refused(
                    Diagnostic.error("LB2016", where(f, d), "#include needs \"FILE\" or <FILE>"));
        }
        var request = new Request(header.get().spelling(), header.get().angled(), next, f.lexed.file(), f.slot);
        unit.include(request, () -> f.tokens[Math.min(from, to - 1)].position(), once);
    }

    private static boolean isHeader(Token token) {
        return token.kind() == TokenKind.HEADER_NAME || token.kind() == TokenKind.STRING;
    }

    private List<Token> expanded(FileFrame f, int from, int to) {
        boolean outer = unit.inDirective();
        unit.setInDirective(true);
        expander.openBarrier(f.tokens, from, to);
        var result = new ArrayList<Token>();
        for (var token = expander.read(); token != null; token = expander.read()) {
            result.add(token);
        }
        expander.closeBarrier();
        unit.setInDirective(outer);
        return result;
    }

    private void line(FileFrame f, int d, int skip) {
        var words = expanded(f, f.file.start[d] + skip, f.file.end[d]);
        int line = words.isEmpty() ? -1 : digits(words.get(0).text());
        if (line < 0 || words.size() > 1 && words.get(1).kind() != TokenKind.STRING) {
            state.error("LB2017", where(f, d), "#line needs a line number, and a file name in quotes or nothing");
            return;
        }
        state.dependsOnMore();
        f.lineShift = line - (f.tokens[f.file.start[d]].line() + 1);
        if (words.size() > 1) {
            var name = words.get(1).text();
            f.presumedName = name.substring(1, name.length() - 1);
        }
    }

    private static int digits(String text) {
        if (text.length() > 10) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value > Integer.MAX_VALUE ? -1 : (int) value;
    }
}
