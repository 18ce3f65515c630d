package org.latebind.lowering;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Floating constants as LLVM spells them: their bits, in hexadecimal. */
final class FloatText {
    private FloatText() {}

    static String of(String type, BigDecimal value) {
        return switch (type) {
            case "float" -> bits(value.floatValue());
            case "double" -> bits(value.doubleValue());
            case "x86_fp80" -> extended(value);
            case "fp128" -> quad(value);
            default -> throw new IllegalArgumentException("not a floating type: " + type);
        };
    }

    static String infinity(String type) {
        return switch (type) {
            case "x86_fp80" -> "0xK7FFF8000000000000000";
            case "fp128" -> "0xL00000000000000007FFF000000000000";
            default -> "0x7FF0000000000000";
        };
    }

    static String quietNan(String type, long payload) {
        return switch (type) {
            case "x86_fp80" -> String.format("0xK7FFF%016X", 0xC000000000000000L | payload);
            case "fp128" -> String.format("0xL%016X7FFF800000000000", payload);
            // A float's bits are those of the double that has its value: the payload stands higher.
            case "float" -> String.format("0x%016X", 0x7FF8000000000000L | (payload & 0x3FFFFF) << 29);
            default -> String.format("0x%016X", 0x7FF8000000000000L | payload & 0x7FFFFFFFFFFFFL);
        };
    }

    private static String bits(double value) {
        return String.format("0x%016X", Double.doubleToRawLongBits(value));
    }

    private static String extended(BigDecimal value) {
        var rounded = Binary.round(value, 64, -16445);
        if (rounded.isZero()) {
            return "0xK00000000000000000000";
        }
        // The leading bit is explicit; a subnormal has exponent field 0.
        boolean normal = rounded.significand.bitLength() == 64;
        int field = normal ? rounded.exponent + 63 + 16383 : 0;
        if (field >= 0x7FFF) {
            return rounded.negative ? "0xKFFFF8000000000000000" : infinity("x86_fp80");
        }
        return String.format("0xK%04X%016X", field | (rounded.negative ? 0x8000 : 0), rounded.significand.longValue());
    }

    private static String quad(BigDecimal value) {
        var rounded = Binary.round(value, 113, -16494);
        if (rounded.isZero()) {
            return "0xL" + "0".repeat(32);
        }
        boolean normal = rounded.significand.bitLength() == 113;
        long field = normal ? rounded.exponent + 112 + 16383 : 0;
        if (field >= 0x7FFF) {
            return infinity("fp128");
        }
        var fraction = rounded.significand.clearBit(112);
        long high = fraction.shiftRight(64).longValue() | field << 48 | (rounded.negative ? 1L << 63 : 0);
        // The low half is written first.
        return String.format("0xL%016X%016X", fraction.longValue(), high);
    }

    /** {@code significand * 2^exponent}, rounded to nearest, ties to even. */
    private record Binary(boolean negative, BigInteger significand, int exponent) {
        boolean isZero() {
            return significand.signum() == 0;
        }

        static Binary round(BigDecimal value, int precision, int leastExponent) {
            var magnitude = value.abs();
            if (magnitude.signum() == 0 || magnitude.precision() - magnitude.scale() < -5000) {
                return new Binary(value.signum() < 0, BigInteger.ZERO, 0);
            }
            if (magnitude.precision() - magnitude.scale() > 5000) {
                return new Binary(value.signum() < 0, BigInteger.ONE.shiftLeft(precision - 1), 1 << 20);
            }
            var numerator = magnitude.unscaledValue();
            var denominator = BigInteger.ONE;
            if (magnitude.scale() > 0) {
                denominator = BigInteger.TEN.pow(magnitude.scale());
            } else {
                numerator = numerator.multiply(BigInteger.TEN.pow(-magnitude.scale()));
            }
            int exponent = numerator.bitLength() - denominator.bitLength() - precision;
            while (true) {
                exponent = Math.max(exponent, leastExponent);
                var scaledNumerator = exponent < 0 ? numerator.shiftLeft(-exponent) : numerator;
                var scaledDenominator = exponent > 0 ? denominator.shiftLeft(exponent) : denominator;
                var parts = scaledNumerator.divideAndRemainder(scaledDenominator);
                if (parts[0].bitLength() > precision) {
                    exponent++;
                    continue;
                }
                int half = parts[1].shiftLeft(1).compareTo(scaledDenominator);
                var result = half > 0 || (half == 0 && parts[0].testBit(0)) ? parts[0].add(BigInteger.ONE) : parts[0];
                if (result.bitLength() > precision) {
                    result = result.shiftRight(1);
                    exponent++;
                }
                return new Binary(value.signum() < 0, result, exponent);
            }
        }
    }
}
