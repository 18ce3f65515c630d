package org.latebind.shell;

import java.util.List;
import java.util.regex.Matcher;
import org.latebind.shell.Node.Word;

/** bash's {@code [[ ]]}. */
final class Conditional {
    private final List<Word> words;
    private final Interpreter interpreter;
    private final Expander expander;
    private final World world;
    private int at;

    Conditional(List<Word> words, Interpreter interpreter, Expander expander, World world) {
        this.words = words;
        this.interpreter = interpreter;
        this.expander = expander;
        this.world = world;
    }

    boolean holds() {
        boolean result = or(true);
        if (at < words.size()) {
            throw world.notCovered("that '[[ ]]'");
        }
        return result;
    }

    private boolean take(String operator) {
        if (at < words.size() && words.get(at).plain().filter(operator::equals).isPresent()) {
            at++;
            return true;
        }
        return false;
    }

    private boolean or(boolean evaluate) {
        boolean result = and(evaluate);
        while (take("||")) {
            boolean right = and(evaluate && !result);
            result |= right;
        }
        return result;
    }

    private boolean and(boolean evaluate) {
        boolean result = primary(evaluate);
        while (take("&&")) {
            boolean right = primary(evaluate && result);
            result &= right;
        }
        return result;
    }

    private Word next() {
        if (at == words.size()) {
            throw world.notCovered("that '[[ ]]'");
        }
        return words.get(at++);
    }

    private boolean primary(boolean evaluate) {
        if (take("!")) {
            return !primary(evaluate);
        }
        if (take("(")) {
            boolean result = or(evaluate);
            if (!take(")")) {
                throw world.notCovered("that '[[ ]]'");
            }
            return result;
        }
        var first = next();
        var unary = first.plain().filter(Test::isUnary);
        if (unary.isPresent() && at < words.size() && !isOperator(words.get(at))) {
            var operand = next();
            return evaluate && unary(unary.get(), operand);
        }
        if (at == words.size() || !isOperator(words.get(at)) || isJunction(words.get(at))) {
            return evaluate && !expander.isEmpty(expander.text(first));
        }
        var operator = next().plain().orElseThrow();
        var second = next();
        return evaluate && binary(first, operator, second);
    }

    private static boolean isJunction(Word word) {
        return word.plain().filter(text -> List.of("&&", "||", ")").contains(text)).isPresent();
    }

    private static boolean isOperator(Word word) {
        return isJunction(word) || word.plain().filter(text -> List.of("=", "==", "!=", "=~", "<", ">", "-eq", "-ne",
                "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef").contains(text)).isPresent();
    }

    private boolean unary(String operator, Word operand) {
        if (operator.equals("-v")) {
            return interpreter.variable(expander.text(operand)).isPresent();
        }
        var text = expander.text(operand);
        return interpreter.decide("test|" + operator + "|" + text,
                () -> new Test(interpreter, world).unary(operator, text));
    }

    private boolean binary(Word first, String operator, Word second) {
        var left = expander.text(first);
        var field = expander.field(second);
        var right = field.text.toString();
        return interpreter.decide("[[" + left + "|" + operator + "|" + right, () -> switch (operator) {
            case "=", "==" -> matches(left, field);
            case "!=" -> !matches(left, field);
            case "=~" -> find(left, field);
            case "-eq", "-ne", "-lt", "-le", "-gt", "-ge" -> Test.compare(operator,
                    new Arithmetic(left, interpreter, world).value(),
                    new Arithmetic(right, interpreter, world).value());
            case "<" -> world.inspect(left).compareTo(world.inspect(right)) < 0;
            case ">" -> world.inspect(left).compareTo(world.inspect(right)) > 0;
            default -> throw world.notCovered("'" + operator + "'");
        });
    }

    private boolean matches(String text, Expander.Field pattern) {
        if (text.isEmpty() && pattern.text.isEmpty()) {
            return true;
        }
        return new Bounded(pattern.regex(world), world).matches(world.inspect(text));
    }

    private boolean find(String text, Expander.Field expression) {
        var source = new StringBuilder();
        for (int i = 0; i < expression.text.length(); i++) {
            char c = expression.text.charAt(i);
            source.append(expression.quoted.get(i) && "\\.[]{}()*+?^$|".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        var regex = Regex.extended(world.inspect(source.toString()), world);
        var match = regex.find(world.inspect(text), 0);
        var groups = new java.util.TreeMap<Integer, String>();
        match.ifPresent(found -> groups(found, groups));
        interpreter.state().variables.put("BASH_REMATCH", new ShellVariable(true, groups));
        return match.isPresent();
    }

    private static void groups(Matcher match, java.util.TreeMap<Integer, String> groups) {
        for (int i = 0; i <= match.groupCount(); i++) {
            groups.put(i, match.group(i) == null ? "" : match.group(i));
        }
    }
}
