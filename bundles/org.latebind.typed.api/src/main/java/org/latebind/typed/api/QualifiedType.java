package org.latebind.typed.api;

import java.util.Objects;

/**
 * A type with its qualifiers.
 *
 * @param qualifiers a set of the constants here
 * @param addressSpace 0 for the generic one, else the target's number ({@code __seg_gs})
 * @param alignment bytes demanded by {@code aligned} on a typedef, 0 for the type's own
 */
public record QualifiedType(Type type, int qualifiers, int addressSpace, int alignment) {
    public static final int CONST = 1;
    public static final int VOLATILE = 2;
    public static final int RESTRICT = 4;
    public static final int ATOMIC = 8;

    public QualifiedType {
        Objects.requireNonNull(type);
    }

    public static QualifiedType of(Type type) {
        return new QualifiedType(type, 0, 0, 0);
    }

    public QualifiedType with(int moreQualifiers) {
        return new QualifiedType(type, qualifiers | moreQualifiers, addressSpace, alignment);
    }

    public QualifiedType withType(Type other) {
        return new QualifiedType(other, qualifiers, addressSpace, alignment);
    }

    public boolean isVolatile() {
        return (qualifiers & VOLATILE) != 0;
    }

    public boolean isConst() {
        return (qualifiers & CONST) != 0;
    }
}
