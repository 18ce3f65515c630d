package org.latebind.shell;

import java.util.List;

/** An arithmetic expression on 64 bits: POSIX XCU 2.6.4, and {@code **} of bash. */
final class Arithmetic {
    private static final List<List<String>> LEVELS = List.of(List.of("||"), List.of("&&"), List.of("|"), List.of("^"),
            List.of("&"), List.of("==", "!="), List.of("<=", ">=", "<", ">"), List.of("<<", ">>"), List.of("+", "-"),
            List.of("*", "/", "%"));
    private static final int DEEPEST = 50;

    private final String text;
    private final Interpreter interpreter;
    private final World world;
    private final int depth;
    private int at;

    Arithmetic(String text, Interpreter interpreter, World world) {
        this(text, interpreter, world, 0);
    }

    private Arithmetic(String text, Interpreter interpreter, World world, int depth) {
        this.text = world.inspect(text);
        this.interpreter = interpreter;
        this.world = world;
        this.depth = depth;
        if (depth > DEEPEST) {
            throw world.notCovered("arithmetic that deep");
        }
    }

    long value() {
        blanks();
        if (at == text.length()) {
            return 0;
        }
        long value = assignment();
        blanks();
        if (at < text.length()) {
            throw wrong();
        }
        return value;
    }

    /** Shells stop here, with a status that differs. */
    private Stop wrong() {
        return world.notCovered("the arithmetic '" + text + "'");
    }

    private void blanks() {
        while (at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean take(String token) {
        blanks();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private long assignment() {
        blanks();
        int from = at;
        var name = name();
        if (!name.isEmpty()) {
            blanks();
            for (var operator : List.of("=", "+=", "-=", "*=", "/=", "%=")) {
                if (text.startsWith(operator, at) && !text.startsWith("==", at)) {
                    at += operator.length();
                    long right = assignment();
                    long value = operator.equals("=") ? right
                            : binary(operator.substring(0, 1), variable(name), right);
                    interpreter.assign(name, String.valueOf(value));
                    return value;
                }
            }
            if (text.startsWith("++", at) || text.startsWith("--", at)) {
                if (world.dialect != Dialect.BASH) {
                    throw wrong();
                }
                long value = variable(name);
                interpreter.assign(name, String.valueOf(text.charAt(at) == '+' ? value + 1 : value - 1));
                at += 2;
                return value;
            }
        }
        at = from;
        return ternary();
    }

    private long ternary() {
        long condition = binary(0);
        if (!take("?")) {
            return condition;
        }
        long yes = assignment();
        if (!take(":")) {
            throw wrong();
        }
        long no = assignment();
        return condition != 0 ? yes : no;
    }

    private long binary(int level) {
        if (level == LEVELS.size()) {
            return power();
        }
        long left = binary(level + 1);
        while (true) {
            var operator = operator(level);
            if (operator.isEmpty()) {
                return left;
            }
            at += operator.length();
            left = binary(operator, left, binary(level + 1));
        }
    }

    private String operator(int level) {
        blanks();
        for (var operator : LEVELS.get(level)) {
            if (text.startsWith(operator, at) && !isLonger(operator)) {
                return operator;
            }
        }
        return "";
    }

    private boolean isLonger(String operator) {
        var rest = text.substring(at + operator.length());
        return switch (operator) {
            case "|" -> rest.startsWith("|");
            case "&" -> rest.startsWith("&");
            case "<" -> rest.startsWith("<");
            case ">" -> rest.startsWith(">");
            case "*" -> rest.startsWith("*");
            default -> false;
        };
    }

    private long binary(String operator, long left, long right) {
        return switch (operator) {
            case "||" -> left != 0 || right != 0 ? 1 : 0;
            case "&&" -> left != 0 && right != 0 ? 1 : 0;
            case "|" -> left | right;
            case "^" -> left ^ right;
            case "&" -> left & right;
            case "==" -> left == right ? 1 : 0;
            case "!=" -> left != right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case ">=" -> left >= right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case ">" -> left > right ? 1 : 0;
            case "<<" -> left << right;
            case ">>" -> left >> right;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            default -> {
                if (right == 0 || left == Long.MIN_VALUE && right == -1) {
                    throw wrong();
                }
                yield operator.equals("/") ? left / right : left % right;
            }
        };
    }

    private long power() {
        long base = unary();
        if (world.dialect != Dialect.BASH || !take("**")) {
            return base;
        }
        long exponent = power();
        if (exponent < 0 || exponent > 64) {
            throw wrong();
        }
        long result = 1;
        for (long i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }

    private long unary() {
        blanks();
        if (take("!")) {
            return unary() == 0 ? 1 : 0;
        }
        if (take("~")) {
            return ~unary();
        }
        if (text.startsWith("++", at) || text.startsWith("--", at)) {
            throw wrong();
        }
        if (take("-")) {
            return -unary();
        }
        if (take("+")) {
            return unary();
        }
        return primary();
    }

    private long primary() {
        blanks();
        if (take("(")) {
            long value = assignment();
            if (!take(")")) {
                throw wrong();
            }
            return value;
        }
        var name = name();
        if (!name.isEmpty()) {
            if (at < text.length() && text.charAt(at) == '[') {
                throw wrong();
            }
            return variable(name);
        }
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '#')) {
            at++;
        }
        return number(text.substring(from, at));
    }

    private long number(String digits) {
        try {
            if (digits.matches("0[xX][0-9A-Fa-f]+")) {
                return Long.parseLong(digits.substring(2), 16);
            }
            if (digits.matches("0[0-7]+")) {
                return Long.parseLong(digits, 8);
            }
            if (digits.matches("0|[1-9][0-9]*")) {
                return Long.parseLong(digits);
            }
        } catch (NumberFormatException e) {
            throw wrong();
        }
        throw wrong();
    }

    private String name() {
        int from = at;
        if (at < text.length() && WordReader.isNameStart(text.charAt(at))) {
            while (at < text.length() && (WordReader.isNameStart(text.charAt(at)) || Character.isDigit(text.charAt(at)))) {
                at++;
            }
        }
        return text.substring(from, at);
    }

    private long variable(String name) {
        var value = world.inspect(interpreter.variable(name).map(ShellVariable::text).orElse(""));
        if (world.dialect != Dialect.BASH && !value.strip().matches("[-+]?[0-9][0-9a-fA-FxX]*|")) {
            throw wrong();
        }
        return new Arithmetic(value, interpreter, world, depth + 1).value();
    }
}
