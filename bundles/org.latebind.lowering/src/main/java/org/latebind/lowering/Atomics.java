package org.latebind.lowering;

import java.util.List;
import java.util.function.UnaryOperator;
import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/** {@code _Atomic} objects and the builtins {@code __atomic_*} and {@code __sync_*}. */
final class Atomics {
    private static final String SEQUENTIAL = "seq_cst";

    private final FunctionLowering fn;
    private final IrTypes types;
    private final Emitter out;
    private final boolean hasLibrary;
    private final int largestInstruction;

    Atomics(FunctionLowering fn) {
        this.fn = fn;
        this.types = fn.types();
        this.out = fn.out();
        this.hasLibrary = !fn.unit().settings().codegen().isForKernel();
        this.largestInstruction = fn.unit().largestAtomic();
    }

    Operand load(Place.Memory place) {
        requireInstruction(place.type().type(), fn.at());
        return load(place.pointer(), place.type().type(), SEQUENTIAL);
    }

    void store(Place.Memory place, Operand value) {
        requireInstruction(place.type().type(), fn.at());
        store(place.pointer(), value, place.type().type(), SEQUENTIAL);
    }

    private Operand load(Operand pointer, Type type, String order) {
        var bits = bitsType(type);
        var raw = out.value(
                bits, "load atomic " + bits + ", " + pointer.typed() + " " + order + ", align " + size(type));
        return fromBits(raw, type);
    }

    private void store(Operand pointer, Operand value, Type type, String order) {
        out.effect("store atomic " + toBits(value, type).typed() + ", " + pointer.typed() + " " + order + ", align "
                + size(type));
    }

    Operand compoundAssign(Rvalue.CompoundAssign assign) {
        var place = fn.places().memory(assign.target());
        requireInstruction(place.type().type(), assign.at());
        var value = fn.expressions().scalar(assign.value());
        return update(place, old -> fn.expressions().combine(assign, old, value)).updated();
    }

    Operand increment(Rvalue.Increment increment) {
        var place = fn.places().memory(increment.target());
        requireInstruction(place.type().type(), increment.at());
        var update = update(place, old -> fn.expressions().incremented(increment, old));
        return increment.postfix() ? update.old() : update.updated();
    }

    private record Update(Operand old, Operand updated) {}

    /** Reads, computes and exchanges until nobody came between. */
    private Update update(Place.Memory place, UnaryOperator<Operand> computation) {
        var type = place.type().type();
        var first = toBits(load(place), type);
        var expected = out.alloca(bitsType(type), size(type));
        out.store(first, expected, size(type), false);
        var again = out.newLabel("again");
        var done = out.newLabel("done");
        out.begin(again);
        var raw = out.load(bitsType(type), expected, size(type), false);
        var old = fromBits(raw, type);
        var updated = computation.apply(old);
        var exchange = exchange(place.pointer(), raw, toBits(updated, type), type, false, SEQUENTIAL, SEQUENTIAL);
        out.store(exchange.found(), expected, size(type), false);
        out.branch(exchange.success(), done, again);
        out.begin(done);
        return new Update(old, updated);
    }

    private record Exchange(Operand found, Operand success) {}

    private Exchange exchange(
            Operand pointer, Operand expected, Operand desired, Type type, boolean weak, String success, String failure) {
        var pair = "{ " + expected.type() + ", i1 }";
        var both = out.value(
                pair,
                "cmpxchg " + (weak ? "weak " : "") + pointer.typed() + ", " + expected.typed() + ", " + desired.typed() + " "
                        + success + " " + failure + ", align " + size(type));
        return new Exchange(
                out.value(expected.type(), "extractvalue " + both.typed() + ", 0"),
                out.value("i1", "extractvalue " + both.typed() + ", 1"));
    }

    Operand builtin(Rvalue.Builtin call) {
        return switch (call.builtin().meaning()) {
            case FULL_FENCE -> {
                out.effect("fence " + SEQUENTIAL);
                yield Operand.VOID;
            }
            case THREAD_FENCE -> fence(call, "");
            case SIGNAL_FENCE -> fence(call, "syncscope(\"singlethread\") ");
            default -> onObject(call, target(call.arguments().get(0)));
        };
    }

    private Operand fence(Rvalue.Builtin call, String scope) {
        var order = order(call.arguments().get(0));
        if (!order.equals("monotonic")) {
            out.effect("fence " + scope + order);
        }
        return Operand.VOID;
    }

    private Operand onObject(Rvalue.Builtin call, Type type) {
        requireInstruction(type, call.at());
        var arguments = call.arguments();
        var pointer = fn.expressions().scalar(arguments.get(0));
        return switch (call.builtin().meaning()) {
            case FETCH_ADD -> modify(call, "add", false, pointer, type);
            case FETCH_SUBTRACT -> modify(call, "sub", false, pointer, type);
            case FETCH_OR -> modify(call, "or", false, pointer, type);
            case FETCH_AND -> modify(call, "and", false, pointer, type);
            case FETCH_XOR -> modify(call, "xor", false, pointer, type);
            case FETCH_NAND -> modify(call, "nand", false, pointer, type);
            case ADD_FETCH -> modify(call, "add", true, pointer, type);
            case SUBTRACT_FETCH -> modify(call, "sub", true, pointer, type);
            case OR_FETCH -> modify(call, "or", true, pointer, type);
            case AND_FETCH -> modify(call, "and", true, pointer, type);
            case XOR_FETCH -> modify(call, "xor", true, pointer, type);
            case NAND_FETCH -> modify(call, "nand", true, pointer, type);
            case LOCK_TEST_AND_SET -> exchangeAlways(pointer, operand(arguments.get(1), type), type, "acquire");
            case LOCK_RELEASE -> {
                store(pointer, Conversions.zero(types.value(type)), type, "release");
                yield Operand.VOID;
            }
            case COMPARE_AND_SWAP -> fn.builtins().truth(compareAndSwap(call, pointer, type).success(), call.type());
            case VALUE_COMPARE_AND_SWAP -> fromBits(compareAndSwap(call, pointer, type).found(), type);
            case ATOMIC_LOAD_VALUE -> load(pointer, type, loadOrder(arguments.get(1)));
            case ATOMIC_LOAD -> {
                storePlain(arguments.get(1), load(pointer, type, loadOrder(arguments.get(2))), type);
                yield Operand.VOID;
            }
            case ATOMIC_STORE_VALUE -> {
                store(pointer, operand(arguments.get(1), type), type, storeOrder(arguments.get(2)));
                yield Operand.VOID;
            }
            case ATOMIC_STORE -> {
                store(pointer, loadPlain(arguments.get(1), type), type, storeOrder(arguments.get(2)));
                yield Operand.VOID;
            }
            case ATOMIC_EXCHANGE_VALUE ->
                exchangeAlways(pointer, operand(arguments.get(1), type), type, order(arguments.get(2)));
            case ATOMIC_EXCHANGE -> {
                var value = loadPlain(arguments.get(1), type);
                var old = exchangeAlways(pointer, value, type, order(arguments.get(3)));
                storePlain(arguments.get(2), old, type);
                yield Operand.VOID;
            }
            case ATOMIC_COMPARE_EXCHANGE_VALUE -> compareExchange(call, pointer, type, true);
            case ATOMIC_COMPARE_EXCHANGE -> compareExchange(call, pointer, type, false);
            case ATOMIC_TEST_AND_SET -> {
                var old = out.value("i8", "atomicrmw xchg " + pointer.typed() + ", i8 1 " + order(arguments.get(1)));
                yield fn.builtins().truth(fn.conversions().isTrue(old, new Type.Integer(Type.IntegerKind.CHAR)), call.type());
            }
            case ATOMIC_CLEAR -> {
                out.effect("store atomic i8 0, " + pointer.typed() + " " + storeOrder(arguments.get(1)) + ", align 1");
                yield Operand.VOID;
            }
            default -> throw new IllegalStateException("not atomic: " + call.builtin().spelling());
        };
    }

    private Exchange compareAndSwap(Rvalue.Builtin call, Operand pointer, Type type) {
        var arguments = call.arguments();
        return exchange(
                pointer, toBits(operand(arguments.get(1), type), type), toBits(operand(arguments.get(2), type), type),
                type, false, SEQUENTIAL, SEQUENTIAL);
    }

    private Operand modify(Rvalue.Builtin call, String operation, boolean after, Operand pointer, Type type) {
        var arguments = call.arguments();
        var value = operand(arguments.get(1), type);
        var order = arguments.size() > 2 ? order(arguments.get(2)) : SEQUENTIAL;
        return modify(operation, pointer, value, type, after, order);
    }

    private Operand modify(String operation, Operand pointer, Operand value, Type type, boolean after, String order) {
        // gcc adds to pointers in bytes here, so they are integers.
        var word = "i" + 8 * size(type);
        var bits = value.isPointer() ? fn.conversions().address(value) : toBits(value, type);
        var old = out.value(word, "atomicrmw " + operation + " " + pointer.typed() + ", " + bits.typed() + " " + order
                + ", align " + size(type));
        var result = old;
        if (after) {
            result = operation.equals("nand")
                    ? out.integer("xor", out.integer("and", old, bits), Operand.integer(old.bits(), -1))
                    : out.integer(operation, old, bits);
        }
        return type instanceof Type.Pointer
                ? out.cast("inttoptr", result, types.value(type))
                : fromBits(result, type);
    }

    private Operand exchangeAlways(Operand pointer, Operand value, Type type, String order) {
        var bits = toBits(value, type);
        var old = out.value(bits.type(), "atomicrmw xchg " + pointer.typed() + ", " + bits.typed() + " " + order + ", align "
                + size(type));
        return fromBits(old, type);
    }

    private Operand compareExchange(Rvalue.Builtin call, Operand pointer, Type type, boolean byValue) {
        var arguments = call.arguments();
        var expectedPlace = fn.expressions().scalar(arguments.get(1));
        var expected = out.load(bitsType(type), expectedPlace, 1, false);
        var desired = toBits(
                byValue ? operand(arguments.get(2), type) : loadPlain(arguments.get(2), type), type);
        var weak = fn.expressions().scalar(arguments.get(3));
        var exchange = exchange(
                pointer, expected, desired, type, weak.isConstantInteger() && !weak.isZero(), order(arguments.get(4)),
                loadOrder(arguments.get(5)));
        var store = out.newLabel("changed");
        var end = out.newLabel("end");
        out.branch(exchange.success(), end, store);
        out.begin(store);
        out.store(exchange.found(), expectedPlace, 1, false);
        out.begin(end);
        return fn.builtins().truth(exchange.success(), call.type());
    }

    private Operand operand(Rvalue value, Type type) {
        return fn.conversions().convert(fn.expressions().scalar(value), value.type(), type, value.at());
    }

    private Operand loadPlain(Rvalue pointer, Type type) {
        return fn.places().load(new Place.Memory(fn.expressions().scalar(pointer), 1, QualifiedType.of(type)));
    }

    private void storePlain(Rvalue pointer, Operand value, Type type) {
        fn.places().store(new Place.Memory(fn.expressions().scalar(pointer), 1, QualifiedType.of(type)), value);
    }

    private Type target(Rvalue pointer) {
        if (pointer.type() instanceof Type.Pointer p) {
            if (types.isScalar(p.target().type())) {
                return p.target().type();
            }
            if (p.target().type() instanceof Type.Void) {
                return new Type.Integer(Type.IntegerKind.UNSIGNED_CHAR);
            }
        }
        throw Refusal.unsupported(pointer.at(), "an atomic operation on an object of this type");
    }

    /** Larger ones are calls of gcc's library (libatomic), which a kernel does not have. */
    private void requireInstruction(Type type, Position at) {
        if (!hasLibrary && size(type) > largestInstruction) {
            throw Refusal.unsupported(at, "an atomic operation on " + size(type) + " bytes in a kernel");
        }
    }

    private long size(Type type) {
        return types.size(QualifiedType.of(type));
    }

    /** Atomic instructions take integers and pointers. */
    private String bitsType(Type type) {
        return type instanceof Type.Pointer ? types.value(type) : "i" + 8 * size(type);
    }

    private Operand toBits(Operand value, Type type) {
        if (IrTypes.isFloating(type)) {
            return out.cast("bitcast", value, bitsType(type));
        }
        return fn.places().toMemory(value, type);
    }

    private Operand fromBits(Operand raw, Type type) {
        if (IrTypes.isFloating(type)) {
            return out.cast("bitcast", raw, types.value(type));
        }
        return fn.places().fromMemory(raw, type);
    }

    private static final List<String> ORDERS =
            List.of("monotonic", "acquire", "acquire", "release", "acq_rel", SEQUENTIAL);

    /** The memory order an argument names; the strongest where it is not constant. */
    private String order(Rvalue argument) {
        var value = fn.expressions().scalar(argument);
        int order = value.isConstantInteger() ? value.constant().intValue() : 5;
        return order >= 0 && order < ORDERS.size() ? ORDERS.get(order) : SEQUENTIAL;
    }

    private String loadOrder(Rvalue argument) {
        var order = order(argument);
        return order.equals("release") || order.equals("acq_rel") ? SEQUENTIAL : order;
    }

    private String storeOrder(Rvalue argument) {
        var order = order(argument);
        return order.equals("acquire") || order.equals("acq_rel") ? SEQUENTIAL : order;
    }
}
