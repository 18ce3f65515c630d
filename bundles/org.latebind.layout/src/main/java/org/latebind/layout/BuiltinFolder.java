package org.latebind.layout;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.latebind.gnuc.BuiltinFunction.Property;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StaticImage.Symbol;

/** Builtins whose value is known when their arguments are. */
final class BuiltinFolder {
    private final ConstantFolder folder;
    private final IntegerTypes integers;
    private final boolean required;

    /** @param required whether a constant is needed now: what is not known to be constant is none */
    BuiltinFolder(ConstantFolder folder, IntegerTypes integers, boolean required) {
        this.folder = folder;
        this.integers = integers;
        this.required = required;
    }

    Optional<Constant> fold(Rvalue.Builtin builtin) {
        return switch (builtin.builtin().meaning()) {
            case EXPECT, EXPECT_WITH_PROBABILITY -> folder.fold(builtin.arguments().getFirst());
            case CONSTANT_P -> required ? Optional.of(number(0)) : Optional.empty();
            case STRING_LENGTH -> folder.fold(builtin.arguments().getFirst()).flatMap(BuiltinFolder::length);
            default -> builtin.builtin().is(Property.FOLDS)
                    ? folder.numbers(builtin.arguments()).flatMap(v -> integer(builtin, v))
                    : Optional.empty();
        };
    }

    private static Optional<Constant> length(Constant text) {
        if (!(text instanceof Constant.Address a) || !(a.symbol() instanceof Symbol.OfText t)
                || t.data().elementBytes() != 1) {
            return Optional.empty();
        }
        var elements = t.data().elements();
        for (long i = Math.max(0, a.addend()); i < elements.size() && a.addend() >= 0; i++) {
            if (elements.get((int) i) == 0) {
                return Optional.of(new Constant.Number(BigInteger.valueOf(i - a.addend())));
            }
        }
        return Optional.empty();
    }

    /** The value of a builtin that {@link Property#FOLDS}; empty where it is undefined. */
    private Optional<Constant> integer(Rvalue.Builtin builtin, List<BigInteger> arguments) {
        var operandType = builtin.arguments().getFirst().type();
        int width = integers.format(operandType).orElseThrow().bits();
        var signed = arguments.getFirst();
        var value = new IntegerTypes.Format(width, false).wrap(signed);
        return switch (builtin.builtin().meaning()) {
            case SWAP_BYTES -> Optional.of(swapped(value, width / 8));
            case FIND_FIRST_SET -> Optional.of(number(value.signum() == 0 ? 0 : value.getLowestSetBit() + 1));
            case COUNT_ONES -> Optional.of(number(value.bitCount()));
            case PARITY -> Optional.of(number(value.bitCount() & 1));
            case COUNT_LEADING_ZEROS ->
                value.signum() == 0 ? Optional.empty() : Optional.of(number(width - value.bitLength()));
            case COUNT_TRAILING_ZEROS ->
                value.signum() == 0 ? Optional.empty() : Optional.of(number(value.getLowestSetBit()));
            case COUNT_REDUNDANT_SIGNS -> Optional.of(number(width - 1 - signed.bitLength()));
            case ABSOLUTE -> Optional.of(folder.wrapped(signed.abs(), builtin.type()));
            case ADD_OVERFLOW_P -> overflows(builtin, signed.add(arguments.get(1)));
            case SUBTRACT_OVERFLOW_P -> overflows(builtin, signed.subtract(arguments.get(1)));
            case MULTIPLY_OVERFLOW_P -> overflows(builtin, signed.multiply(arguments.get(1)));
            default -> throw new IllegalStateException("a builtin that folds has no rule: " + builtin.builtin());
        };
    }

    private Optional<Constant> overflows(Rvalue.Builtin builtin, BigInteger result) {
        return integers.format(builtin.arguments().get(2).type())
                .map(format -> number(format.wrap(result).equals(result) ? 0 : 1));
    }

    private static Constant.Number number(int value) {
        return new Constant.Number(BigInteger.valueOf(value));
    }

    private static Constant.Number swapped(BigInteger value, int bytes) {
        var result = BigInteger.ZERO;
        for (int i = 0; i < bytes; i++) {
            result = result.shiftLeft(8).or(value.shiftRight(8 * i).and(BigInteger.valueOf(0xff)));
        }
        return new Constant.Number(result);
    }
}
