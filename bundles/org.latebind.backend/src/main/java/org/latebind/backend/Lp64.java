package org.latebind.backend;

import java.util.EnumMap;
import org.latebind.target.api.BasicType;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.DataModel.BitFieldRules;
import org.latebind.target.api.DataModel.FloatFormat;
import org.latebind.target.api.DataModel.SizeAlign;
import org.latebind.target.api.VaListType;

/**
 * Sizes of an architecture with 64-bit {@code long} and pointers. Without further calls: little-endian, every type
 * aligned to its size, IEEE quad precision for {@code long double}, {@code int} for {@code wchar_t}, no
 * {@code __float128} apart from {@code long double}.
 *
 * <p>For one model.
 */
public final class Lp64 {
    private final VaListType vaList;
    private final EnumMap<BasicType, Integer> sizes = new EnumMap<>(BasicType.class);
    private boolean littleEndian = true;
    private int largestAlignment = 16;
    private int largestVectorAlignment = DataModel.AS_LARGE;
    private int leastObjectAlignment = 1;
    private FloatFormat longDouble = FloatFormat.IEEE_QUAD;
    private BasicType wcharType = BasicType.INT;
    private BitFieldRules bitFields = new BitFieldRules(true, false, false);

    /** @param vaList what {@code __builtin_va_list} is there */
    public Lp64(VaListType vaList) {
        this.vaList = vaList;
        for (var type : BasicType.values()) {
            sizes.put(type, size(type));
        }
        sizes.remove(BasicType.FLOAT128);
    }

    private static int size(BasicType type) {
        return switch (type) {
            case BOOL, CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> 1;
            case SHORT, UNSIGNED_SHORT, FLOAT16 -> 2;
            case INT, UNSIGNED_INT, FLOAT -> 4;
            case LONG, UNSIGNED_LONG, LONG_LONG, UNSIGNED_LONG_LONG, DOUBLE -> 8;
            case INT128, UNSIGNED_INT128, LONG_DOUBLE, FLOAT128 -> 16;
        };
    }

    public Lp64 bigEndian() {
        littleEndian = false;
        return this;
    }

    /** gcc has no such type there. */
    public Lp64 without(BasicType type) {
        sizes.remove(type);
        return this;
    }

    /** {@code long double} is the x87's, and {@code __float128} a type of its own. */
    public Lp64 extendedLongDouble() {
        longDouble = FloatFormat.EXTENDED_80;
        sizes.put(BasicType.FLOAT128, size(BasicType.FLOAT128));
        return this;
    }

    /** No scalar type, and no bare {@code aligned} attribute, asks for more. */
    public Lp64 largestAlignment(int bytes) {
        largestAlignment = bytes;
        return this;
    }

    /** {@link DataModel#largestVectorAlignment}. */
    public Lp64 largestVectorAlignment(int bytes) {
        largestVectorAlignment = bytes;
        return this;
    }

    /** {@link DataModel#leastObjectAlignment}. */
    public Lp64 leastObjectAlignment(int bytes) {
        leastObjectAlignment = bytes;
        return this;
    }

    public Lp64 wcharType(BasicType type) {
        wcharType = type;
        return this;
    }

    public Lp64 bitFields(BitFieldRules rules) {
        bitFields = rules;
        return this;
    }

    public DataModel model() {
        var types = new EnumMap<BasicType, SizeAlign>(BasicType.class);
        sizes.forEach((type, size) -> types.put(type, new SizeAlign(size, Math.min(size, largestAlignment))));
        return new DataModel(
                littleEndian,
                types,
                new SizeAlign(8, 8),
                largestAlignment,
                largestAlignment,
                largestVectorAlignment,
                leastObjectAlignment,
                longDouble,
                BasicType.UNSIGNED_LONG,
                BasicType.LONG,
                wcharType,
                BasicType.UNSIGNED_SHORT,
                BasicType.UNSIGNED_INT,
                BasicType.LONG,
                BasicType.LONG,
                bitFields,
                vaList);
    }
}
