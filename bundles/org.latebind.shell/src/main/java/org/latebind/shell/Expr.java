package org.latebind.shell;

import java.math.BigInteger;
import java.util.List;

/** {@code expr}. */
final class Expr {
    private static final List<List<String>> LEVELS = List.of(List.of("|"), List.of("&"),
            List.of("=", "==", "!=", "<", "<=", ">", ">="), List.of("+", "-"), List.of("*", "/", "%"), List.of(":"));

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong() {
            super("", null, false, false);
        }
    }

    private final Call call;
    private final List<String> words;
    private int at;

    Expr(Call call) {
        this.call = call;
        this.words = !call.arguments().isEmpty() && call.arguments().getFirst().equals("--")
                ? call.arguments().subList(1, call.arguments().size()) : call.arguments();
    }

    int run() {
        words.forEach(call.world()::inspect);
        try {
            var value = binary(0);
            if (at < words.size()) {
                return call.fail(2);
            }
            call.print(value + "\n");
            return isNull(value) ? 1 : 0;
        } catch (Wrong wrong) {
            return call.fail(2);
        }
    }

    private static boolean isNull(String value) {
        return value.isEmpty() || value.matches("-?0+");
    }

    private String binary(int level) {
        if (level == LEVELS.size()) {
            return primary();
        }
        var left = binary(level + 1);
        while (at < words.size() && LEVELS.get(level).contains(words.get(at))) {
            var operator = words.get(at++);
            left = apply(operator, left, binary(level + 1));
        }
        return left;
    }

    private String apply(String operator, String left, String right) {
        return switch (operator) {
            case "|" -> !isNull(left) ? left : !isNull(right) ? right : "0";
            case "&" -> isNull(left) || isNull(right) ? "0" : left;
            case ":" -> match(left, right);
            case "+" -> number(left).add(number(right)).toString();
            case "-" -> number(left).subtract(number(right)).toString();
            case "*" -> number(left).multiply(number(right)).toString();
            case "/" -> number(left).divide(divisor(right)).toString();
            case "%" -> number(left).remainder(divisor(right)).toString();
            default -> compare(operator, left, right) ? "1" : "0";
        };
    }

    private static boolean compare(String operator, String left, String right) {
        int compared = isNumber(left) && isNumber(right)
                ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
        return switch (operator) {
            case "=", "==" -> compared == 0;
            case "!=" -> compared != 0;
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            default -> compared >= 0;
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+");
    }

    private static BigInteger number(String text) {
        if (!isNumber(text)) {
            throw new Wrong();
        }
        return new BigInteger(text);
    }

    private static BigInteger divisor(String text) {
        var number = number(text);
        if (number.signum() == 0) {
            throw new Wrong();
        }
        return number;
    }

    /** What the first group matched, or how much was matched. */
    private String match(String text, String source) {
        var regex = Regex.compile("^" + (source.startsWith("^") ? source.substring(1) : source), false,
                Regex.Use.GREP, false, call.world());
        if (source.contains("\\|")) {
            throw call.notCovered("'\\|'");
        }
        var match = regex.find(text, 0);
        if (regex.groups() > 0) {
            return match.map(found -> found.group(1) == null ? "" : found.group(1)).orElse("");
        }
        return match.map(found -> String.valueOf(found.end())).orElse("0");
    }

    private String primary() {
        if (at == words.size()) {
            throw new Wrong();
        }
        var word = words.get(at++);
        switch (word) {
            case "(" -> {
                var value = binary(0);
                if (at == words.size() || !words.get(at++).equals(")")) {
                    throw new Wrong();
                }
                return value;
            }
            case "length" -> {
                return String.valueOf(primary().length());
            }
            case "match" -> {
                var text = primary();
                return match(text, primary());
            }
            case "substr" -> {
                var text = primary();
                var from = primary();
                var count = primary();
                if (!isNumber(from) || !isNumber(count) || from.length() > 6 || count.length() > 6) {
                    return "";
                }
                int start = Integer.parseInt(from);
                int length = Integer.parseInt(count);
                return start < 1 || length < 1 || start > text.length() ? ""
                        : text.substring(start - 1, Math.min(text.length(), start - 1 + length));
            }
            case "index" -> {
                var text = primary();
                var set = primary();
                for (int i = 0; i < text.length(); i++) {
                    if (set.indexOf(text.charAt(i)) >= 0) {
                        return String.valueOf(i + 1);
                    }
                }
                return "0";
            }
            case "+" -> {
                if (at == words.size()) {
                    throw new Wrong();
                }
                return words.get(at++);
            }
            case ")", "|", "&", "=", "==", "!=", "<", "<=", ">", ">=", "-", "*", "/", "%", ":" -> throw new Wrong();
            default -> {
                return word;
            }
        }
    }
}
