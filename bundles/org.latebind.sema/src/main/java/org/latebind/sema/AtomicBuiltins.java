package org.latebind.sema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/**
 * {@code __sync_*} and {@code __atomic_*}. The node's name has no leading underscores; the first
 * argument is the object's address, values are converted to the object's type, memory orders are
 * ints.
 */
final class AtomicBuiltins {
    private static final Set<String> OPERATIONS = Set.of("add", "sub", "or", "and", "xor", "nand");

    private final Unit unit;

    AtomicBuiltins(Unit unit) {
        this.unit = unit;
    }

    Operand call(String name, Expression.Call call, Scope scope) {
        var at = call.span().at();
        var operands = new ArrayList<Operand>();
        for (var argument : call.arguments()) {
            operands.add(unit.expressions.analyze(argument, scope));
        }
        if (operands.stream().anyMatch(o -> Types.isUnknown(o.type().type()))) {
            return Expressions.unknown(at);
        }
        var plain = name.substring(2);
        return plain.startsWith("sync_")
                ? sync(plain, plain.substring("sync_".length()), operands, at)
                : atomic(plain, plain.substring("atomic_".length()), operands, at);
    }

    private Operand refuse(String name, Position at) {
        unit.reports.unsupported(at, "'__" + name + "' with these arguments");
        return Expressions.unknown(at);
    }

    // ---- __sync

    private Operand sync(String name, String operation, List<Operand> operands, Position at) {
        if (operation.equals("synchronize")) {
            return Operand.of(new Rvalue.Builtin(name, List.of(), Types.VOID, at));
        }
        int values = switch (operation) {
            case "lock_release" -> 0;
            case "lock_test_and_set" -> 1;
            case "bool_compare_and_swap", "val_compare_and_swap" -> 2;
            default -> isFetch(operation) ? 1 : -1;
        };
        // gcc takes further arguments, variables to be protected, and ignores them.
        if (values < 0 || operands.size() < values + 1 || !hasObject(operands.getFirst())) {
            return refuse(name, at);
        }
        var object = objectType(operands.getFirst());
        var arguments = new ArrayList<Rvalue>();
        arguments.add(unit.conversions.value(operands.getFirst()));
        for (int i = 1; i <= values; i++) {
            arguments.add(valueOf(object, operands.get(i), i + 1));
        }
        var type = switch (operation) {
            case "lock_release" -> Types.VOID;
            case "bool_compare_and_swap" -> Types.BOOL;
            default -> object.type();
        };
        return Operand.of(new Rvalue.Builtin(name, arguments, type, at));
    }

    private static boolean isFetch(String operation) {
        if (operation.startsWith("fetch_and_")) {
            return OPERATIONS.contains(operation.substring("fetch_and_".length()));
        }
        return operation.endsWith("_and_fetch")
                && OPERATIONS.contains(operation.substring(0, operation.length() - "_and_fetch".length()));
    }

    // ---- __atomic

    private Operand atomic(String name, String operation, List<Operand> operands, Position at) {
        switch (operation) {
            case "thread_fence", "signal_fence" -> {
                return operands.size() == 1
                        ? Operand.of(new Rvalue.Builtin(name, List.of(order(operands.getFirst())), Types.VOID, at))
                        : refuse(name, at);
            }
            case "always_lock_free", "is_lock_free" -> {
                return lockFree(name, operands, at);
            }
            default -> { }
        }
        // v: a value of the object's type, a: an object's address, b: a flag, o: an order
        var shape = switch (operation) {
            case "load_n" -> "o";
            case "load" -> "ao";
            case "store_n", "exchange_n" -> "vo";
            case "store" -> "ao";
            case "exchange" -> "aao";
            case "compare_exchange_n" -> "avboo";
            case "compare_exchange" -> "aaboo";
            case "test_and_set", "clear" -> "o";
            default -> isAtomicFetch(operation) ? "vo" : "";
        };
        if (shape.isEmpty() || operands.size() != shape.length() + 1 || !hasObject(operands.getFirst())) {
            return refuse(name, at);
        }
        var object = objectType(operands.getFirst());
        var arguments = new ArrayList<Rvalue>();
        arguments.add(unit.conversions.value(operands.getFirst()));
        for (int i = 1; i < operands.size(); i++) {
            arguments.add(switch (shape.charAt(i - 1)) {
                case 'v' -> valueOf(object, operands.get(i), i + 1);
                case 'a' -> unit.conversions.assign(Types.pointerTo(object), operands.get(i), "argument " + (i + 1));
                case 'b' -> unit.conversions.assign(QualifiedType.of(Types.BOOL), operands.get(i), "argument " + (i + 1));
                default -> order(operands.get(i));
            });
        }
        var type = switch (operation) {
            case "load_n", "exchange_n" -> object.type();
            case "load", "store", "store_n", "exchange", "clear" -> Types.VOID;
            case "compare_exchange_n", "compare_exchange", "test_and_set" -> Types.BOOL;
            default -> object.type();
        };
        return Operand.of(new Rvalue.Builtin(name, arguments, type, at));
    }

    private static boolean isAtomicFetch(String operation) {
        if (operation.startsWith("fetch_")) {
            return OPERATIONS.contains(operation.substring("fetch_".length()));
        }
        return operation.endsWith("_fetch")
                && OPERATIONS.contains(operation.substring(0, operation.length() - "_fetch".length()));
    }

    private Operand lockFree(String name, List<Operand> operands, Position at) {
        var size = operands.isEmpty()
                ? java.util.Optional.<java.math.BigInteger>empty()
                : unit.constants.require(operands.getFirst(), "the first argument of '__" + name + "'");
        if (size.isEmpty()) {
            return Expressions.unknown(at);
        }
        long bytes = size.get().longValue();
        boolean free = Long.bitCount(bytes) == 1 && bytes * 8 <= unit.types.pointerWidth();
        return Operand.constant(Types.constant(free ? 1 : 0, Types.BOOL, at));
    }

    private boolean hasObject(Operand operand) {
        return unit.conversions.value(operand).type() instanceof Type.Pointer p
                && (Types.isScalar(p.target().type()) || Types.isVoid(p.target().type())
                        || Types.isRecord(p.target().type()));
    }

    /** Without qualifiers; {@code void} stands for a byte ({@code __atomic_test_and_set}). */
    private QualifiedType objectType(Operand operand) {
        var target = ((Type.Pointer) unit.conversions.value(operand).type()).target();
        return Types.isVoid(target.type()) ? QualifiedType.of(Types.BOOL) : Types.unqualified(target);
    }

    /** Pointers are added to in bytes, so their operand is an integer. */
    private Rvalue valueOf(QualifiedType object, Operand operand, int number) {
        var value = unit.conversions.value(operand);
        return Types.isPointer(object.type()) && Types.isInteger(value.type())
                ? unit.conversions.convert(value, object.type())
                : unit.conversions.assign(object, operand, "argument " + number);
    }

    private Rvalue order(Operand operand) {
        return unit.conversions.assign(QualifiedType.of(Types.INT), operand, "the memory order");
    }
}
