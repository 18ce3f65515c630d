package org.latebind.target.api;

import java.util.List;
import java.util.Objects;

/**
 * What {@code __builtin_va_list} is.
 *
 * @param kind how the type is made of the record
 * @param tag the record's tag, empty for a plain pointer
 * @param fields the record's members in order
 */
public record VaListType(Kind kind, String tag, List<Field> fields) {
    /** The shapes that va_list takes. */
    public enum Kind {
        /** {@code void *}. */
        VOID_POINTER,
        /** The record itself, passed by value. */
        RECORD,
        /** An array of one record, so that passing it passes its address. */
        ARRAY_OF_ONE_RECORD
    }

    /** The type of a member. */
    public enum FieldType {
        VOID_POINTER,
        INT,
        UNSIGNED_INT,
        LONG
    }

    /** A member of the record. */
    public record Field(String name, FieldType type) {}

    public VaListType {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(tag);
        fields = List.copyOf(fields);
    }
}
