package org.latebind.sema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.AsmStatement;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.TypedAsm;

/** GNU asm statements: what their operands are. Letters of constraints are the target's own. */
final class AsmOperands {
    private final Unit unit;

    AsmOperands(Unit unit) {
        this.unit = unit;
    }

    TypedAsm analyze(AsmStatement asm, Scope scope) {
        var at = asm.span().at();
        Set<String> names = new HashSet<>();
        var outputs = new ArrayList<TypedAsm.Output>();
        for (var operand : asm.outputs()) {
            checkName(operand, names);
            output(operand, scope).ifPresent(outputs::add);
        }
        var inputs = new ArrayList<TypedAsm.Input>();
        for (var operand : asm.inputs()) {
            checkName(operand, names);
            inputs.add(input(operand, scope));
        }
        var clobbers = new ArrayList<String>();
        asm.clobbers().forEach(c -> text(c, "a clobber").ifPresent(clobbers::add));
        var labels = new ArrayList<TypedAsm.LabelOperand>();
        if (!asm.labels().isEmpty() && scope.function().isPresent()) {
            var context = scope.function().get();
            asm.labels().forEach(l -> labels.add(new TypedAsm.LabelOperand(l, context.labels.jump(l, at))));
        }
        boolean isVolatile = asm.isVolatile() || asm.outputs().isEmpty() || asm.isGoto();
        return new TypedAsm(
                text(asm.template(), "the template").orElse(""), isVolatile, asm.extended(), asm.isGoto(), outputs,
                inputs, clobbers, labels, at);
    }

    private void checkName(AsmStatement.Operand operand, Set<String> names) {
        operand.name().filter(n -> !names.add(n)).ifPresent(n -> unit.reports.error(
                Codes.ASM, operand.span().at(), "two operands of this asm have the name '" + n + "'"));
    }

    private Optional<String> text(Expression expression, String what) {
        if (Expressions.withoutParentheses(expression) instanceof Expression.Text text) {
            return unit.literals.plainText(text);
        }
        unit.reports.error(Codes.ASM, expression.span().at(), what + " of an asm must be a string literal");
        return Optional.empty();
    }

    private Optional<TypedAsm.Output> output(AsmStatement.Operand operand, Scope scope) {
        var at = operand.span().at();
        var constraint = text(operand.constraint(), "a constraint");
        var value = unit.expressions.analyze(operand.value(), scope);
        if (constraint.isEmpty() || Types.isUnknown(value.type().type())) {
            return Optional.empty();
        }
        if (!constraint.get().startsWith("=") && !constraint.get().startsWith("+")) {
            unit.reports.error(Codes.ASM, at, "output constraint '" + constraint.get() + "' does not begin with '=' or '+'");
            return Optional.empty();
        }
        if (!(value instanceof Operand.Place place) || !isWritable(place, at)) {
            if (!(value instanceof Operand.Place)) {
                unit.reports.error(Codes.ASM, at, "an output of an asm must be an lvalue");
            }
            return Optional.empty();
        }
        scope.function().ifPresent(f -> f.write(place.lvalue()));
        return Optional.of(new TypedAsm.Output(operand.name(), constraint.get(), place.lvalue()));
    }

    private boolean isWritable(Operand.Place place, Position at) {
        if (Types.isFunction(place.type().type()) || place.lvalue() instanceof Lvalue.Temporary) {
            unit.reports.error(Codes.ASM, at, "an output of an asm must be an lvalue");
            return false;
        }
        if ((Types.qualifiersOf(place.type()) & QualifiedType.CONST) != 0) {
            unit.reports.error(Codes.ASM, at, "an output of an asm is const: " + unit.text.quoted(place.type()));
            return false;
        }
        return unit.requireComplete(place.type(), at);
    }

    private TypedAsm.Input input(AsmStatement.Operand operand, Scope scope) {
        var constraint = text(operand.constraint(), "a constraint").orElse("r");
        var value = unit.expressions.analyze(operand.value(), scope);
        var memory = memory(value);
        var type = value.type().type();
        if (Types.isUnknown(type)) {
            return new TypedAsm.Input(operand.name(), constraint, Optional.empty(),
                    Optional.of(Types.unknownValue(operand.span().at())));
        }
        boolean hasValue = !Types.isRecord(type) || value instanceof Operand.Computed;
        if (memory.isPresent() && Types.isVoid(type)) {
            return new TypedAsm.Input(operand.name(), constraint, memory, Optional.empty());
        }
        return new TypedAsm.Input(operand.name(), constraint, memory,
                hasValue ? Optional.of(unit.conversions.value(value)) : Optional.empty());
    }

    /** The object, where it has an address. */
    private Optional<Lvalue> memory(Operand operand) {
        if (!(operand instanceof Operand.Place place)
                || place.lvalue() instanceof Lvalue.Register
                || Types.isFunction(place.type().type())
                || unit.conversions.bitFieldWidth(place.lvalue()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(place.lvalue());
    }
}
