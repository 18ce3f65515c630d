package org.latebind.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** The directive lines of a module file and how its conditionals nest (C11 6.10.1). */
final class Directives {
    static final Directives NONE = new Directives(List.of());

    /** A directive line: from its {@code #} to the next line. */
    record Line(int first, int end, String name) {}

    /** One branch: its directive line, and the tokens up to the next. */
    record Branch(Line line, int end) {
        int first() {
            return line.end();
        }

        /** The line from the directive's name on. */
        Span directiveSpan(TokenCursor cursor) {
            return new Span(cursor.tokenAt(line.first()).blame(), line.first() + 1, line.end());
        }
    }

    /** A conditional from {@code #if} to behind {@code #endif}. */
    record Group(int first, int end, List<Branch> branches) {}

    private final List<Token> tokens;
    private final Map<Integer, Line> lines = new HashMap<>();
    private final Map<Integer, Group> groups = new HashMap<>();

    private Directives(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Reads all directives; a conditional that does not nest is reported and taken to end with the file. */
    static Directives of(List<Token> tokens, DiagnosticSink sink) {
        var directives = new Directives(tokens);
        directives.read(sink);
        return directives;
    }

    boolean isLine(int place) {
        return !lines.isEmpty() && lines.containsKey(place);
    }

    /** Whether a place lies in a branch of a conditional, that of a file's include guard aside. */
    boolean isInside(int place) {
        return groups.values().stream().anyMatch(
                group -> group.first() < place && place < group.end() && !isIncludeGuard(group));
    }

    /** {@code #ifndef X}, {@code #define X} ... {@code #endif} around a whole file. */
    boolean isIncludeGuard(Group group) {
        int define = group.first() + 3;
        return group.first() == 0 && group.end() == tokens.size() && group.branches().size() == 1
                && tokens.get(1).isIdentifier("ifndef") && lineAt(define).name().equals("define")
                && define + 2 < tokens.size() && tokens.get(define + 2).text().equals(tokens.get(2).text());
    }

    /** Whether a conditional between two places opens or closes braces in some of its branches only. */
    boolean unbalances(int from, int to, TokenCursor cursor) {
        return groups.values().stream()
                .filter(group -> from <= group.first() && group.end() <= to)
                .anyMatch(group -> unbalances(group, cursor));
    }

    private static boolean unbalances(Group group, TokenCursor cursor) {
        var balances = group.branches().stream().map(branch -> balance(branch, cursor)).distinct().toList();
        boolean complete = group.branches().getLast().line().name().equals("else");
        return balances.size() > 1 || !complete && balances.getFirst() != 0;
    }

    private static int balance(Branch branch, TokenCursor cursor) {
        int balance = 0;
        for (int i = branch.first(); i < branch.end(); i++) {
            var lexeme = cursor.rawAt(i);
            balance += lexeme == Lexeme.OPEN_BRACE ? 1 : lexeme == Lexeme.CLOSE_BRACE ? -1 : 0;
        }
        return balance;
    }

    /** Whether a branch is never compiled, on any kernel: {@code #if 0}, {@code #ifdef __cplusplus}. */
    boolean isNeverTaken(Branch branch) {
        var text = text(branch.line(), 1);
        return text.equals("if 0") || text.equals("ifdef __cplusplus") || text.equals("if defined(__cplusplus)");
    }

    Line lineAt(int place) {
        return lines.getOrDefault(place, new Line(place, place, ""));
    }

    Optional<Group> groupAt(int place) {
        return Optional.ofNullable(groups.get(place));
    }

    /** The text of a line from its token {@code skip} on. */
    String text(Line line, int skip) {
        var text = new StringBuilder();
        for (int i = line.first() + skip; i < line.end(); i++) {
            var token = tokens.get(i);
            text.append(token.has(Token.SPACE_BEFORE) && !text.isEmpty() ? " " : "").append(token.text());
        }
        return text.toString();
    }

    /** A conditional that is being read. */
    private static final class Open {
        final Line start;
        final List<Branch> branches = new ArrayList<>();
        Line current;

        Open(Line start) {
            this.start = start;
            this.current = start;
        }

        void close(int end) {
            branches.add(new Branch(current, end));
        }
    }

    private void read(DiagnosticSink sink) {
        var open = new ArrayDeque<Open>();
        for (int i = 0; i < tokens.size();) {
            if (!Lexeme.beginsDirective(tokens.get(i))) {
                i++;
                continue;
            }
            var line = line(i);
            lines.put(i, line);
            i = line.end();
            conditional(line, open, sink);
        }
        for (var group : open) {
            report(sink, group.start, "no '#endif' ends this conditional");
            group.close(tokens.size());
            groups.put(group.start.first(), new Group(group.start.first(), tokens.size(), group.branches));
        }
    }

    private Line line(int first) {
        int end = first + 1;
        while (end < tokens.size() && !tokens.get(end).has(Token.LINE_START)
                && tokens.get(end).kind() != TokenKind.END) {
            end++;
        }
        var name = end > first + 1 ? tokens.get(first + 1).text() : "";
        return new Line(first, end, name);
    }

    private void conditional(Line line, ArrayDeque<Open> open, DiagnosticSink sink) {
        switch (line.name()) {
            case "if", "ifdef", "ifndef" -> open.push(new Open(line));
            case "elif", "else", "elifdef", "elifndef" -> {
                if (open.isEmpty()) {
                    report(sink, line, "'#" + line.name() + "' without '#if'");
                } else if (open.peek().current.name().equals("else")) {
                    report(sink, line, "'#" + line.name() + "' after '#else'");
                } else {
                    open.peek().close(line.first());
                    open.peek().current = line;
                }
            }
            case "endif" -> {
                if (open.isEmpty()) {
                    report(sink, line, "'#endif' without '#if'");
                } else {
                    var group = open.pop();
                    group.close(line.first());
                    groups.put(group.start.first(), new Group(group.start.first(), line.end(), group.branches));
                }
            }
            default -> { }
        }
    }

    private void report(DiagnosticSink sink, Line line, String message) {
        sink.report(Diagnostic.error("LB3007", tokens.get(line.first()).position(), message));
    }
}
