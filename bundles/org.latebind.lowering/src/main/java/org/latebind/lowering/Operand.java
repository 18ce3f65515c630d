package org.latebind.lowering;

import java.math.BigInteger;

/**
 * A value as instructions name it.
 *
 * @param type its LLVM type, {@code i32} or {@code ptr}
 * @param text a register, a symbol or a constant
 */
record Operand(String type, String text) {
    static final Operand VOID = new Operand("void", "");
    static final Operand TRUE = new Operand("i1", "1");
    static final Operand FALSE = new Operand("i1", "0");

    /** The integer that {@code value} is when cut to {@code bits} bits. */
    static Operand integer(int bits, BigInteger value) {
        return new Operand("i" + bits, wrap(bits, value).toString());
    }

    static Operand integer(int bits, long value) {
        return bits >= 64 ? new Operand("i" + bits, Long.toString(value)) : integer(bits, BigInteger.valueOf(value));
    }

    static Operand bool(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** {@code type text}, as an instruction's first operand or a call's argument. */
    String typed() {
        return type + " " + text;
    }

    boolean isInteger() {
        return type.charAt(0) == 'i';
    }

    boolean isPointer() {
        return type.startsWith("ptr");
    }

    /** Width of an integer. */
    int bits() {
        return Integer.parseInt(type, 1, type.length(), 10);
    }

    boolean isConstantInteger() {
        if (!isInteger()) {
            return false;
        }
        char first = text.charAt(0);
        return first == '-' || (first >= '0' && first <= '9');
    }

    /** The value of a constant integer, as signed; that of {@code i1} is 0 or 1. */
    BigInteger constant() {
        return new BigInteger(text);
    }

    /** The value of a constant integer, as unsigned. */
    BigInteger unsignedConstant() {
        var value = constant();
        return value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(bits())) : value;
    }

    boolean isZero() {
        return text.equals("0") || text.equals("null");
    }

    private static BigInteger wrap(int bits, BigInteger value) {
        if (value.bitLength() < bits) {
            return value;
        }
        var modulus = BigInteger.ONE.shiftLeft(bits);
        var low = value.mod(modulus);
        return bits > 1 && low.testBit(bits - 1) ? low.subtract(modulus) : low;
    }
}
