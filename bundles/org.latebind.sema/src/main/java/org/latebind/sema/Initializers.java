package org.latebind.sema;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Initializer;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedInitializer;

/** Objects with initializers: variables, compound literals. The rules of braces are {@link InitializerReader}'s. */
final class Initializers {
    /** The object's type, completed by its initializer, and the value. */
    record Result(QualifiedType type, Optional<TypedInitializer> value) {}

    private final Unit unit;
    private int literals;

    Initializers(Unit unit) {
        this.unit = unit;
    }

    Result read(QualifiedType type, Initializer initializer, Scope scope) {
        return new InitializerReader(unit, scope).read(type, initializer);
    }

    /** Reads the initializer of an object with static storage duration, once. */
    void analyzePending(VariableEntity variable) {
        if (variable.pending.isEmpty()) {
            return;
        }
        var pending = variable.pending.get();
        variable.pending = Optional.empty();
        var result = read(variable.type, pending.value(), pending.scope());
        variable.type = result.type();
        variable.initializer = result.value();
    }

    Operand compoundLiteral(QualifiedType type, Expression.CompoundLiteral literal, Scope scope) {
        var at = literal.span().at();
        if (Types.isFunction(type.type()) || Types.isVoid(type.type()) || Types.isVariable(type.type())) {
            unit.reports.error(Codes.INITIALIZER, at, "a compound literal cannot have type " + unit.text.quoted(type));
            return Expressions.unknown(at);
        }
        var result = read(type, literal.value(), scope);
        if (Types.isUnknown(result.type().type()) || result.value().isEmpty()) {
            return Expressions.unknown(at);
        }
        return literal(result.type(), result.value().get(), at, scope);
    }

    private Operand literal(QualifiedType type, TypedInitializer value, Position at, Scope scope) {
        if (scope.function().isPresent()) {
            var context = scope.function().get();
            var local = context.addLocal(
                    Optional.empty(), type, type.alignment(), Optional.empty(), Optional.empty(), true, at);
            return new Operand.Place(new Lvalue.CompoundLiteral(
                    local, new Lvalue.LocalInitializer(Optional.of(value)), type, at));
        }
        var name = ".compoundliteral." + literals++;
        var variable = new VariableEntity(name, type, at);
        variable.linkage = Linkage.INTERNAL;
        variable.defined = true;
        variable.initializer = Optional.of(value);
        variable.literal = true;
        return new Operand.Place(new Lvalue.Global(unit.reference(variable), type, at));
    }

    /** A union one member of which has a value. */
    Operand unionOf(QualifiedType type, Type.Record record, int member, Rvalue value, Position at, Scope scope) {
        var initializer = new TypedInitializer.Members(record.id(),
                List.of(new TypedInitializer.MemberValue(member, new TypedInitializer.Single(value))));
        return literal(type, initializer, at, scope);
    }

    /** The value in a scalar compound literal that initializes an object, as {@link #inPlace}; else the operand. */
    Operand scalarInPlace(Operand operand) {
        return Types.isScalar(operand.type().type())
                && inPlace(operand).orElse(null) instanceof TypedInitializer.Single single
                ? Operand.of(single.value())
                : operand;
    }

    /**
     * The initializer of a compound literal that stands where a whole object is initialized: gcc takes
     * the literal's value in place, also where constants are asked for.
     */
    Optional<TypedInitializer> inPlace(Operand operand) {
        if (!(operand instanceof Operand.Place place)) {
            return Optional.empty();
        }
        if (place.lvalue() instanceof Lvalue.CompoundLiteral literal) {
            return literal.initializer().value();
        }
        if (place.lvalue() instanceof Lvalue.Global global) {
            var variable = unit.variables.get(global.variable().index());
            if (variable.literal) {
                variable.used = false;
                return variable.initializer;
            }
        }
        return Optional.empty();
    }
}
