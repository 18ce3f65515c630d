package org.latebind.typed.api;

import java.math.BigInteger;
import java.util.List;

/**
 * The bytes and relocations of an initialized object.
 *
 * @param size bytes; more than the type's for a flexible array member with elements
 * @param pieces ascending, not overlapping; gaps are zero
 */
public record StaticImage(long size, List<Piece> pieces) {
    public StaticImage {
        pieces = List.copyOf(pieces);
    }

    public sealed interface Piece {
        ByteOffset offset();

        /** Bytes the piece takes. */
        int bytes();

        /** Raw bytes in memory order. */
        record Bytes(ByteOffset offset, byte[] content) implements Piece {
            public Bytes {
                content = content.clone();
            }

            @Override
            public int bytes() {
                return content.length;
            }

            @Override
            public byte[] content() {
                return content.clone();
            }
        }

        /** An integer in the target's byte order, {@code value} as unsigned of {@code bytes}. */
        record Number(ByteOffset offset, int bytes, BigInteger value) implements Piece {}

        /** {@code symbol + addend}, a pointer or an integer as wide as one. */
        record Address(ByteOffset offset, int bytes, Symbol symbol, long addend) implements Piece {}

        /** {@code &&left - &&right + addend} of labels in one function. */
        record LabelDifference(ByteOffset offset, int bytes, FunctionId function, LabelId left, LabelId right, long addend)
                implements Piece {}
    }

    /** What an address is relative to. */
    public sealed interface Symbol {
        record OfVariable(VariableId variable) implements Symbol {}

        record OfFunction(FunctionId function) implements Symbol {}

        record OfText(StringData data) implements Symbol {}

        record OfLabel(FunctionId function, LabelId label) implements Symbol {}
    }
}
