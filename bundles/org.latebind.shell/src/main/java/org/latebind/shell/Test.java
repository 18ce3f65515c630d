package org.latebind.shell;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** {@code test} and {@code [}. */
final class Test {
    private static final Set<String> UNARY = Set.of("-n", "-z", "-e", "-f", "-d", "-r", "-x", "-s", "-w", "-L", "-h",
            "-t", "-v", "-b", "-c", "-p", "-S", "-u", "-g", "-k", "-O", "-G");
    private static final Set<String> BINARY = Set.of("=", "!=", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot",
            "-ef", "==", "<", ">");

    /** Not an expression: status 2 and a message. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong() {
            super("", null, false, false);
        }
    }

    private final Interpreter interpreter;
    private final World world;

    Test(Interpreter interpreter, World world) {
        this.interpreter = interpreter;
        this.world = world;
    }

    static boolean isUnary(String text) {
        return UNARY.contains(text);
    }

    int run(List<String> arguments, Io io) {
        try {
            return holds(arguments) ? 0 : 1;
        } catch (Wrong wrong) {
            interpreter.complain(io);
            return 2;
        }
    }

    /** POSIX decides by the number of arguments. */
    private boolean holds(List<String> words) {
        int size = words.size();
        if (size == 0) {
            return false;
        }
        if (size == 1) {
            return isThere(words.getFirst());
        }
        if (size <= 4 && words.getFirst().equals("!") && !(size == 3 && BINARY.contains(words.get(1)))) {
            return !holds(words.subList(1, size));
        }
        if (size == 2) {
            if (!isUnary(words.getFirst())) {
                throw new Wrong();
            }
            return unary(words.getFirst(), words.get(1));
        }
        if (size == 3 && BINARY.contains(words.get(1))) {
            return binary(words.get(0), words.get(1), words.get(2));
        }
        var list = new Junctions(words);
        boolean result = list.or();
        if (list.at < size) {
            throw new Wrong();
        }
        return result;
    }

    private boolean isThere(String text) {
        if (text.chars().anyMatch(c -> !Unknowns.isUnknown((char) c) || world.unknowns.isWord((char) c))) {
            return true;
        }
        return !world.inspect(text).isEmpty();
    }

    private final class Junctions {
        private final List<String> words;
        private int at;

        Junctions(List<String> words) {
            this.words = words;
        }

        private boolean take(String word) {
            if (at < words.size() && words.get(at).equals(word)) {
                at++;
                return true;
            }
            return false;
        }

        boolean or() {
            boolean result = and();
            while (take("-o")) {
                result |= and();
            }
            return result;
        }

        private boolean and() {
            boolean result = not();
            while (take("-a")) {
                result &= not();
            }
            return result;
        }

        private boolean not() {
            return take("!") ? !not() : primary();
        }

        private boolean primary() {
            if (at + 2 < words.size() && BINARY.contains(words.get(at + 1))) {
                at += 3;
                return binary(words.get(at - 3), words.get(at - 2), words.get(at - 1));
            }
            if (take("(")) {
                boolean result = or();
                if (!take(")")) {
                    throw new Wrong();
                }
                return result;
            }
            if (at + 1 < words.size() && isUnary(words.get(at))) {
                at += 2;
                return unary(words.get(at - 2), words.get(at - 1));
            }
            if (at == words.size()) {
                throw new Wrong();
            }
            return isThere(words.get(at++));
        }
    }

    boolean unary(String operator, String operand) {
        return switch (operator) {
            case "-n" -> isThere(operand);
            case "-z" -> !isThere(operand);
            case "-e" -> exists(operand);
            case "-r" -> exists(operand);
            case "-f" -> !operand.equals("/dev/null") && !operand.isEmpty() && kind(operand).isFile();
            case "-d" -> !operand.equals("/dev/null") && !operand.isEmpty() && kind(operand) == FileKind.FOLDER;
            case "-x" -> !operand.isEmpty()
                    && (kind(operand) == FileKind.FOLDER || kind(operand) == FileKind.PROGRAM);
            case "-s" -> !operand.isEmpty() && (kind(operand) == FileKind.FOLDER || kind(operand).isFile()
                    && !world.content(World.resolve(interpreter.state().folder, operand)).isEmpty());
            default -> throw world.notCovered("'test " + operator + "'");
        };
    }

    private boolean exists(String operand) {
        return operand.equals("/dev/null") || !operand.isEmpty() && kind(operand).exists();
    }

    private FileKind kind(String path) {
        var kind = world.kind(World.resolve(interpreter.state().folder, path));
        return kind.isFile() && path.endsWith("/") ? FileKind.ABSENT : kind;
    }

    private boolean binary(String left, String operator, String right) {
        return switch (operator) {
            case "=" -> equal(left, right);
            case "==" -> {
                if (world.dialect != Dialect.BASH) {
                    throw new Wrong();
                }
                yield equal(left, right);
            }
            case "!=" -> !equal(left, right);
            case "<" -> world.inspect(left).compareTo(world.inspect(right)) < 0;
            case ">" -> world.inspect(left).compareTo(world.inspect(right)) > 0;
            case "-eq", "-ne", "-lt", "-le", "-gt", "-ge" ->
                compare(operator, number(left), number(right));
            default -> throw world.notCovered("'test " + operator + "'");
        };
    }

    private boolean equal(String left, String right) {
        return left.equals(right) || world.inspect(left).equals(world.inspect(right));
    }

    private long number(String text) {
        var digits = world.inspect(text).strip();
        if (!digits.matches("[-+]?[0-9]+")) {
            throw new Wrong();
        }
        try {
            return new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits).longValueExact();
        } catch (ArithmeticException e) {
            throw new Wrong();
        }
    }

    static boolean compare(String operator, long left, long right) {
        return switch (operator) {
            case "-eq" -> left == right;
            case "-ne" -> left != right;
            case "-lt" -> left < right;
            case "-le" -> left <= right;
            case "-gt" -> left > right;
            default -> left >= right;
        };
    }
}
