package org.latebind.target.api;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * As much of a type as calling conventions look at.
 *
 * <p>Lowering makes shapes from laid-out types; no names, no qualifiers.
 */
@ProviderType
public sealed interface TypeShape {
    /** {@code void}, as a result only. */
    record Void() implements TypeShape {}

    /**
     * An arithmetic type, pointer, enumeration or vector.
     *
     * @param llvmType how values of the type are written in IR: {@code i32}, {@code ptr}, {@code
     *     double}; {@code i1} for {@code _Bool}
     * @param size bytes in memory
     * @param align natural alignment in bytes
     * @param signed whether a narrower value is sign-extended
     */
    record Scalar(ScalarClass scalarClass, String llvmType, int size, int align, boolean signed) implements TypeShape {
        public Scalar {
            Objects.requireNonNull(scalarClass);
            Objects.requireNonNull(llvmType);
        }
    }

    /**
     * A struct or union. Complex types do not occur: lowering refuses them first.
     *
     * @param size bytes
     * @param align bytes
     * @param members every scalar in it at its offset, arrays and nested records flattened, members of
     *     a union overlapping; a bit-field counts as its storage bytes and class {@link
     *     ScalarClass#INTEGER}, an unnamed one not at all. May be left empty when {@code size} is above
     *     {@link AbiLowering#largestExaminedRecord()}.
     * @param unaligned whether a member is not at a multiple of its natural alignment
     * @param flexible whether its last member is a flexible array
     */
    record Record(long size, int align, List<Member> members, boolean unaligned, boolean flexible) implements TypeShape {
        public Record {
            members = List.copyOf(members);
        }
    }

    /** A scalar inside a record. */
    record Member(long offset, int size, ScalarClass scalarClass) {
        public Member {
            Objects.requireNonNull(scalarClass);
        }
    }

    /** What a scalar is to a calling convention. */
    enum ScalarClass {
        INTEGER,
        POINTER,
        FLOAT16,
        FLOAT,
        DOUBLE,
        /** {@code long double} where it is not a double. */
        LONG_DOUBLE,
        /** {@code __float128}. */
        FLOAT128,
        /** A vector of the size given; how it travels hangs on that. */
        VECTOR
    }
}
