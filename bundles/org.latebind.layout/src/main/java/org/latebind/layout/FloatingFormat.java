package org.latebind.layout;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.latebind.target.api.DataModel.FloatFormat;

/**
 * Encodes numbers in the IEEE 754 interchange formats and x87's extended one.
 *
 * @param exponentBits of the biased exponent
 * @param precision significand bits, the leading one included
 * @param explicitLeadingBit whether the leading bit is stored
 */
record FloatingFormat(int exponentBits, int precision, boolean explicitLeadingBit) {
    static final FloatingFormat SINGLE = new FloatingFormat(8, 24, false);
    static final FloatingFormat DOUBLE = new FloatingFormat(11, 53, false);

    static FloatingFormat of(FloatFormat format) {
        return switch (format) {
            case IEEE_DOUBLE -> DOUBLE;
            case EXTENDED_80 -> new FloatingFormat(15, 64, true);
            case IEEE_QUAD -> new FloatingFormat(15, 113, false);
        };
    }

    int bits() {
        return 1 + exponentBits + precision - (explicitLeadingBit ? 0 : 1);
    }

    /** The bits of the nearest representable number, ties to even; infinity where it is too large. */
    BigInteger encode(Constant.Real real) {
        boolean negative = real.negativeZero() || real.value().signum() < 0;
        var magnitude = encodeMagnitude(real.value().abs());
        return negative ? magnitude.setBit(bits() - 1) : magnitude;
    }

    private BigInteger encodeMagnitude(BigDecimal value) {
        if (value.signum() == 0) {
            return BigInteger.ZERO;
        }
        int bias = (1 << (exponentBits - 1)) - 1;
        int smallest = 1 - bias;
        int exponent = Math.max(binaryExponent(value), smallest);
        var significand = scaled(value, precision - 1 - exponent);
        if (significand.bitLength() > precision) {
            significand = significand.shiftRight(1);
            exponent++;
        }
        if (exponent > bias) {
            return infinity();
        }
        boolean subnormal = significand.bitLength() < precision;
        var biased = BigInteger.valueOf(subnormal ? 0 : exponent + bias);
        int stored = explicitLeadingBit ? precision : precision - 1;
        return biased.shiftLeft(stored).or(explicitLeadingBit ? significand : significand.clearBit(precision - 1));
    }

    private BigInteger infinity() {
        var exponent = BigInteger.ONE.shiftLeft(exponentBits).subtract(BigInteger.ONE);
        int stored = explicitLeadingBit ? precision : precision - 1;
        var infinity = exponent.shiftLeft(stored);
        return explicitLeadingBit ? infinity.setBit(precision - 1) : infinity;
    }

    /** The largest e with {@code 2^e <= value}. */
    private static int binaryExponent(BigDecimal value) {
        int estimate = (int) Math.floor((value.precision() - value.scale() - 1) * 3.3219280948873626) - 2;
        while (power(estimate + 1).compareTo(value) <= 0) {
            estimate++;
        }
        while (power(estimate).compareTo(value) > 0) {
            estimate--;
        }
        return estimate;
    }

    private static BigDecimal power(int exponent) {
        var two = BigDecimal.valueOf(2);
        return exponent >= 0
                ? new BigDecimal(BigInteger.ONE.shiftLeft(exponent))
                : BigDecimal.ONE.divide(two.pow(-exponent), new MathContext(-exponent + 8, RoundingMode.UNNECESSARY));
    }

    /** {@code value * 2^shift} as an integer, ties to even. */
    private static BigInteger scaled(BigDecimal value, int shift) {
        return value.multiply(power(shift)).setScale(0, RoundingMode.HALF_EVEN).unscaledValue();
    }
}
