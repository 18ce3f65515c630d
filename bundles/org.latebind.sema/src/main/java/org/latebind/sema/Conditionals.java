package org.latebind.sema;

import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.sema.api.PermissiveError;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/** The conditional operator, C11 6.5.15, and gcc's with the middle left out. */
final class Conditionals {
    private final Unit unit;

    Conditionals(Unit unit) {
        this.unit = unit;
    }

    Operand analyze(Expression.Conditional conditional, Scope scope) {
        var at = conditional.span().at();
        var condition = unit.expressions.analyze(conditional.condition(), scope);
        if (conditional.then().isEmpty()) {
            return withoutMiddle(conditional, condition, scope);
        }
        var test = unit.conversions.condition(condition);
        var then = unit.expressions.analyze(conditional.then().get(), scope);
        var otherwise = unit.expressions.analyze(conditional.otherwise(), scope);
        return choose(condition, test, then, otherwise, at);
    }

    private Operand withoutMiddle(Expression.Conditional conditional, Operand condition, Scope scope) {
        var at = conditional.span().at();
        var value = unit.conversions.condition(condition);
        var otherwise = unit.expressions.analyze(conditional.otherwise(), scope);
        if (Types.isUnknown(value.type())) {
            return Expressions.unknown(at);
        }
        if (scope.function().isEmpty() || condition.isConstant()) {
            return choose(condition, value, condition, otherwise, at);
        }
        var bound = value.type() instanceof Type.BitField ? unit.conversions.promote(value) : value;
        var local = scope.function().get().temporary(QualifiedType.of(bound.type()), at);
        var read = Operand.of(Expressions.load(local, bound.type(), at));
        var body = unit.conversions.value(choose(read, unit.conversions.value(read), read, otherwise, at));
        return Types.isUnknown(body.type())
                ? Expressions.unknown(at)
                : Operand.of(new Rvalue.Bind(local, bound, body, body.type(), at));
    }

    private Operand choose(Operand condition, Rvalue test, Operand then, Operand otherwise, Position at) {
        var a = unit.conversions.value(then);
        var b = unit.conversions.value(otherwise);
        if (Types.isUnknown(test.type()) || Types.isUnknown(a.type()) || Types.isUnknown(b.type())) {
            return Expressions.unknown(at);
        }
        var type = type(then, otherwise, a, b, at);
        if (type.isEmpty()) {
            return Expressions.unknown(at);
        }
        boolean constant = condition.isConstant() && then.isConstant() && otherwise.isConstant();
        return new Operand.Computed(new Rvalue.Conditional(
                test, to(a, type.get()), to(b, type.get()), type.get(), at), constant);
    }

    private Rvalue to(Rvalue value, Type type) {
        return Types.isVoid(type) && !Types.isVoid(value.type())
                ? new Rvalue.Convert(value, Types.VOID, value.at())
                : unit.conversions.convert(value, type);
    }

    private Optional<Type> type(Operand then, Operand otherwise, Rvalue a, Rvalue b, Position at) {
        if (Types.isArithmetic(a.type()) && Types.isArithmetic(b.type())) {
            return Optional.of(unit.conversions.common(a, b));
        }
        if (Types.isVoid(a.type()) || Types.isVoid(b.type())) {
            return Optional.of(Types.VOID);
        }
        if (a.type() instanceof Type.Pointer p && b.type() instanceof Type.Pointer q) {
            return Optional.of(pointers(then, otherwise, p, q, at));
        }
        if (Types.isPointer(a.type()) && Types.isInteger(b.type())) {
            return mixed(a.type(), otherwise, at);
        }
        if (Types.isInteger(a.type()) && Types.isPointer(b.type())) {
            return mixed(b.type(), then, at);
        }
        if (unit.compatibility.compatible(a.type(), b.type())) {
            return Optional.of(a.type());
        }
        unit.reports.error(Codes.OPERANDS, at, "the results of '?:' have incompatible types: "
                + unit.text.quoted(QualifiedType.of(a.type())) + " and " + unit.text.quoted(QualifiedType.of(b.type())));
        return Optional.empty();
    }

    private Optional<Type> mixed(Type pointer, Operand integer, Position at) {
        if (!unit.conversions.isNullPointerConstant(integer)) {
            mismatch(PermissiveError.INT_CONVERSION, Codes.INT_CONVERSION, at,
                    "one result of '?:' is a pointer and the other an integer");
        }
        return Optional.of(pointer);
    }

    /** A warning without an option of its own before gcc 14. */
    private void mismatch(PermissiveError kind, String code, Position at, String message) {
        if (unit.options.language().gcc().major() < 14) {
            unit.reports.warning(code, at, message);
        } else {
            unit.reports.permissive(kind, code, at, message);
        }
    }

    /** C11 6.5.15p6: the qualifiers of both; {@code void *} only where it is no null pointer constant. */
    private Type pointers(Operand then, Operand otherwise, Type.Pointer p, Type.Pointer q, Position at) {
        if (p.equals(q)) {
            return p;
        }
        if (unit.conversions.isNullPointerConstant(then)) {
            return q;
        }
        if (unit.conversions.isNullPointerConstant(otherwise)) {
            return p;
        }
        int qualifiers = Types.qualifiersOf(p.target()) | Types.qualifiersOf(q.target());
        int space = Math.max(Types.addressSpaceOf(p.target()), Types.addressSpaceOf(q.target()));
        if (Types.addressSpaceOf(p.target()) != Types.addressSpaceOf(q.target())) {
            unit.reports.error(Codes.POINTERS, at, "the results of '?:' point to different address spaces");
        }
        var a = Types.unqualified(p.target());
        var b = Types.unqualified(q.target());
        var target = Types.VOID;
        if (unit.compatibility.compatible(a, b)) {
            target = unit.compatibility.composite(a, b).type();
        } else if (!Types.isVoid(a.type()) && !Types.isVoid(b.type())) {
            mismatch(PermissiveError.INCOMPATIBLE_POINTERS, Codes.POINTERS, at,
                    "the results of '?:' have different pointer types: " + unit.text.quoted(QualifiedType.of(p)) + " and "
                            + unit.text.quoted(QualifiedType.of(q)));
        }
        return new Type.Pointer(Types.qualified(QualifiedType.of(target), qualifiers, space));
    }
}
