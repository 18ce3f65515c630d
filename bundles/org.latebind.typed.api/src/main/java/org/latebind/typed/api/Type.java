package org.latebind.typed.api;

import java.util.List;
import org.latebind.target.api.BasicType;
import org.osgi.annotation.versioning.ProviderType;

/** Unqualified C types, C11 6.2.5. */
@ProviderType
public sealed interface Type {
    record Void() implements Type {}

    record Bool() implements Type {}

    record Integer(IntegerKind kind) implements Type {}

    /**
     * What gcc gives the value of a bit-field that is not as wide as its declared type: an integer type
     * of so many bits, 1 to 128, ranked by its width (gcc/c/c-decl.cc, c_build_bitfield_integer_type).
     * In memory it is as large as the smallest standard type that holds it.
     */
    record BitField(int bits, boolean signed) implements Type {}

    record Floating(FloatingKind kind) implements Type {}

    record Pointer(QualifiedType target) implements Type {}

    /**
     * gcc's {@code vector_size}: so many integers or floating numbers that arithmetic treats each by
     * itself. In memory like an array of them, but aligned to its own size.
     *
     * @param elements a power of two
     */
    record Vector(Type element, long elements) implements Type {}

    record Array(QualifiedType element, ArrayLength length) implements Type {}

    /**
     * @param prototype false for {@code int f()} before C23: nothing is known of its parameters
     * @param foreign is called as {@code ms_abi} says and not as the target calls functions
     */
    record Function(
            QualifiedType result, List<QualifiedType> parameters, boolean variadic, boolean prototype, boolean foreign)
            implements Type {
        public Function {
            parameters = List.copyOf(parameters);
        }

        /** A function that is called as the target calls functions. */
        public Function(QualifiedType result, List<QualifiedType> parameters, boolean variadic, boolean prototype) {
            this(result, parameters, variadic, prototype, false);
        }
    }

    record Record(RecordId id) implements Type {}

    record Enum(EnumId id) implements Type {}

    /** {@code __builtin_va_list}; what it is made of is the target's. */
    record VaList() implements Type {}

    /**
     * Not known: of an expression that has been reported, or that a kernel entity takes part in when
     * a module is checked without a kernel. Compatible with everything, reported never, lowered never.
     */
    record Unknown() implements Type {}

    /** Integer types other than {@code _Bool} and enumerations. */
    enum IntegerKind {
        CHAR(BasicType.CHAR),
        SIGNED_CHAR(BasicType.SIGNED_CHAR),
        UNSIGNED_CHAR(BasicType.UNSIGNED_CHAR),
        SHORT(BasicType.SHORT),
        UNSIGNED_SHORT(BasicType.UNSIGNED_SHORT),
        INT(BasicType.INT),
        UNSIGNED_INT(BasicType.UNSIGNED_INT),
        LONG(BasicType.LONG),
        UNSIGNED_LONG(BasicType.UNSIGNED_LONG),
        LONG_LONG(BasicType.LONG_LONG),
        UNSIGNED_LONG_LONG(BasicType.UNSIGNED_LONG_LONG),
        INT128(BasicType.INT128),
        UNSIGNED_INT128(BasicType.UNSIGNED_INT128);

        private final BasicType basic;

        IntegerKind(BasicType basic) {
            this.basic = basic;
        }

        /** The target's name of the type. */
        public BasicType basic() {
            return basic;
        }
    }

    /** Real floating types. */
    enum FloatingKind {
        FLOAT(BasicType.FLOAT),
        DOUBLE(BasicType.DOUBLE),
        LONG_DOUBLE(BasicType.LONG_DOUBLE);

        private final BasicType basic;

        FloatingKind(BasicType basic) {
            this.basic = basic;
        }

        /** The target's name of the type. */
        public BasicType basic() {
            return basic;
        }
    }

    /** How many elements an array has. */
    sealed interface ArrayLength {
        record Known(long elements) implements ArrayLength {}

        /** {@code []}: an incomplete array, or a flexible array member. */
        record Incomplete() implements ArrayLength {}

        /** A variable length array; the local (of type size_t) holds the evaluated element count. */
        record Variable(LocalId elements) implements ArrayLength {}
    }
}
