package org.latebind.sema;

import java.math.BigInteger;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/** Where C wants a constant. */
final class Constants {
    private final Unit unit;

    Constants(Unit unit) {
        this.unit = unit;
    }

    /** The value, where the expression folds; empty also for what depends on an unknown type. */
    Optional<BigInteger> fold(Rvalue value) {
        if (value instanceof Rvalue.IntegerConstant c) {
            return Types.isUnknown(c.type()) ? Optional.empty() : Optional.of(c.value());
        }
        if (Types.isUnknown(value.type())) {
            return Optional.empty();
        }
        return unit.evaluator.integer(value);
    }

    boolean isDecidedConstant(Rvalue value) {
        return !Types.isUnknown(value.type()) && unit.evaluator.isConstant(value);
    }

    /**
     * An integer constant; a report and empty where it is none.
     *
     * @param what it is for: {@code the width of bit-field 'x'}
     */
    Optional<BigInteger> require(Expression expression, Scope scope, String what) {
        var operand = unit.expressions.analyze(expression, scope);
        return require(operand, what);
    }

    Optional<BigInteger> require(Operand operand, String what) {
        var value = unit.conversions.value(operand);
        if (Types.isUnknown(value.type())) {
            return Optional.empty();
        }
        if (!Types.isInteger(value.type())) {
            unit.reports.error(Codes.NOT_CONSTANT, operand.at(),
                    what + " must have integer type, not " + unit.text.quoted(QualifiedType.of(value.type())));
            return Optional.empty();
        }
        var folded = fold(value).or(() -> unit.evaluator.required(value));
        if (folded.isEmpty() && !dependsOnUnknown(value)) {
            unit.reports.error(Codes.NOT_CONSTANT, operand.at(), what + " is not an integer constant expression");
        }
        return folded;
    }

    /** Whether a value could not be folded only because a kernel's entity takes part in it. */
    boolean dependsOnUnknown(Rvalue value) {
        return unit.isDeferred() && new UnknownSearch(unit).in(value);
    }

    /** As {@link #require}, as a long that is not negative. */
    Optional<Long> requireSize(Expression expression, Scope scope, String what) {
        return require(expression, scope, what).flatMap(value -> size(value, expression.span().at(), what));
    }

    private Optional<Long> size(BigInteger value, Position at, String what) {
        if (value.signum() < 0 || value.bitLength() > 62) {
            unit.reports.error(Codes.NOT_CONSTANT, at, what + " is out of range: " + value);
            return Optional.empty();
        }
        return Optional.of(value.longValueExact());
    }

    Rvalue integer(BigInteger value, Type type, Position at) {
        return new Rvalue.IntegerConstant(unit.types.wrap(value, type), type, at);
    }
}
