package org.latebind.make;

import java.util.Optional;
import org.latebind.make.Statement.Modifiers;
import org.latebind.make.Statement.Test;

/**
 * What one logical line is, decided as GNU make's {@code eval} does: an assignment first, so that variables may have
 * the names of directives; then the directives; what is left is a rule or text that expands.
 */
final class StatementParser {
    private StatementParser() {}

    static Statement parse(String raw) {
        var line = Text.withoutComment(Text.joined(raw));
        int start = Text.skipSpace(line, 0);
        if (start == line.length()) {
            return new Statement.Empty();
        }
        var text = line.substring(start);
        return assignment(text, true).orElseGet(() -> directive(text));
    }

    /** An assignment with the words before it. */
    static Optional<Statement> assignment(String text, boolean directives) {
        boolean export = false;
        boolean unexport = false;
        boolean override = false;
        boolean isPrivate = false;
        int at = Text.skipSpace(text, 0);
        while (at < text.length()) {
            var modifiers = new Modifiers(export, unexport, override, isPrivate);
            var definition = Definition.parse(text.substring(at));
            if (definition.isPresent()) {
                return definition.map(d -> new Statement.Assignment(modifiers, d.name(), d.operator(), d.value()));
            }
            int end = Text.endOfWord(text, at);
            var rest = text.substring(Text.skipSpace(text, end));
            switch (text.substring(at, end)) {
                case "export" -> export = true;
                case "unexport" -> unexport = true;
                case "override" -> override = true;
                case "private" -> isPrivate = true;
                case "define" -> {
                    return directives ? Optional.of(define(modifiers, rest)) : Optional.empty();
                }
                case "undefine" -> {
                    return directives ? Optional.of(new Statement.Undefine(modifiers, rest)) : Optional.empty();
                }
                default -> {
                    return Optional.empty();
                }
            }
            at = Text.skipSpace(text, end);
        }
        return Optional.empty();
    }

    private static Statement define(Modifiers modifiers, String head) {
        var definition = Definition.parse(head);
        return new Statement.Define(modifiers, definition.map(Definition::name).orElse(head),
                definition.map(Definition::operator).orElse(Operator.RECURSIVE));
    }

    private static Statement directive(String text) {
        int end = Text.endOfWord(text, 0);
        var word = text.substring(0, end);
        var rest = text.substring(Text.skipSpace(text, end));
        return conditional(word, rest).<Statement>map(conditional -> conditional).orElseGet(() -> switch (word) {
            case "else" -> otherwise(rest);
            case "endif" -> new Statement.EndIf();
            case "endef" -> new Statement.EndDefine();
            case "export" -> new Statement.Export(true, rest);
            case "unexport" -> new Statement.Export(false, rest);
            case "vpath" -> new Statement.SearchPath(rest);
            case "include" -> new Statement.Include(true, rest);
            case "-include", "sinclude" -> new Statement.Include(false, rest);
            case "load", "-load" -> new Statement.Load(rest);
            default -> new Statement.Text();
        });
    }

    private static Optional<Statement.Conditional> conditional(String word, String rest) {
        return Optional.ofNullable(switch (word) {
            case "ifdef" -> new Statement.Conditional(false, defined(rest));
            case "ifndef" -> new Statement.Conditional(true, defined(rest));
            case "ifeq" -> new Statement.Conditional(false, equal(rest));
            case "ifneq" -> new Statement.Conditional(true, equal(rest));
            default -> null;
        });
    }

    private static Statement otherwise(String rest) {
        int end = Text.endOfWord(rest, 0);
        var next = conditional(rest.substring(0, end), rest.substring(Text.skipSpace(rest, end)));
        return new Statement.Else(next, rest.isEmpty() || next.isPresent());
    }

    private static Optional<Test> defined(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(new Test.Defined(name));
    }

    /** {@code (a,b)}, or two quoted texts. The blanks behind the opening and before the closing bracket count. */
    private static Optional<Test> equal(String operands) {
        if (operands.isEmpty()) {
            return Optional.empty();
        }
        return switch (operands.charAt(0)) {
            case '(' -> bracketed(operands);
            case '"', '\'' -> quoted(operands);
            default -> Optional.empty();
        };
    }

    private static Optional<Test> bracketed(String operands) {
        int comma = topLevel(operands, 1, ',');
        if (comma < 0) {
            return Optional.empty();
        }
        int leftEnd = comma;
        while (leftEnd > 1 && Text.isBlank(operands.charAt(leftEnd - 1))) {
            leftEnd--;
        }
        return right(operands.substring(1, leftEnd), operands.substring(comma + 1));
    }

    private static Optional<Test> quoted(String operands) {
        int close = operands.indexOf(operands.charAt(0), 1);
        return close < 0 ? Optional.empty() : right(operands.substring(1, close),
                operands.substring(Text.skipSpace(operands, close + 1)));
    }

    /** The second operand, which may be quoted where the first one is not and the other way around. */
    private static Optional<Test> right(String left, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        char first = text.charAt(0);
        if (first == '"' || first == '\'') {
            int close = text.indexOf(first, 1);
            return close < 0 ? Optional.empty() : Optional.of(new Test.Equal(left, text.substring(1, close)));
        }
        int start = Text.skipSpace(text, 0);
        int close = topLevel(text, start, ')');
        return close < 0 ? Optional.empty() : Optional.of(new Test.Equal(left, text.substring(start, close)));
    }

    /** GNU make counts round brackets only, whatever they belong to. */
    private static int topLevel(String text, int from, char wanted) {
        int level = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == wanted && level <= 0) {
                return i;
            }
            if (c == '(') {
                level++;
            } else if (c == ')') {
                level--;
            }
        }
        return -1;
    }
}
