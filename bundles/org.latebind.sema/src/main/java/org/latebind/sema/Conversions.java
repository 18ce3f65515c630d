package org.latebind.sema;

import java.math.BigInteger;
import org.latebind.diagnostics.api.Position;
import org.latebind.sema.api.PermissiveError;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.FloatingKind;
import org.latebind.typed.api.Type.IntegerKind;

/** C11 6.3: lvalue conversion, promotions, usual arithmetic conversions, conversion as if by assignment. */
final class Conversions {
    private final Unit unit;

    Conversions(Unit unit) {
        this.unit = unit;
    }

    /** Lvalue conversion and decay, C11 6.3.2.1. */
    Rvalue value(Operand operand) {
        return switch (operand) {
            case Operand.Computed c -> c.value();
            case Operand.Place p -> value(p.lvalue());
        };
    }

    private Rvalue value(Lvalue place) {
        var at = place.at();
        return switch (place.type().type()) {
            case Type.Function f -> new Rvalue.AddressOf(place, new Type.Pointer(place.type()), at);
            case Type.Array a -> new Rvalue.ArrayDecay(place, new Type.Pointer(a.element()), at);
            case Type.Void v -> {
                var address = place instanceof Lvalue.Dereference d
                        ? d.pointer()
                        : new Rvalue.AddressOf(place, Types.VOID_POINTER, at);
                yield new Rvalue.Convert(address, Types.VOID, at);
            }
            case Type.Unknown u -> Types.unknownValue(at);
            case Type.Record r when !unit.types.isComplete(r) -> {
                unit.incomplete(place.type(), at);
                yield Types.unknownValue(at);
            }
            default -> {
                if (place instanceof Lvalue.Temporary t) {
                    yield t.value();
                }
                yield new Rvalue.Load(place, place.type().type(), at);
            }
        };
    }

    /** An operand where any scalar may stand, C11 6.8.4.1 and the like. */
    Rvalue condition(Operand operand) {
        var value = value(operand);
        if (!Types.isScalar(value.type()) && !Types.isUnknown(value.type())) {
            unit.reports.error(Codes.OPERANDS, operand.at(),
                    "a condition must be of scalar type, not " + unit.text.quoted(operand.type()));
            return Types.unknownValue(operand.at());
        }
        return value;
    }

    Rvalue convert(Rvalue value, Type type) {
        return value.type().equals(type) || Types.isUnknown(value.type())
                ? value
                : folded(new Rvalue.Convert(value, type, value.at()));
    }

    /** A floating constant becomes an integer here: kernels have no floating point but in constants. */
    Rvalue folded(Rvalue.Convert convert) {
        if (!(convert.operand().type() instanceof Type.Floating) || !Types.isInteger(convert.type())) {
            return convert;
        }
        return unit.constants.fold(convert)
                .<Rvalue>map(v -> new Rvalue.IntegerConstant(v, convert.type(), convert.at()))
                .orElse(convert);
    }

    /** Integer promotions, C11 6.3.1.1p2; a bit-field by its width. */
    Rvalue promote(Rvalue value) {
        return convert(value, promoted(value.type()));
    }

    /** A bit-field wider than int keeps its own type, as gcc has it (c-typeck.cc, perform_integral_promotions). */
    Type promoted(Type type) {
        if (type instanceof Type.Bool) {
            return Types.INT;
        }
        if (type instanceof Type.BitField field) {
            return field.bits() < unit.types.width(IntegerKind.INT) ? Types.INT : field;
        }
        if (!Types.isInteger(type)) {
            return type;
        }
        var kind = unit.types.kind(type);
        return switch (kind) {
            case CHAR, SIGNED_CHAR, UNSIGNED_CHAR, SHORT, UNSIGNED_SHORT ->
                unit.types.width(kind) < unit.types.width(IntegerKind.INT) || unit.types.isSigned(kind)
                        ? Types.INT : Types.UNSIGNED_INT;
            default -> new Type.Integer(kind);
        };
    }

    /** Bits of a bit-field, else -1. */
    int bitFieldWidth(Lvalue place) {
        if (!(place instanceof Lvalue.Member member)) {
            return -1;
        }
        var record = member.path().record();
        int width = -1;
        for (var step : member.path().steps()) {
            var definition = unit.registry.record(record).members().get(step);
            width = definition.width();
            if (definition.type().type() instanceof Type.Record inner) {
                record = inner.id();
            }
        }
        return width;
    }

    /** Reports a bit-field where its type would be taken, which gcc refuses. Whether it did. */
    boolean refuseBitField(Operand operand, String what, Position at) {
        if (operand instanceof Operand.Place p && bitFieldWidth(p.lvalue()) >= 0) {
            unit.reports.error(Codes.BIT_FIELD, at, what + " applied to a bit-field");
            return true;
        }
        return false;
    }

    /** Default argument promotions, C11 6.5.2.2p6. */
    Rvalue defaultPromote(Rvalue value) {
        return convert(value, defaultPromoted(value.type()));
    }

    Type defaultPromoted(Type type) {
        if (type instanceof Type.Floating f && f.kind() == FloatingKind.FLOAT) {
            return Types.DOUBLE;
        }
        var promoted = promoted(type);
        // Passed in a register or slot of its container, which the callee reads as that.
        return promoted instanceof Type.BitField ? new Type.Integer(unit.types.kind(promoted)) : promoted;
    }

    /** The common type of the usual arithmetic conversions, C11 6.3.1.8. */
    Type common(Rvalue left, Rvalue right) {
        if (left.type() instanceof Type.Floating || right.type() instanceof Type.Floating) {
            return new Type.Floating(wider(left.type(), right.type()));
        }
        var a = promoted(left.type());
        var b = promoted(right.type());
        return a instanceof Type.BitField || b instanceof Type.BitField
                ? commonByWidth(a, b)
                : commonInteger(unit.types.kind(a), unit.types.kind(b));
    }

    /** gcc/c/c-typeck.cc, c_common_type: the wider one; of two bit-fields alike in width the unsigned one. */
    private Type commonByWidth(Type a, Type b) {
        int order = Integer.compare(unit.types.width(a), unit.types.width(b));
        return order > 0 || order == 0 && !unit.types.isSigned(a) ? a : b;
    }

    private static FloatingKind wider(Type left, Type right) {
        var a = left instanceof Type.Floating f ? f.kind() : FloatingKind.FLOAT;
        var b = right instanceof Type.Floating f ? f.kind() : FloatingKind.FLOAT;
        return a.compareTo(b) >= 0 ? a : b;
    }

    private Type commonInteger(IntegerKind a, IntegerKind b) {
        if (a == b) {
            return new Type.Integer(a);
        }
        boolean signedA = unit.types.isSigned(a);
        boolean signedB = unit.types.isSigned(b);
        if (signedA == signedB) {
            return new Type.Integer(rank(a) >= rank(b) ? a : b);
        }
        var unsigned = signedA ? b : a;
        var signed = signedA ? a : b;
        if (rank(unsigned) >= rank(signed)) {
            return new Type.Integer(unsigned);
        }
        return new Type.Integer(
                unit.types.width(signed) > unit.types.width(unsigned) ? signed : unsignedOf(signed));
    }

    static int rank(IntegerKind kind) {
        return switch (kind) {
            case CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> 1;
            case SHORT, UNSIGNED_SHORT -> 2;
            case INT, UNSIGNED_INT -> 3;
            case LONG, UNSIGNED_LONG -> 4;
            case LONG_LONG, UNSIGNED_LONG_LONG -> 5;
            case INT128, UNSIGNED_INT128 -> 6;
        };
    }

    static IntegerKind unsignedOf(IntegerKind kind) {
        return switch (kind) {
            case CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> IntegerKind.UNSIGNED_CHAR;
            case SHORT, UNSIGNED_SHORT -> IntegerKind.UNSIGNED_SHORT;
            case INT, UNSIGNED_INT -> IntegerKind.UNSIGNED_INT;
            case LONG, UNSIGNED_LONG -> IntegerKind.UNSIGNED_LONG;
            case LONG_LONG, UNSIGNED_LONG_LONG -> IntegerKind.UNSIGNED_LONG_LONG;
            case INT128, UNSIGNED_INT128 -> IntegerKind.UNSIGNED_INT128;
        };
    }

    /**
     * C11 6.3.2.3p3: an integer constant expression of value 0, or such cast to {@code void *}. Made
     * of constants only: {@code (void *)(x * 0L)} is none where {@code x} is not constant.
     */
    boolean isNullPointerConstant(Operand operand) {
        if (!(operand instanceof Operand.Computed c) || !c.constant()) {
            return false;
        }
        if (c.value() instanceof Rvalue.Convert cast && isPlainVoidPointer(cast.type())) {
            return Types.isInteger(cast.operand().type()) && isZero(cast.operand());
        }
        return Types.isInteger(c.value().type()) && isZero(c.value());
    }

    private boolean isZero(Rvalue value) {
        return unit.constants.fold(value).filter(v -> v.equals(BigInteger.ZERO)).isPresent();
    }

    private static boolean isPlainVoidPointer(Type type) {
        return type instanceof Type.Pointer p && Types.isVoid(p.target().type()) && p.target().qualifiers() == 0
                && p.target().addressSpace() == 0;
    }

    /**
     * Converts as if by assignment, C11 6.5.16.1.
     *
     * @param doing what is going on, for messages: {@code assignment}, {@code argument 2 of 'f'}
     */
    Rvalue assign(QualifiedType target, Operand source, String doing) {
        var type = target.type();
        var value = value(source);
        if (Types.isUnknown(type) || Types.isUnknown(value.type())) {
            return value;
        }
        if (type.equals(value.type()) && !Types.isPointer(type)) {
            return value;
        }
        if (type instanceof Type.Bool && Types.isScalar(value.type())
                || Types.isArithmetic(type) && Types.isArithmetic(value.type())
                || unit.vectors.isAssignable(type, value.type())) {
            return convert(value, type);
        }
        if (Types.isPointer(type) && isNullPointerConstant(source)) {
            return convert(value, type);
        }
        if (type instanceof Type.Pointer to && value.type() instanceof Type.Pointer from) {
            checkPointers(to.target(), from.target(), target, source, doing);
            return convert(value, type);
        }
        if (Types.isPointer(type) && Types.isInteger(value.type())
                || Types.isInteger(type) && Types.isPointer(value.type())) {
            unit.reports.permissive(PermissiveError.INT_CONVERSION, Codes.INT_CONVERSION, source.at(),
                    doing + " makes " + (Types.isPointer(type) ? "a pointer from an integer" : "an integer from a pointer")
                            + " without a cast (" + unit.text.of(type) + " from " + unit.text.of(value.type()) + ")");
            return convert(value, type);
        }
        unit.reports.error(Codes.ASSIGNMENT, source.at(), "incompatible types in " + doing + ": "
                + unit.text.quoted(QualifiedType.of(type)) + " from " + unit.text.quoted(QualifiedType.of(value.type())));
        return Types.unknownValue(source.at());
    }

    /** Whether {@link #assign} would not complain beyond qualifiers: choosing a transparent union's member. */
    boolean isAssignable(QualifiedType target, Operand source) {
        var type = target.type();
        var from = value(source).type();
        if (type instanceof Type.Pointer to && from instanceof Type.Pointer p) {
            return pointersAgree(to.target(), p.target());
        }
        if (Types.isPointer(type)) {
            return isNullPointerConstant(source);
        }
        return unit.compatibility.compatible(type, from);
    }

    private boolean pointersAgree(QualifiedType to, QualifiedType from) {
        return Types.isVoid(to.type()) || Types.isVoid(from.type())
                || Types.isUnknown(to.type()) || Types.isUnknown(from.type())
                || unit.compatibility.compatible(stripped(to), stripped(from))
                || differOnlyInSign(to.type(), from.type());
    }

    private void checkPointers(
            QualifiedType to, QualifiedType from, QualifiedType target, Operand source, String doing) {
        if (Types.addressSpaceOf(to) != Types.addressSpaceOf(from)) {
            unit.reports.error(Codes.POINTERS, source.at(),
                    doing + " from a pointer to another named address space: " + unit.text.quoted(target) + " from "
                            + unit.text.quoted(QualifiedType.of(value(source).type())));
            return;
        }
        if (!pointersAgree(to, from)) {
            unit.reports.permissive(PermissiveError.INCOMPATIBLE_POINTERS, Codes.POINTERS, source.at(),
                    doing + " from incompatible pointer type: " + unit.text.quoted(QualifiedType.of(target.type()))
                            + " from " + unit.text.quoted(QualifiedType.of(value(source).type())));
            return;
        }
        int lost = Types.qualifiersOf(from) & ~Types.qualifiersOf(to) & (QualifiedType.CONST | QualifiedType.VOLATILE);
        if (lost != 0 && !Types.isFunction(from.type())) {
            unit.reports.warning(Codes.QUALIFIERS, source.at(), doing + " discards '"
                    + ((lost & QualifiedType.CONST) != 0 ? "const" : "volatile")
                    + "' from the pointer's target type " + unit.text.quoted(from));
        }
    }

    static QualifiedType stripped(QualifiedType type) {
        return Types.unqualified(type);
    }

    /** {@code -Wpointer-sign} is off in kernels, and a warning that is not on by default elsewhere. */
    boolean differOnlyInSign(Type a, Type b) {
        return Types.isInteger(a) && Types.isInteger(b)
                && !(a instanceof Type.Bool) && !(b instanceof Type.Bool)
                && unsignedOf(unit.types.kind(a)) == unsignedOf(unit.types.kind(b));
    }

    Rvalue constant(long value, Type type, Position at) {
        return Types.constant(value, type, at);
    }
}
