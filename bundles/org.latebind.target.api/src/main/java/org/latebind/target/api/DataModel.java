package org.latebind.target.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Sizes, alignments and layout rules of one architecture, in bytes.
 *
 * @param basicTypes every type that the architecture has; a missing one is not supported there
 * @param pointer of object and function pointers alike
 * @param maxAlignment {@code __BIGGEST_ALIGNMENT__}, what a bare {@code aligned} attribute means
 * @param mallocAlignment {@code alignof(max_align_t)}
 * @param largestVectorAlignment of vectors; below it they are aligned to their size
 * @param leastObjectAlignment what an object with a symbol is aligned to at least, whatever its type, unless an
 *     attribute on it says less; 1 where there is no such rule
 * @param longDouble how {@code long double} is represented
 * @param sizeType {@code size_t}; {@code uintptr_t} is the same
 * @param ptrdiffType {@code ptrdiff_t}; {@code intptr_t} is the same
 * @param wcharType {@code wchar_t} where {@code -fshort-wchar} is not given
 * @param shortWcharType {@code wchar_t} under {@code -fshort-wchar}
 * @param wintType {@code wint_t}
 * @param intmaxType {@code intmax_t}
 * @param int64Type {@code int64_t}
 */
public record DataModel(
        boolean littleEndian,
        Map<BasicType, SizeAlign> basicTypes,
        SizeAlign pointer,
        int maxAlignment,
        int mallocAlignment,
        int largestVectorAlignment,
        int leastObjectAlignment,
        FloatFormat longDouble,
        BasicType sizeType,
        BasicType ptrdiffType,
        BasicType wcharType,
        BasicType shortWcharType,
        BasicType wintType,
        BasicType intmaxType,
        BasicType int64Type,
        BitFieldRules bitFields,
        VaListType vaList) {

    /** For {@code largestVectorAlignment}: every vector is aligned to its size. */
    public static final int AS_LARGE = 1 << 28;

    /** A size and the alignment that goes with it, in bytes. */
    public record SizeAlign(int size, int align) {}

    /** How a floating type is represented. */
    public enum FloatFormat {
        /** LLVM's {@code double}. */
        IEEE_DOUBLE,
        /** LLVM's {@code x86_fp80}: 80 bits with an explicit leading bit, then padding. */
        EXTENDED_80,
        /** LLVM's {@code fp128}. */
        IEEE_QUAD
    }

    /**
     * How bit-fields are placed where no attribute or pragma says otherwise. In all of them a field
     * never crosses a boundary of its declared type, and {@code :0} starts a new unit of its type.
     *
     * @param typeAlignsRecord a named bit-field aligns its record as its declared type would
     * @param unnamedAlignsRecord so does an unnamed one of non-zero width
     * @param zeroWidthAlignsRecord so does one of width zero
     */
    public record BitFieldRules(
            boolean typeAlignsRecord, boolean unnamedAlignsRecord, boolean zeroWidthAlignsRecord) {}

    public DataModel {
        basicTypes = Map.copyOf(new EnumMap<>(basicTypes));
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(bitFields);
        Objects.requireNonNull(vaList);
    }

    /** Size and alignment of a type that this architecture has. */
    public SizeAlign of(BasicType type) {
        var found = basicTypes.get(type);
        if (found == null) {
            throw new IllegalArgumentException("this target has no type " + type);
        }
        return found;
    }

    /** Size and alignment of a member of the {@code va_list} record. */
    public SizeAlign of(VaListType.FieldType type) {
        return switch (type) {
            case VOID_POINTER -> pointer;
            case INT -> of(BasicType.INT);
            case UNSIGNED_INT -> of(BasicType.UNSIGNED_INT);
            case LONG -> of(BasicType.LONG);
        };
    }

    public boolean has(BasicType type) {
        return basicTypes.containsKey(type);
    }

    /**
     * The type compatible with an enumeration (C11 6.7.2.2p4, as gcc chooses): the first of unsigned
     * int, int, unsigned long, long that holds all values; under {@code packed} the first of the
     * narrower ones too.
     *
     * @param negative whether an enumerator is below zero
     * @param bits bits the largest magnitude takes, the sign not counted
     */
    public BasicType enumType(boolean negative, int bits, boolean packed) {
        if (packed) {
            var narrow = negative
                    ? new BasicType[] {BasicType.SIGNED_CHAR, BasicType.SHORT}
                    : new BasicType[] {BasicType.UNSIGNED_CHAR, BasicType.UNSIGNED_SHORT};
            for (var type : narrow) {
                if (fits(type, negative, bits)) {
                    return type;
                }
            }
        }
        var wide = negative
                ? new BasicType[] {BasicType.INT, BasicType.LONG, BasicType.LONG_LONG}
                : new BasicType[] {BasicType.UNSIGNED_INT, BasicType.UNSIGNED_LONG, BasicType.UNSIGNED_LONG_LONG};
        for (var type : wide) {
            if (fits(type, negative, bits)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no integer type holds " + bits + " bits");
    }

    private boolean fits(BasicType type, boolean negative, int bits) {
        return bits + (negative ? 1 : 0) <= of(type).size() * 8;
    }
}
