package org.latebind.layout;

import java.math.BigDecimal;
import java.util.Optional;
import org.latebind.typed.api.Rvalue.ArithmeticOperator;
import org.latebind.typed.api.Type;

/**
 * Arithmetic on floating constants, rounded to the type at each step (C11 6.5p8). Results that are
 * not finite are left to run time, as is all arithmetic in long double, whose format differs by
 * target.
 */
final class FloatingArithmetic {
    private FloatingArithmetic() {}

    static Optional<Constant> round(Constant.Real value, Type type) {
        if (value.value().signum() == 0) {
            return Optional.of(value);
        }
        return switch (((Type.Floating) type).kind()) {
            case FLOAT -> finite(value.value().floatValue());
            case DOUBLE -> finite(value.value().doubleValue());
            case LONG_DOUBLE -> Optional.of(value);
        };
    }

    static Optional<Constant> apply(ArithmeticOperator operator, Constant.Real left, Constant.Real right, Type type) {
        double l = asDouble(left);
        double r = asDouble(right);
        return switch (((Type.Floating) type).kind()) {
            case FLOAT -> binary(operator, l, r).flatMap(v -> finite((float) (double) v));
            case DOUBLE -> binary(operator, l, r).flatMap(FloatingArithmetic::finite);
            case LONG_DOUBLE -> Optional.empty();
        };
    }

    /** Of two floats, the double result rounded once more is the correctly rounded float result. */
    private static Optional<Double> binary(ArithmeticOperator operator, double left, double right) {
        return switch (operator) {
            case ADD -> Optional.of(left + right);
            case SUBTRACT -> Optional.of(left - right);
            case MULTIPLY -> Optional.of(left * right);
            case DIVIDE -> Optional.of(left / right);
            case REMAINDER, SHIFT_LEFT, SHIFT_RIGHT, BIT_AND, BIT_XOR, BIT_OR -> Optional.empty();
        };
    }

    private static double asDouble(Constant.Real value) {
        return value.negativeZero() ? -0.0 : value.value().doubleValue();
    }

    private static Optional<Constant> finite(double value) {
        return Double.isFinite(value)
                ? Optional.of(new Constant.Real(new BigDecimal(value), value == 0 && 1 / value < 0))
                : Optional.empty();
    }
}
