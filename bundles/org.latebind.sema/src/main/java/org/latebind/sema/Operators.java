package org.latebind.sema;

import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Expression.BinaryOperator;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Rvalue.ArithmeticOperator;
import org.latebind.typed.api.Rvalue.Comparison;
import org.latebind.typed.api.Type;

/** Subscripts, unary and binary operators, assignment and the conditional operator. */
final class Operators {
    private final Unit unit;
    private final Conditionals conditionals;

    Operators(Unit unit) {
        this.unit = unit;
        this.conditionals = new Conditionals(unit);
    }

    Operand conditional(Expression.Conditional conditional, Scope scope) {
        return conditionals.analyze(conditional, scope);
    }

    // ---- unary

    Operand index(Expression.Index index, Scope scope) {
        var at = index.span().at();
        var base = unit.expressions.analyze(index.base(), scope);
        var right = unit.expressions.value(index.index(), scope);
        if (base.type().type() instanceof Type.Vector vector && Types.isInteger(right.type())) {
            return unit.vectors.element(base, vector, right, at);
        }
        var left = unit.conversions.value(base);
        if (Types.isUnknown(left.type()) || Types.isUnknown(right.type())) {
            return Expressions.unknown(at);
        }
        boolean swapped = Types.isInteger(left.type()) && Types.isPointer(right.type());
        var pointer = swapped ? right : left;
        var offset = swapped ? left : right;
        if (!(pointer.type() instanceof Type.Pointer target) || !Types.isInteger(offset.type())) {
            unit.reports.error(Codes.OPERANDS, at, "cannot subscript " + unit.text.quoted(QualifiedType.of(left.type()))
                    + " with " + unit.text.quoted(QualifiedType.of(right.type())));
            return Expressions.unknown(at);
        }
        return new Operand.Place(new Lvalue.Dereference(offset(pointer, offset, false, at), target.target(), at));
    }

    Operand unary(Expression.Unary unary, Scope scope) {
        var at = unary.span().at();
        return switch (unary.operator()) {
            case ADDRESS -> address(unary, scope);
            case DEREFERENCE -> dereference(unit.expressions.value(unary.operand(), scope), at);
            case PRE_INCREMENT -> increment(unary, false, false, scope);
            case PRE_DECREMENT -> increment(unary, true, false, scope);
            case POST_INCREMENT -> increment(unary, false, true, scope);
            case POST_DECREMENT -> increment(unary, true, true, scope);
            case PLUS, MINUS, COMPLEMENT -> arithmetic(unary, scope);
            case NOT -> {
                var operand = unit.expressions.analyze(unary.operand(), scope);
                var value = unit.conversions.condition(operand);
                yield Types.isUnknown(value.type())
                        ? Expressions.unknown(at)
                        : new Operand.Computed(new Rvalue.Not(value, Types.INT, at), operand.isConstant());
            }
            case REAL, IMAGINARY -> {
                unit.reports.unsupported(at, "complex arithmetic");
                yield Expressions.unknown(at);
            }
        };
    }

    private Operand arithmetic(Expression.Unary unary, Scope scope) {
        var at = unary.span().at();
        var operand = unit.expressions.analyze(unary.operand(), scope);
        var value = unit.conversions.value(operand);
        if (Types.isUnknown(value.type())) {
            return Expressions.unknown(at);
        }
        boolean complement = unary.operator() == Expression.UnaryOperator.COMPLEMENT;
        var number = value.type() instanceof Type.Vector v ? v.element() : value.type();
        if (complement ? !Types.isInteger(number) : !Types.isArithmetic(number)) {
            unit.reports.error(Codes.OPERANDS, at, "'" + unary.operator().spelling() + "' cannot be applied to "
                    + unit.text.quoted(operand.type()));
            return Expressions.unknown(at);
        }
        var promoted = unit.conversions.promote(value);
        var result = switch (unary.operator()) {
            case MINUS -> new Rvalue.Negate(promoted, promoted.type(), at);
            case COMPLEMENT -> new Rvalue.Complement(promoted, promoted.type(), at);
            default -> promoted;
        };
        return new Operand.Computed(result, operand.isConstant());
    }

    private Operand address(Expression.Unary unary, Scope scope) {
        var at = unary.span().at();
        var operand = unit.expressions.analyze(unary.operand(), scope);
        if (Types.isUnknown(operand.type().type())) {
            return Expressions.unknown(at);
        }
        if (!(operand instanceof Operand.Place place)) {
            unit.reports.error(Codes.NOT_MODIFIABLE, at, "cannot take the address of a value");
            return Expressions.unknown(at);
        }
        var object = place.lvalue();
        if (unit.conversions.bitFieldWidth(object) >= 0) {
            unit.reports.error(Codes.BIT_FIELD, at, "cannot take the address of a bit-field");
            return Expressions.unknown(at);
        }
        if (object instanceof Lvalue.Register || isRegister(object, scope)) {
            unit.reports.error(Codes.NOT_MODIFIABLE, at, "cannot take the address of a register variable");
            return Expressions.unknown(at);
        }
        if (object instanceof Lvalue.Dereference d && sameTarget(d)) {
            return Operand.of(d.pointer());
        }
        return Operand.of(new Rvalue.AddressOf(object, new Type.Pointer(object.type()), at));
    }

    /** Whether {@code &*p} is {@code p} in type too. */
    private static boolean sameTarget(Lvalue.Dereference d) {
        return d.pointer().type() instanceof Type.Pointer p && p.target().equals(d.type());
    }

    private boolean isRegister(Lvalue object, Scope scope) {
        return switch (object) {
            case Lvalue.Local local -> local.local().index() >= 0
                    && scope.function().map(f -> f.registers.contains(local.local())).orElse(false);
            case Lvalue.Member member -> isRegister(member.base(), scope);
            case Lvalue.Dereference element -> elementOf(element.pointer()).map(a -> isRegister(a, scope)).orElse(false);
            default -> false;
        };
    }

    /** The array that a subscript is into. */
    private static Optional<Lvalue> elementOf(Rvalue pointer) {
        return switch (pointer) {
            case Rvalue.ArrayDecay decay -> Optional.of(decay.array());
            case Rvalue.PointerOffset offset -> elementOf(offset.pointer());
            default -> Optional.empty();
        };
    }

    private Operand dereference(Rvalue pointer, Position at) {
        if (pointer.type() instanceof Type.Pointer p) {
            return new Operand.Place(new Lvalue.Dereference(pointer, p.target(), at));
        }
        if (!Types.isUnknown(pointer.type())) {
            unit.reports.error(Codes.OPERANDS, at,
                    "'*' needs a pointer, not " + unit.text.quoted(QualifiedType.of(pointer.type())));
        }
        return Expressions.unknown(at);
    }

    private Operand increment(Expression.Unary unary, boolean decrement, boolean postfix, Scope scope) {
        var at = unary.span().at();
        var operand = unit.expressions.analyze(unary.operand(), scope);
        if (Types.isUnknown(operand.type().type()) || !isModifiable(operand, at)) {
            return Expressions.unknown(at);
        }
        var type = operand.type().type();
        if (!Types.isScalar(type) && !Types.isVector(type)) {
            unit.reports.error(Codes.OPERANDS, at, "'" + unary.operator().spelling() + "' cannot be applied to "
                    + unit.text.quoted(operand.type()));
            return Expressions.unknown(at);
        }
        if (type instanceof Type.Pointer p && !canStep(p, at)) {
            return Expressions.unknown(at);
        }
        scope.function().ifPresent(f -> f.write(((Operand.Place) operand).lvalue()));
        return Operand.of(new Rvalue.Increment(((Operand.Place) operand).lvalue(), decrement, postfix, type, at));
    }

    /** Whether pointers to the type can be counted with; gcc takes void and functions for one byte. */
    private boolean canStep(Type.Pointer pointer, Position at) {
        var target = pointer.target();
        return Types.isVoid(target.type()) || Types.isFunction(target.type()) || Types.isUnknown(target.type())
                || unit.requireComplete(target, at);
    }

    /** C11 6.3.2.1p1: such a structure is no modifiable lvalue. */
    private boolean hasConstMember(Type type) {
        return switch (type) {
            case Type.Record r when !unit.isKernelRecord(r) -> unit.types.definition(r).members().stream()
                    .anyMatch(m -> m.type().isConst() || hasConstMember(m.type().type()));
            case Type.Array a -> a.element().isConst() || hasConstMember(a.element().type());
            default -> false;
        };
    }

    boolean isModifiable(Operand operand, Position at) {
        if (!(operand instanceof Operand.Place place) || place.lvalue() instanceof Lvalue.Temporary
                || Types.isFunction(operand.type().type()) || operand.type().type() instanceof Type.Array
                || Types.isVoid(operand.type().type())) {
            unit.reports.error(Codes.NOT_MODIFIABLE, at, "the left operand cannot be assigned to");
            return false;
        }
        if (hasConstMember(operand.type().type())) {
            unit.reports.error(Codes.NOT_MODIFIABLE, at,
                    "assignment to " + unit.text.quoted(operand.type()) + ", which has a const member");
            return false;
        }
        if ((Types.qualifiersOf(place.type()) & QualifiedType.CONST) != 0) {
            unit.reports.error(Codes.NOT_MODIFIABLE, at, "assignment to a const object: " + unit.text.quoted(place.type()));
            return false;
        }
        return unit.requireComplete(place.type(), at);
    }

    // ---- binary

    private Rvalue offset(Rvalue pointer, Rvalue index, boolean subtract, Position at) {
        if (pointer.type() instanceof Type.Pointer p && !canStep(p, at)) {
            return Types.unknownValue(at);
        }
        var wide = unit.conversions.promote(index);
        return new Rvalue.PointerOffset(pointer, wide, subtract, pointer.type(), at);
    }

    Operand binary(Expression.Binary binary, Scope scope) {
        var left = unit.expressions.analyze(binary.left(), scope);
        var right = unit.expressions.analyze(binary.right(), scope);
        return binary(binary.operator(), left, right, binary.span().at());
    }

    private Operand binary(BinaryOperator operator, Operand left, Operand right, Position at) {
        if (operator == BinaryOperator.LOGICAL_AND || operator == BinaryOperator.LOGICAL_OR) {
            return logical(operator == BinaryOperator.LOGICAL_AND, left, right, at);
        }
        var a = unit.conversions.value(left);
        var b = unit.conversions.value(right);
        if (Types.isUnknown(a.type()) || Types.isUnknown(b.type())) {
            return Expressions.unknown(at);
        }
        boolean constant = left.isConstant() && right.isConstant();
        var result = switch (operator) {
            case ADD, SUBTRACT -> additive(operator, a, b, at);
            case LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, EQUAL, NOT_EQUAL -> compare(operator, left, right, at);
            case SHIFT_LEFT, SHIFT_RIGHT -> shift(operator, a, b, at);
            default -> arithmetic(operator, a, b, at);
        };
        return new Operand.Computed(result, constant && !Types.isUnknown(result.type()));
    }

    private Operand logical(boolean and, Operand left, Operand right, Position at) {
        var a = unit.conversions.condition(left);
        var b = unit.conversions.condition(right);
        if (Types.isUnknown(a.type()) || Types.isUnknown(b.type())) {
            return Expressions.unknown(at);
        }
        return new Operand.Computed(
                new Rvalue.Logical(and, a, b, Types.INT, at), left.isConstant() && right.isConstant());
    }

    private Rvalue additive(BinaryOperator operator, Rvalue a, Rvalue b, Position at) {
        boolean subtract = operator == BinaryOperator.SUBTRACT;
        if (Types.isPointer(a.type()) && Types.isInteger(b.type())) {
            return offset(a, b, subtract, at);
        }
        if (!subtract && Types.isInteger(a.type()) && Types.isPointer(b.type())) {
            return offset(b, a, false, at);
        }
        if (subtract && a.type() instanceof Type.Pointer p && b.type() instanceof Type.Pointer q) {
            if (!unit.compatibility.compatible(Types.unqualified(p.target()), Types.unqualified(q.target()))
                    || p.target().addressSpace() != q.target().addressSpace()) {
                return invalid(operator.spelling(), a, b, at);
            }
            return canStep(p, at)
                    ? new Rvalue.PointerDifference(a, b, unit.types.ptrdiffType(), at)
                    : Types.unknownValue(at);
        }
        return arithmetic(operator, a, b, at);
    }

    private Rvalue arithmetic(BinaryOperator operator, Rvalue a, Rvalue b, Position at) {
        if (Types.isVector(a.type()) || Types.isVector(b.type())) {
            return unit.vectors.arithmetic(operator, a, b, at).orElseGet(() -> invalid(operator.spelling(), a, b, at));
        }
        boolean integersOnly = switch (operator) {
            case REMAINDER, BIT_AND, BIT_OR, BIT_XOR -> true;
            default -> false;
        };
        boolean valid = integersOnly
                ? Types.isInteger(a.type()) && Types.isInteger(b.type())
                : Types.isArithmetic(a.type()) && Types.isArithmetic(b.type());
        if (!valid) {
            return invalid(operator.spelling(), a, b, at);
        }
        var type = unit.conversions.common(a, b);
        return new Rvalue.Arithmetic(
                operator(operator), unit.conversions.convert(a, type), unit.conversions.convert(b, type), type, at);
    }

    private Rvalue shift(BinaryOperator operator, Rvalue a, Rvalue b, Position at) {
        if (Types.isVector(a.type()) || Types.isVector(b.type())) {
            return arithmetic(operator, a, b, at);
        }
        if (!Types.isInteger(a.type()) || !Types.isInteger(b.type())) {
            return invalid(operator.spelling(), a, b, at);
        }
        var left = unit.conversions.promote(a);
        return new Rvalue.Arithmetic(
                operator(operator), left, unit.conversions.promote(b), left.type(), at);
    }

    private Rvalue invalid(String operator, Rvalue a, Rvalue b, Position at) {
        unit.reports.error(Codes.OPERANDS, at, "invalid operands to '" + operator + "': "
                + unit.text.quoted(QualifiedType.of(a.type())) + " and " + unit.text.quoted(QualifiedType.of(b.type())));
        return Types.unknownValue(at);
    }

    static ArithmeticOperator operator(BinaryOperator operator) {
        return switch (operator) {
            case MULTIPLY -> ArithmeticOperator.MULTIPLY;
            case DIVIDE -> ArithmeticOperator.DIVIDE;
            case REMAINDER -> ArithmeticOperator.REMAINDER;
            case ADD -> ArithmeticOperator.ADD;
            case SUBTRACT -> ArithmeticOperator.SUBTRACT;
            case SHIFT_LEFT -> ArithmeticOperator.SHIFT_LEFT;
            case SHIFT_RIGHT -> ArithmeticOperator.SHIFT_RIGHT;
            case BIT_AND -> ArithmeticOperator.BIT_AND;
            case BIT_XOR -> ArithmeticOperator.BIT_XOR;
            case BIT_OR -> ArithmeticOperator.BIT_OR;
            default -> throw new IllegalArgumentException("not arithmetic: " + operator);
        };
    }

    private static Comparison comparison(BinaryOperator operator) {
        return switch (operator) {
            case LESS -> Comparison.LESS;
            case GREATER -> Comparison.GREATER;
            case LESS_EQUAL -> Comparison.LESS_EQUAL;
            case GREATER_EQUAL -> Comparison.GREATER_EQUAL;
            case EQUAL -> Comparison.EQUAL;
            default -> Comparison.NOT_EQUAL;
        };
    }

    private Rvalue compare(BinaryOperator operator, Operand left, Operand right, Position at) {
        var a = unit.conversions.value(left);
        var b = unit.conversions.value(right);
        if (Types.isVector(a.type()) || Types.isVector(b.type())) {
            return unit.vectors.compare(comparison(operator), a, b, at)
                    .orElseGet(() -> invalid(operator.spelling(), a, b, at));
        }
        if (Types.isArithmetic(a.type()) && Types.isArithmetic(b.type())) {
            var type = unit.conversions.common(a, b);
            return new Rvalue.Compare(comparison(operator),
                    unit.conversions.convert(a, type), unit.conversions.convert(b, type), Types.INT, at);
        }
        if (a.type() instanceof Type.Pointer p && b.type() instanceof Type.Pointer q) {
            return comparePointers(operator, left, right, p, q, at);
        }
        if (Types.isPointer(a.type()) && Types.isInteger(b.type())) {
            warnMixed(right, at);
            return new Rvalue.Compare(
                    comparison(operator), a, unit.conversions.convert(b, a.type()), Types.INT, at);
        }
        if (Types.isInteger(a.type()) && Types.isPointer(b.type())) {
            warnMixed(left, at);
            return new Rvalue.Compare(
                    comparison(operator), unit.conversions.convert(a, b.type()), b, Types.INT, at);
        }
        return invalid(operator.spelling(), a, b, at);
    }

    private void warnMixed(Operand integer, Position at) {
        if (!unit.conversions.isNullPointerConstant(integer)) {
            unit.reports.warning(Codes.INT_CONVERSION, at,
                    "comparison between a pointer and an integer");
        }
    }

    private Rvalue comparePointers(
            BinaryOperator operator, Operand left, Operand right, Type.Pointer p, Type.Pointer q, Position at) {
        var a = unit.conversions.value(left);
        var b = unit.conversions.value(right);
        boolean nulls = unit.conversions.isNullPointerConstant(left) || unit.conversions.isNullPointerConstant(right);
        boolean agree = nulls || Types.isVoid(p.target().type()) || Types.isVoid(q.target().type())
                || unit.compatibility.compatible(Types.unqualified(p.target()), Types.unqualified(q.target()));
        if (!agree) {
            unit.reports.warning(Codes.POINTERS, at,
                    "comparison of distinct pointer types: " + unit.text.quoted(QualifiedType.of(p)) + " and "
                            + unit.text.quoted(QualifiedType.of(q)));
        }
        if (p.target().addressSpace() != q.target().addressSpace() && !nulls) {
            return invalid(operator.spelling(), a, b, at);
        }
        return new Rvalue.Compare(comparison(operator), a, unit.conversions.convert(b, a.type()), Types.INT, at);
    }

    // ---- assignment

    Operand assign(Expression.Assign assign, Scope scope) {
        var at = assign.span().at();
        var target = unit.expressions.analyze(assign.target(), scope);
        var value = unit.expressions.analyze(assign.value(), scope);
        if (Types.isUnknown(target.type().type())) {
            return Expressions.unknown(at);
        }
        if (!isModifiable(target, at)) {
            return Expressions.unknown(at);
        }
        var place = ((Operand.Place) target).lvalue();
        scope.function().ifPresent(f -> f.write(place));
        if (assign.operator().isPresent()) {
            return compound(assign.operator().get(), place, value, at);
        }
        var converted = unit.conversions.assign(place.type(), value, "assignment");
        return Types.isUnknown(converted.type())
                ? Expressions.unknown(at)
                : Operand.of(new Rvalue.Assign(place, converted, place.type().type(), at));
    }

    private Operand compound(BinaryOperator operator, Lvalue target, Operand operand, Position at) {
        var value = unit.conversions.value(operand);
        var type = target.type().type();
        if (Types.isUnknown(value.type())) {
            return Expressions.unknown(at);
        }
        var kind = operator(operator);
        if (type instanceof Type.Pointer pointer) {
            boolean additive = operator == BinaryOperator.ADD || operator == BinaryOperator.SUBTRACT;
            if (additive && Types.isInteger(value.type()) && !canStep(pointer, at)) {
                return Expressions.unknown(at);
            }
            if (!additive || !Types.isInteger(value.type())) {
                return Operand.of(invalid(operator.spelling() + "=", new Rvalue.Load(target, type, at), value, at));
            }
            return Operand.of(new Rvalue.CompoundAssign(
                    target, kind, unit.conversions.promote(value), type, type, at));
        }
        var loaded = new Rvalue.Load(target, type, at);
        boolean shift = kind == ArithmeticOperator.SHIFT_LEFT || kind == ArithmeticOperator.SHIFT_RIGHT;
        var combined = shift ? shift(operator, loaded, value, at) : arithmetic(operator, loaded, value, at);
        if (!(combined instanceof Rvalue.Arithmetic arithmetic)) {
            return Expressions.unknown(at);
        }
        return Operand.of(new Rvalue.CompoundAssign(
                target, kind, arithmetic.right(), arithmetic.type(), type, at));
    }
}
