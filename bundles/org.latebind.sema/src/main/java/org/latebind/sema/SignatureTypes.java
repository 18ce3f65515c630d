package org.latebind.sema;

import org.latebind.gnuc.Signature;
import org.latebind.gnuc.SignatureType;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.FloatingKind;
import org.latebind.typed.api.Type.IntegerKind;

/** The types that a builtin's signature names. */
final class SignatureTypes {
    private final Unit unit;

    SignatureTypes(Unit unit) {
        this.unit = unit;
    }

    /** The function's type; of a signature that names no class of types. */
    Type.Function function(Signature signature) {
        var parameters = signature.parameters().stream().map(p -> QualifiedType.of(type(p))).toList();
        return new Type.Function(QualifiedType.of(type(signature.result())), parameters, signature.variadic(), true);
    }

    /** @throws IllegalArgumentException when it is a class of types, or depends on an argument */
    Type type(SignatureType type) {
        if (!type.pointer()) {
            return base(type.base());
        }
        int qualifiers = (type.isConst() ? QualifiedType.CONST : 0) | (type.isVolatile() ? QualifiedType.VOLATILE : 0);
        return new Type.Pointer(new QualifiedType(base(type.base()), qualifiers, 0, 0));
    }

    private Type base(SignatureType.Base base) {
        return switch (base) {
            case VOID -> Types.VOID;
            case BOOL -> Types.BOOL;
            case CHAR -> Types.CHAR;
            case INT, CONSTANT, ORDER -> Types.INT;
            case UNSIGNED -> Types.UNSIGNED_INT;
            case LONG -> Types.LONG;
            case UNSIGNED_LONG -> Types.UNSIGNED_LONG;
            case LONG_LONG -> Types.LONG_LONG;
            case UNSIGNED_LONG_LONG -> new Type.Integer(IntegerKind.UNSIGNED_LONG_LONG);
            case SIZE -> unit.types.sizeType();
            case INTMAX -> unit.types.intmaxType();
            case UINTMAX -> unit.types.unsignedOf(unit.types.width(unit.types.intmaxType()));
            case UINT16 -> unit.types.unsignedOf(16);
            case UINT32 -> unit.types.unsignedOf(32);
            case UINT64 -> unit.types.unsignedOf(64);
            case UINT128 -> new Type.Integer(IntegerKind.UNSIGNED_INT128);
            case FLOAT -> new Type.Floating(FloatingKind.FLOAT);
            case DOUBLE -> Types.DOUBLE;
            case LONG_DOUBLE -> new Type.Floating(FloatingKind.LONG_DOUBLE);
            case VA_LIST -> new Type.VaList();
            case ANY, INTEGER, FLOATING, REAL, OBJECT, VALUE, NUMBER, LIST ->
                throw new IllegalArgumentException("not one type: " + base);
        };
    }
}
