package org.latebind.layout;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
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
        return switch (builtin.name()) {
            case "expect", "expect_with_probability" -> folder.fold(builtin.arguments().getFirst());
            case "constant_p" -> required ? Optional.of(number(0)) : Optional.empty();
            case "strlen" -> folder.fold(builtin.arguments().getFirst()).flatMap(BuiltinFolder::length);
            case "bswap16", "bswap32", "bswap64", "ffs", "ffsl", "ffsll", "popcount", "popcountl", "popcountll",
                    "parity", "parityl", "parityll", "clz", "clzl", "clzll", "ctz", "ctzl", "ctzll", "clrsb", "clrsbl",
                    "clrsbll", "abs", "labs", "llabs" ->
                folder.numbers(builtin.arguments()).flatMap(v -> bits(builtin, v));
            default -> Optional.empty();
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

    private Optional<Constant> bits(Rvalue.Builtin builtin, List<BigInteger> arguments) {
        var operandType = builtin.arguments().getFirst().type();
        var format = integers.format(operandType).orElseThrow();
        int width = format.bits();
        var signed = arguments.getFirst();
        var value = new IntegerTypes.Format(width, false).wrap(signed);
        return switch (stem(builtin.name())) {
            case "bswap16" -> Optional.of(swapped(value, 2));
            case "bswap32" -> Optional.of(swapped(value, 4));
            case "bswap64" -> Optional.of(swapped(value, 8));
            case "ffs" -> Optional.of(number(value.signum() == 0 ? 0 : value.getLowestSetBit() + 1));
            case "popcount" -> Optional.of(number(value.bitCount()));
            case "parity" -> Optional.of(number(value.bitCount() & 1));
            // Undefined for zero, so not folded there.
            case "clz" -> value.signum() == 0 ? Optional.empty() : Optional.of(number(width - value.bitLength()));
            case "ctz" -> value.signum() == 0 ? Optional.empty() : Optional.of(number(value.getLowestSetBit()));
            case "clrsb" -> Optional.of(number(width - 1 - signed.bitLength()));
            case "abs" -> Optional.of(folder.wrapped(signed.abs(), builtin.type()));
            default -> Optional.empty();
        };
    }

    private static String stem(String name) {
        return switch (name) {
            case "labs", "llabs" -> "abs";
            default -> name.startsWith("bswap") ? name : name.replaceFirst("l{1,2}$", "");
        };
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
