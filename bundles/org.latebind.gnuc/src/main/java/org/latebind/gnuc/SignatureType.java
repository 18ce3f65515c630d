package org.latebind.gnuc;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A result's or parameter's type in a {@link Signature}: a base, perhaps behind one pointer. */
public record SignatureType(Base base, boolean pointer, boolean isConst, boolean isVolatile) {
    private static final Map<String, Base> BASES =
            Arrays.stream(Base.values()).collect(Collectors.toMap(Base::text, Function.identity()));

    /** C's types by their names, and what stands for a class of types. */
    public enum Base {
        VOID("void"), BOOL("bool"), CHAR("char"), INT("int"), UNSIGNED("unsigned"), LONG("long"),
        UNSIGNED_LONG("unsigned long"), LONG_LONG("long long"), UNSIGNED_LONG_LONG("unsigned long long"),
        SIZE("size_t"), INTMAX("intmax_t"), UINTMAX("uintmax_t"), UINT16("uint16_t"), UINT32("uint32_t"),
        UINT64("uint64_t"), UINT128("unsigned __int128"), FLOAT("float"), DOUBLE("double"), LONG_DOUBLE("long double"),
        VA_LIST("va_list"),
        /** Any value. Behind a pointer: any pointer. */
        ANY("any"),
        /** Any integer type. Behind a pointer: to an integer type other than bool and enumerations. */
        INTEGER("integer"),
        /** Any floating type. */
        FLOATING("floating"),
        /** Arithmetic; all of these are converted to their common type, which must be floating. */
        REAL("real"),
        /** An integer constant expression; int. */
        CONSTANT("constant"),
        /** The type of an atomic operation's object, which the first argument points to: any scalar type. */
        OBJECT("O"),
        /** As {@link #OBJECT}, an integer type or a pointer. */
        VALUE("T"),
        /** As {@link #VALUE}, but not bool. */
        NUMBER("N"),
        /** A memory order; int. */
        ORDER("order"),
        /** An lvalue of type va_list, passed as its address. */
        LIST("list");

        private final String text;

        Base(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Reads {@code const void *}. */
    static SignatureType parse(String text) {
        var rest = text.strip();
        boolean pointer = rest.endsWith("*");
        rest = pointer ? rest.substring(0, rest.length() - 1).strip() : rest;
        boolean isConst = rest.startsWith("const ");
        rest = isConst ? rest.substring("const ".length()) : rest;
        boolean isVolatile = rest.startsWith("volatile ");
        rest = isVolatile ? rest.substring("volatile ".length()) : rest;
        var base = BASES.get(rest);
        if (base == null) {
            throw new IllegalArgumentException("no type of a signature: '" + text + "'");
        }
        return new SignatureType(base, pointer, isConst, isVolatile);
    }

    public boolean is(Base wanted) {
        return base == wanted && !pointer;
    }

    /** Whether it is the type of an atomic operation's object, or a pointer to it. */
    public boolean isObject() {
        return base == Base.OBJECT || base == Base.VALUE || base == Base.NUMBER;
    }

    @Override
    public String toString() {
        return (isConst ? "const " : "") + (isVolatile ? "volatile " : "") + base.text() + (pointer ? " *" : "");
    }
}
