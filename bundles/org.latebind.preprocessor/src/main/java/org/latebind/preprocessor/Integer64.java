package org.latebind.preprocessor;

/**
 * A value of intmax_t or uintmax_t in a condition (C11 6.10.1p4), 64 bits on all targets.
 */
record Integer64(long bits, boolean unsigned) {
    static final Integer64 ZERO = new Integer64(0, false);
    static final Integer64 ONE = new Integer64(1, false);

    static Integer64 of(boolean value) {
        return value ? ONE : ZERO;
    }

    boolean isTrue() {
        return bits != 0;
    }

    /** The result of a binary operator, or null for a division by zero. */
    static Integer64 apply(String operator, Integer64 a, Integer64 b) {
        boolean unsigned = a.unsigned || b.unsigned;
        return switch (operator) {
            case "+" -> new Integer64(a.bits + b.bits, unsigned);
            case "-" -> new Integer64(a.bits - b.bits, unsigned);
            case "*" -> new Integer64(a.bits * b.bits, unsigned);
            case "/", "%" -> divide(operator, a.bits, b.bits, unsigned);
            case "<<" -> shift(a, b.isNegative() ? -b.bits : b.bits, !b.isNegative());
            case ">>" -> shift(a, b.isNegative() ? -b.bits : b.bits, b.isNegative());
            case "<" -> of(compare(a, b, unsigned) < 0);
            case ">" -> of(compare(a, b, unsigned) > 0);
            case "<=" -> of(compare(a, b, unsigned) <= 0);
            case ">=" -> of(compare(a, b, unsigned) >= 0);
            case "==" -> of(a.bits == b.bits);
            case "!=" -> of(a.bits != b.bits);
            case "&" -> new Integer64(a.bits & b.bits, unsigned);
            case "^" -> new Integer64(a.bits ^ b.bits, unsigned);
            case "|" -> new Integer64(a.bits | b.bits, unsigned);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private boolean isNegative() {
        return !unsigned && bits < 0;
    }

    private static int compare(Integer64 a, Integer64 b, boolean unsigned) {
        return unsigned ? Long.compareUnsigned(a.bits, b.bits) : Long.compare(a.bits, b.bits);
    }

    private static Integer64 divide(String operator, long a, long b, boolean unsigned) {
        if (b == 0) {
            return null;
        }
        boolean quotient = operator.equals("/");
        if (unsigned) {
            return new Integer64(quotient ? Long.divideUnsigned(a, b) : Long.remainderUnsigned(a, b), true);
        }
        return new Integer64(quotient ? a / b : a % b, false);
    }

    /** cpplib: a count of 64 or more shifts everything out. */
    private static Integer64 shift(Integer64 value, long count, boolean left) {
        boolean out = Long.compareUnsigned(count, 64) >= 0;
        if (left) {
            return new Integer64(out ? 0 : value.bits << count, value.unsigned);
        }
        if (value.unsigned) {
            return new Integer64(out ? 0 : value.bits >>> count, true);
        }
        return new Integer64(value.bits >> (out ? 63 : count), false);
    }
}
