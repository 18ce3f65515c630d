package org.latebind.layout;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.latebind.typed.api.StaticImage.Symbol;

/** What a constant expression can come to. */
sealed interface Constant {
    /** An integer, or a pointer that no symbol takes part in; in the range of its type. */
    record Number(BigInteger value) implements Constant {
        static final Number ZERO = new Number(BigInteger.ZERO);
        static final Number ONE = new Number(BigInteger.ONE);

        static Number of(boolean truth) {
            return truth ? ONE : ZERO;
        }
    }

    /** {@code negativeZero} tells -0.0, which a BigDecimal cannot. */
    record Real(BigDecimal value, boolean negativeZero) implements Constant {
        Real(BigDecimal value) {
            this(value, false);
        }

        Real negated() {
            return new Real(value.negate(), value.signum() == 0 && !negativeZero);
        }
    }

    /** {@code symbol + addend} in bytes. */
    record Address(Symbol symbol, long addend) implements Constant {}

    /** {@code &&left - &&right + addend}. */
    record LabelDifference(Symbol.OfLabel left, Symbol.OfLabel right, long addend) implements Constant {}

    /** The truth of the value, where the compiler may know it: the address of a symbol is not decided. */
    default Optional<Boolean> truth() {
        return switch (this) {
            case Number n -> Optional.of(n.value().signum() != 0);
            case Real r -> Optional.of(r.value().signum() != 0);
            case Address a -> a.symbol() instanceof Symbol.OfText ? Optional.of(true) : Optional.empty();
            case LabelDifference l -> Optional.empty();
        };
    }
}
