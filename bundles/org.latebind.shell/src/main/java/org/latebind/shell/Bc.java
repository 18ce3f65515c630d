package org.latebind.shell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** {@code bc}: expressions, one a line, with {@code scale=0}. */
final class Bc {
    private static final List<List<String>> LEVELS = List.of(List.of("||"), List.of("&&"),
            List.of("==", "!=", "<=", ">=", "<", ">"), List.of("+", "-"), List.of("*", "/", "%"));

    private final Call call;
    private String text = "";
    private int at;

    Bc(Call call) {
        this.call = call;
    }

    int run() {
        if (call.arguments().stream().anyMatch(word -> !word.equals("-q"))) {
            throw call.notCovered(call.arguments().getFirst());
        }
        for (var line : call.world().inspect(call.standardInput()).split("[\n;]")) {
            text = line.replace(" ", "").replace("\t", "");
            at = 0;
            if (text.isEmpty()) {
                continue;
            }
            var value = binary(0);
            if (at < text.length()) {
                throw wrong();
            }
            var number = value.toPlainString().replaceFirst("^(-?)0\\.(?=0*[1-9])", "$1.");
            if (number.length() > 68) {
                throw wrong();
            }
            call.print((value.signum() == 0 ? "0" : number) + "\n");
        }
        return 0;
    }

    private Stop wrong() {
        return call.notCovered("'" + text + "'");
    }

    private BigDecimal binary(int level) {
        if (level == LEVELS.size()) {
            return power();
        }
        var left = level == 1 && take("!") ? truth(binary(1).signum() == 0) : binary(level + 1);
        while (true) {
            var operator = LEVELS.get(level).stream().filter(each -> text.startsWith(each, at)).findFirst();
            if (operator.isEmpty()) {
                return left;
            }
            at += operator.get().length();
            left = apply(operator.get(), left, binary(level + 1));
        }
    }

    private boolean take(String what) {
        if (!text.startsWith(what, at)) {
            return false;
        }
        at += what.length();
        return true;
    }

    private BigDecimal apply(String operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case "||" -> truth(left.signum() != 0 || right.signum() != 0);
            case "&&" -> truth(left.signum() != 0 && right.signum() != 0);
            case "==" -> truth(left.compareTo(right) == 0);
            case "!=" -> truth(left.compareTo(right) != 0);
            case "<=" -> truth(left.compareTo(right) <= 0);
            case ">=" -> truth(left.compareTo(right) >= 0);
            case "<" -> truth(left.compareTo(right) < 0);
            case ">" -> truth(left.compareTo(right) > 0);
            case "+" -> left.add(right);
            case "-" -> left.subtract(right);
            case "*" -> {
                // bc cuts a product to the scale of its factors.
                int scale = Math.min(left.scale() + right.scale(), Math.max(left.scale(), right.scale()));
                yield left.multiply(right).setScale(scale, RoundingMode.DOWN);
            }
            default -> {
                if (right.signum() == 0 || operator.equals("%") && left.scale() + right.scale() > 0) {
                    throw wrong();
                }
                yield operator.equals("/") ? left.divide(right, 0, RoundingMode.DOWN) : left.remainder(right);
            }
        };
    }

    private static BigDecimal truth(boolean holds) {
        return holds ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private BigDecimal power() {
        if (take("-")) {
            return power().negate();
        }
        var base = primary();
        if (!take("^")) {
            return base;
        }
        var exponent = power();
        if (exponent.scale() > 0 || exponent.signum() < 0 || exponent.compareTo(BigDecimal.valueOf(200)) > 0
                || base.scale() > 0) {
            throw wrong();
        }
        return base.pow(exponent.intValue());
    }

    private BigDecimal primary() {
        if (take("(")) {
            var value = binary(0);
            if (!take(")")) {
                throw wrong();
            }
            return value;
        }
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        var digits = text.substring(from, at);
        if (!digits.matches("[0-9]{1,60}|[0-9]{0,60}\\.[0-9]{1,20}")) {
            throw wrong();
        }
        return new BigDecimal(digits);
    }
}
