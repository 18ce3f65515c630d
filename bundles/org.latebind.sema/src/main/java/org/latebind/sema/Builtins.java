package org.latebind.sema;

import java.util.List;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Position;
import org.latebind.gnuc.BuiltinFunction;
import org.latebind.gnuc.BuiltinFunction.Property;
import org.latebind.gnuc.Meaning;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/**
 * Calls of builtins: arguments are converted as the signature says ({@link BuiltinArguments}), then what a signature does
 * not say is checked. The result is an {@link Rvalue.Builtin} or a constant.
 */
final class Builtins {
    /** How {@code __builtin_prefetch} reads what it is not given: for reading, of high locality. */
    private static final List<Integer> PREFETCH_DEFAULTS = List.of(0, 3);

    private final Unit unit;
    private final BuiltinArguments arguments;
    private final SideEffects sideEffects;

    Builtins(Unit unit) {
        this.unit = unit;
        this.arguments = new BuiltinArguments(unit);
        this.sideEffects = new SideEffects(unit);
    }

    Operand call(BuiltinFunction builtin, Expression.Call call, Scope scope) {
        var at = call.span().at();
        if (!arguments.checkCount(builtin, call, scope)) {
            return Expressions.unknown(at);
        }
        // gcc's enum type_class is of the type alone.
        boolean evaluated = builtin.meaning() != Meaning.CLASSIFY_TYPE;
        var operands = call.arguments().stream()
                .map(a -> evaluated ? unit.expressions.analyze(a, scope) : unit.expressions.unevaluated(a, scope))
                .toList();
        return arguments.convert(builtin, operands, at)
                .map(converted -> result(builtin, operands, converted, at, scope))
                .orElseGet(() -> Expressions.unknown(at));
    }

    private Operand result(
            BuiltinFunction builtin, List<Operand> operands, BuiltinArguments.Converted converted, Position at, Scope scope) {
        var values = converted.values();
        var node = new Rvalue.Builtin(builtin, values, converted.result(), at);
        return switch (builtin.meaning()) {
            case CONSTANT_P -> constantP(node, scope);
            case CLASSIFY_TYPE -> classify(values.getFirst().type(), at);
            case OBJECT_SIZE, DYNAMIC_OBJECT_SIZE -> objectSize(node);
            case PREFETCH -> Operand.of(new Rvalue.Builtin(builtin, prefetch(values, at), node.type(), at));
            case VA_START -> start(node, scope);
            case LOCK_FREE -> lockFree(values.getFirst(), at);
            default -> new Operand.Computed(
                    node, builtin.is(Property.FOLDS) && operands.stream().allMatch(Operand::isConstant));
        };
    }

    /**
     * Decided here where folding says yes, or where gcc says no at once: the argument is never
     * evaluated, so one with side effects is not constant. Else decided late.
     */
    private Operand constantP(Rvalue.Builtin node, Scope scope) {
        var value = node.arguments().getFirst();
        if (unit.constants.isDecidedConstant(value)) {
            return Operand.constant(Types.constant(1, Types.INT, node.at()));
        }
        if (scope.function().isEmpty() || !Types.isScalar(value.type()) || sideEffects.in(value)) {
            return Operand.constant(Types.constant(0, Types.INT, node.at()));
        }
        return Operand.of(node);
    }

    /** gcc's {@code enum type_class}. */
    private Operand classify(Type type, Position at) {
        int number = switch (type) {
            case Type.Void v -> 0;
            case Type.Pointer p -> 5;
            case Type.Floating f -> 8;
            case Type.Record r -> unit.registry.peek(r.id()).union() ? 13 : 12;
            default -> 1;
        };
        return Operand.constant(Types.constant(number, Types.INT, at));
    }

    private Operand objectSize(Rvalue.Builtin node) {
        var kind = ((Rvalue.IntegerConstant) node.arguments().get(1)).value();
        if (kind.bitLength() > 2 || kind.signum() < 0) {
            unit.reports.error(Codes.BUILTIN, node.at(),
                    "the second argument of '" + node.builtin().spelling() + "' must be 0 to 3");
            return Expressions.unknown(node.at());
        }
        return Operand.of(node);
    }

    private static List<Rvalue> prefetch(List<Rvalue> given, Position at) {
        var missing = PREFETCH_DEFAULTS.subList(given.size() - 1, PREFETCH_DEFAULTS.size());
        return Stream.concat(given.stream(), missing.stream().map(v -> Types.constant(v, Types.INT, at))).toList();
    }

    private Operand start(Rvalue.Builtin node, Scope scope) {
        if (!scope.function().map(f -> f.type.variadic()).orElse(false)) {
            unit.reports.error(Codes.BUILTIN, node.at(), "va_start in a function that is not variadic");
            return Expressions.unknown(node.at());
        }
        return Operand.of(new Rvalue.Builtin(node.builtin(), node.arguments().subList(0, 1), node.type(), node.at()));
    }

    private Operand lockFree(Rvalue size, Position at) {
        long bytes = ((Rvalue.IntegerConstant) size).value().longValue();
        boolean free = Long.bitCount(bytes) == 1 && bytes * 8 <= unit.types.pointerWidth();
        return Operand.constant(Types.constant(free ? 1 : 0, Types.BOOL, at));
    }

    /** A name that gcc keeps for its builtins, of one that is not here. */
    Operand refuse(String name, Position at) {
        unit.reports.unsupported(at, "'" + name + "'");
        return Expressions.unknown(at);
    }
}
