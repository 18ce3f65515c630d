package org.latebind.sema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.latebind.diagnostics.api.Position;
import org.latebind.gnuc.BuiltinFunction;
import org.latebind.gnuc.SignatureType;
import org.latebind.gnuc.SignatureType.Base;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/** Converts a builtin's arguments to what its signature says. */
final class BuiltinArguments {
    private final Unit unit;
    private final SignatureTypes types;

    BuiltinArguments(Unit unit) {
        this.unit = unit;
        this.types = new SignatureTypes(unit);
    }

    record Converted(List<Rvalue> values, Type result) {}

    boolean checkCount(BuiltinFunction builtin, Expression.Call call, Scope scope) {
        var signature = builtin.signature();
        int given = call.arguments().size();
        int least = signature.required();
        int most = signature.variadic() ? Integer.MAX_VALUE : signature.parameters().size();
        if (given >= least && given <= most) {
            return true;
        }
        // A macro may stand for several arguments, and a lone one for none: then the count is not known.
        boolean known = !unit.isDeferred() || given > Math.max(most, 1) || call.arguments().stream()
                .noneMatch(a -> Types.isUnknown(unit.expressions.value(a, scope).type()));
        if (known) {
            var wanted = most == least ? least : most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
            unit.reports.error(Codes.ARGUMENT_COUNT, call.span().at(),
                    "'" + builtin.spelling() + "' takes " + wanted + " arguments, not " + given);
        }
        return false;
    }

    /** The arguments that have a parameter, and the result's type; empty after a report, or where a type is unknown. */
    Optional<Converted> convert(BuiltinFunction builtin, List<Operand> operands, Position at) {
        if (operands.stream().anyMatch(o -> Types.isUnknown(o.type().type()))) {
            return Optional.empty();
        }
        return new Conversion(builtin, operands, at).run();
    }

    private final class Conversion {
        private final BuiltinFunction builtin;
        private final List<Operand> operands;
        private final Position at;
        private final List<Rvalue> values = new ArrayList<>();
        private Optional<QualifiedType> object = Optional.empty();

        Conversion(BuiltinFunction builtin, List<Operand> operands, Position at) {
            this.builtin = builtin;
            this.operands = operands;
            this.at = at;
        }

        Optional<Converted> run() {
            var signature = builtin.signature();
            int count = Math.min(operands.size(), signature.parameters().size());
            for (int i = 0; i < count; i++) {
                var value = value(signature.parameters().get(i), i);
                if (value.isEmpty() || Types.isUnknown(value.get().type())) {
                    return Optional.empty();
                }
                values.add(value.get());
            }
            if (signature.parameters().stream().anyMatch(p -> p.is(Base.REAL)) && !toCommonType()) {
                return Optional.empty();
            }
            var result = signature.result();
            return Optional.of(new Converted(values, result.isObject() ? object.orElseThrow().type() : types.type(result)));
        }

        private Optional<Rvalue> value(SignatureType parameter, int index) {
            var operand = operands.get(index);
            return switch (parameter.base()) {
                case ANY -> parameter.pointer()
                        ? that(operand, index, "a pointer", Types::isPointer)
                        : Optional.of(unit.conversions.value(operand));
                case INTEGER -> parameter.pointer()
                        ? that(operand, index, "a pointer to an integer that is not const", Conversion::pointsToInteger)
                        : that(operand, index, "an integer", Types::isInteger);
                case FLOATING -> that(operand, index, "a floating value", t -> t instanceof Type.Floating);
                case REAL -> that(operand, index, "a number", Types::isArithmetic);
                case CONSTANT -> unit.constants.require(operand, what(index))
                        .map(v -> new Rvalue.IntegerConstant(v, Types.INT, operand.at()));
                case LIST -> list(operand);
                case OBJECT, VALUE, NUMBER -> ofObject(parameter, operand, index);
                default -> Optional.of(
                        unit.conversions.assign(QualifiedType.of(types.type(parameter)), operand, what(index)));
            };
        }

        private String what(int index) {
            return "argument " + (index + 1) + " of '" + builtin.spelling() + "'";
        }

        private Optional<Rvalue> that(Operand operand, int index, String wanted, Predicate<Type> fits) {
            var value = unit.conversions.value(operand);
            if (Types.isUnknown(value.type())) {
                return Optional.empty();
            }
            if (!fits.test(value.type())) {
                unit.reports.error(Codes.BUILTIN, operand.at(),
                        what(index) + " must be " + wanted + ", not " + unit.text.quoted(QualifiedType.of(value.type())));
                return Optional.empty();
            }
            return Optional.of(value);
        }

        private static boolean pointsToInteger(Type type) {
            return type instanceof Type.Pointer p && p.target().type() instanceof Type.Integer && !p.target().isConst();
        }

        private Optional<Rvalue> list(Operand operand) {
            if (operand instanceof Operand.Place p && p.type().type() instanceof Type.VaList) {
                return Optional.of(new Rvalue.AddressOf(p.lvalue(), new Type.Pointer(p.type()), at));
            }
            unit.reports.error(Codes.BUILTIN, at, "expected a va_list here, not " + unit.text.quoted(operand.type()));
            return Optional.empty();
        }

        private Optional<Rvalue> ofObject(SignatureType parameter, Operand operand, int index) {
            if (object.isEmpty()) {
                return object(parameter.base(), operand, index);
            }
            if (parameter.pointer()) {
                return Optional.of(unit.conversions.assign(Types.pointerTo(object.get()), operand, what(index)));
            }
            var value = unit.conversions.value(operand);
            // Pointers are added to in bytes, so their operand is an integer.
            return Optional.of(Types.isPointer(object.get().type()) && Types.isInteger(value.type())
                    ? unit.conversions.convert(value, object.get().type())
                    : unit.conversions.assign(object.get(), operand, what(index)));
        }

        private Optional<Rvalue> object(Base wanted, Operand operand, int index) {
            var value = unit.conversions.value(operand);
            var target = value.type() instanceof Type.Pointer p ? p.target() : QualifiedType.of(Types.VOID);
            if (Types.isUnknown(value.type()) || Types.isUnknown(target.type())) {
                return Optional.empty();
            }
            if (wanted == Base.OBJECT && Types.isRecord(target.type())) {
                unit.reports.unsupported(operand.at(), "'" + builtin.spelling() + "' of " + unit.text.quoted(target));
                return Optional.empty();
            }
            boolean fits = switch (wanted) {
                case OBJECT -> Types.isScalar(target.type());
                case VALUE -> Types.isInteger(target.type()) || Types.isPointer(target.type());
                default -> target.type() instanceof Type.Integer || target.type() instanceof Type.Enum
                        || Types.isPointer(target.type());
            };
            if (!fits) {
                unit.reports.error(Codes.BUILTIN, operand.at(), what(index) + " must point to "
                        + (wanted == Base.OBJECT ? "an object of scalar type" : wanted == Base.VALUE
                                ? "an integer or a pointer" : "an integer other than bool, or a pointer")
                        + ", not " + unit.text.quoted(QualifiedType.of(value.type())));
                return Optional.empty();
            }
            object = Optional.of(Types.unqualified(target));
            return Optional.of(value);
        }

        /** The usual arithmetic conversions, which must lead to a floating type. */
        private boolean toCommonType() {
            if (!(unit.conversions.common(values.get(0), values.get(1)) instanceof Type.Floating common)) {
                unit.reports.error(Codes.BUILTIN, at, "'" + builtin.spelling() + "' needs floating operands");
                return false;
            }
            values.replaceAll(v -> unit.conversions.convert(v, common));
            return true;
        }
    }
}
