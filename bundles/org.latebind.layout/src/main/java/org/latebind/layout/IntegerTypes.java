package org.latebind.layout;

import java.math.BigInteger;
import java.util.Optional;
import org.latebind.target.api.DataModel;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypeTable;

/** Widths and signedness of the types that hold integers, and wrapping to them. */
final class IntegerTypes {
    /**
     * @param bits of the value
     * @param signed two's complement
     */
    record Format(int bits, boolean signed) {
        BigInteger wrap(BigInteger value) {
            var mask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
            var low = value.and(mask);
            return signed && low.testBit(bits - 1) ? low.subtract(BigInteger.ONE.shiftLeft(bits)) : low;
        }
    }

    private final TypeTable types;
    private final DataModel model;
    private final boolean plainCharIsSigned;

    IntegerTypes(TypeTable types, DataModel model, boolean plainCharIsSigned) {
        this.types = types;
        this.model = model;
        this.plainCharIsSigned = plainCharIsSigned;
    }

    /** The format of integer types, enumerations, {@code _Bool} and pointers; empty for others. */
    Optional<Format> format(Type type) {
        return switch (type) {
            case Type.Bool b -> Optional.of(new Format(1, false));
            case Type.Integer i -> Optional.of(format(i.kind()));
            case Type.BitField b -> Optional.of(new Format(b.bits(), b.signed()));
            case Type.Enum e -> Optional.of(format(types.enumeration(e.id()).representation()));
            case Type.Pointer p -> Optional.of(new Format(model.pointer().size() * 8, false));
            case Type.Void v -> Optional.empty();
            case Type.Floating f -> Optional.empty();
            case Type.Array a -> Optional.empty();
            case Type.Function f -> Optional.empty();
            case Type.Record r -> Optional.empty();
            case Type.Vector v -> Optional.empty();
            case Type.VaList v -> Optional.empty();
            case Type.Unknown u -> Optional.empty();
        };
    }

    private Format format(Type.IntegerKind kind) {
        var signed = switch (kind) {
            case CHAR -> plainCharIsSigned;
            case SIGNED_CHAR, SHORT, INT, LONG, LONG_LONG, INT128 -> true;
            case UNSIGNED_CHAR, UNSIGNED_SHORT, UNSIGNED_INT, UNSIGNED_LONG, UNSIGNED_LONG_LONG, UNSIGNED_INT128 -> false;
        };
        return new Format(model.of(kind.basic()).size() * 8, signed);
    }

    int pointerBits() {
        return model.pointer().size() * 8;
    }
}
