package org.latebind.sema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Expression.BinaryOperator;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Rvalue.Comparison;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.FloatingKind;
import org.latebind.typed.api.Type.IntegerKind;

/**
 * gcc's vectors (Extensions, "Using Vector Instructions through Built-in Functions").
 *
 * <pre>
 * typedef int v4si __attribute__((vector_size(16)));
 * v4si a;      a + 1        each element of a and 1
 *              a &lt; b        -1 where it holds, else 0, as a vector of int
 *              a[2]         the int at that place
 *              (v2di) a     the same bits
 * </pre>
 */
final class Vectors {
    private final Unit unit;

    Vectors(Unit unit) {
        this.unit = unit;
    }

    /** The type with vectors in the place of the elements: {@code int *} becomes a pointer to a vector. */
    QualifiedType of(QualifiedType type, int bytes, Position at) {
        return switch (type.type()) {
            case Type.Pointer p -> type.withType(new Type.Pointer(of(p.target(), bytes, at)));
            case Type.Array a -> type.withType(new Type.Array(of(a.element(), bytes, at), a.length()));
            case Type.Function f -> type.withType(new Type.Function(
                    of(f.result(), bytes, at), f.parameters(), f.variadic(), f.prototype(), f.foreign()));
            case Type.Integer i -> vector(type, bytes, at);
            case Type.Floating f when f.kind() != FloatingKind.LONG_DOUBLE -> vector(type, bytes, at);
            case Type.Unknown u -> type;
            default -> {
                unit.reports.unsupported(at, "a vector of " + unit.text.quoted(type));
                yield QualifiedType.of(Types.UNKNOWN);
            }
        };
    }

    private QualifiedType vector(QualifiedType type, int bytes, Position at) {
        long element = unit.layouts.sizeOf(QualifiedType.of(type.type()));
        long count = bytes / element;
        if (bytes % element != 0 || Long.bitCount(count) != 1) {
            unit.reports.error(Codes.ATTRIBUTE, at,
                    "a vector of " + bytes + " bytes cannot have elements of " + element + " bytes: their number must be a power of two");
            return QualifiedType.of(Types.UNKNOWN);
        }
        return new QualifiedType(new Type.Vector(type.type(), count), type.qualifiers(), type.addressSpace(), 0);
    }

    /** An element as a place; of a vector that is a value only, as a value. */
    Operand element(Operand operand, Type.Vector vector, Rvalue index, Position at) {
        boolean isValue = !(operand instanceof Operand.Place);
        Lvalue object = operand instanceof Operand.Place place
                ? place.lvalue()
                : new Lvalue.Temporary(unit.conversions.value(operand), QualifiedType.of(vector), at);
        if (object instanceof Lvalue.Register) {
            unit.reports.unsupported(at, "a subscript of a vector in a register");
            return Expressions.unknown(at);
        }
        var element = Types.qualified(
                QualifiedType.of(vector.element()), object.type().qualifiers(), object.type().addressSpace());
        var type = new Type.Pointer(element);
        var first = new Rvalue.Convert(new Rvalue.AddressOf(object, new Type.Pointer(object.type()), at), type, at);
        var chosen = new Rvalue.PointerOffset(first, unit.conversions.promote(index), false, type, at);
        var place = new Lvalue.Dereference(chosen, element, at);
        return isValue ? Operand.of(new Rvalue.Load(place, vector.element(), at)) : new Operand.Place(place);
    }

    /** Both sides as vectors of one type. */
    private record Pair(Rvalue left, Rvalue right, Type.Vector type) {}

    private Optional<Pair> pair(Rvalue a, Rvalue b) {
        if (a.type() instanceof Type.Vector left && b.type() instanceof Type.Vector right) {
            // Elements of one size that differ in sign go together; the left one's sign counts (c_common_type).
            return left.elements() == right.elements() && alikeButForSign(left.element(), right.element())
                    ? Optional.of(new Pair(a, unit.conversions.convert(b, left), left))
                    : Optional.empty();
        }
        return a.type() instanceof Type.Vector vector
                ? splat(b, vector).map(s -> new Pair(a, s, vector))
                : splat(a, (Type.Vector) b.type()).map(s -> new Pair(s, b, (Type.Vector) b.type()));
    }

    private boolean alikeButForSign(Type a, Type b) {
        return a.equals(b) || Types.isInteger(a) && Types.isInteger(b) && unit.types.width(a) == unit.types.width(b);
    }

    /** A scalar in every place; empty where it might lose something (gcc/c-family/c-common.cc, scalar_to_vector). */
    private Optional<Rvalue> splat(Rvalue scalar, Type.Vector type) {
        if (!Types.isArithmetic(scalar.type()) || !isKept(scalar, type.element())) {
            return Optional.empty();
        }
        return Optional.of(new Rvalue.Splat(unit.conversions.convert(scalar, type.element()), type, scalar.at()));
    }

    private boolean isKept(Rvalue scalar, Type element) {
        if (scalar instanceof Rvalue.FloatingConstant constant && element instanceof Type.Floating floating) {
            return floating.kind() == FloatingKind.DOUBLE || isFloat(constant.value());
        }
        if (scalar.type() instanceof Type.Floating from) {
            return element instanceof Type.Floating to && from.kind().compareTo(to.kind()) <= 0;
        }
        int bits = element instanceof Type.Floating f ? f.kind() == FloatingKind.FLOAT ? 24 : 53 : unit.types.width(element);
        return unit.types.width(scalar.type()) <= bits
                || unit.constants.fold(scalar).filter(v -> fits(v, bits)).isPresent();
    }

    private static boolean isFloat(BigDecimal value) {
        return new BigDecimal(value.floatValue()).compareTo(value) == 0;
    }

    /** As signed or as unsigned. */
    private static boolean fits(BigInteger value, int bits) {
        return value.bitLength() < bits || value.signum() > 0 && value.bitLength() == bits;
    }

    /** Empty where the operands do not go together. */
    Optional<Rvalue> arithmetic(BinaryOperator operator, Rvalue a, Rvalue b, Position at) {
        boolean integersOnly = switch (operator) {
            case REMAINDER, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT -> true;
            default -> false;
        };
        return pair(a, b).filter(p -> !integersOnly || Types.isInteger(p.type().element()))
                .map(p -> new Rvalue.Arithmetic(Operators.operator(operator), p.left(), p.right(), p.type(), at));
    }

    /** Empty where the operands do not go together. */
    Optional<Rvalue> compare(Comparison comparison, Rvalue a, Rvalue b, Position at) {
        return pair(a, b).map(p -> new Rvalue.Compare(comparison, p.left(), p.right(), truth(p.type()), at));
    }

    private Type truth(Type.Vector compared) {
        long bits = 8 * unit.layouts.sizeOf(QualifiedType.of(compared.element()));
        for (var kind : new IntegerKind[] {IntegerKind.SIGNED_CHAR, IntegerKind.SHORT, IntegerKind.INT, IntegerKind.LONG}) {
            if (unit.types.width(kind) == bits) {
                return new Type.Vector(new Type.Integer(kind), compared.elements());
            }
        }
        var widest = bits == 128 ? IntegerKind.INT128 : IntegerKind.LONG_LONG;
        return new Type.Vector(new Type.Integer(widest), compared.elements());
    }

    /** Whether a vector may be assigned without a cast: one of integers to one of others, as clang has it. */
    boolean isAssignable(Type to, Type from) {
        return to instanceof Type.Vector a && from instanceof Type.Vector b
                && Types.isInteger(a.element()) && Types.isInteger(b.element()) && isSameSize(a, b);
    }

    /** Whether a cast between the two keeps the bits. */
    boolean isCastable(Type to, Type from) {
        return (to instanceof Type.Vector || from instanceof Type.Vector)
                && (to instanceof Type.Vector || Types.isInteger(to))
                && (from instanceof Type.Vector || Types.isInteger(from))
                && isSameSize(to, from);
    }

    private boolean isSameSize(Type a, Type b) {
        return unit.layouts.sizeOf(QualifiedType.of(a)) == unit.layouts.sizeOf(QualifiedType.of(b));
    }
}
