package org.latebind.lowering;

import java.util.List;
import java.util.stream.Collectors;
import org.latebind.target.api.AbiLowering.Passing;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/** gcc's builtins. */
final class Builtins {
    private final FunctionLowering fn;
    private final IrTypes types;
    private final Emitter out;
    private final FloatBuiltins floats;

    Builtins(FunctionLowering fn) {
        this.fn = fn;
        this.types = fn.types();
        this.out = fn.out();
        this.floats = new FloatBuiltins(fn, this);
    }

    void discard(Rvalue.Builtin call) {
        lower(call);
    }

    /** Exhaustive, so that a builtin which means something new is not forgotten here. */
    Operand lower(Rvalue.Builtin call) {
        return switch (call.builtin().meaning()) {
            case CONSTANT_P -> constantP(call);
            case OBJECT_SIZE -> objectSize(call, false);
            case DYNAMIC_OBJECT_SIZE -> objectSize(call, true);
            case EXPECT -> expect(call);
            case EXPECT_WITH_PROBABILITY -> argument(call, 0);
            case UNREACHABLE -> {
                out.terminate("unreachable");
                yield Operand.VOID;
            }
            case TRAP -> {
                fn.intrinsics().call("void", "@llvm.trap", "", "");
                out.terminate("unreachable");
                yield Operand.VOID;
            }
            case ASSUME_ALIGNED -> {
                call.arguments().subList(1, call.arguments().size()).forEach(fn.expressions()::discard);
                yield converted(call);
            }
            case SAME_ADDRESS -> converted(call);
            case SWAP_BYTES -> unary("bswap", "", call);
            case COUNT_LEADING_ZEROS -> unary("ctlz", ", i1 true", call);
            case COUNT_TRAILING_ZEROS -> unary("cttz", ", i1 true", call);
            case COUNT_ONES -> unary("ctpop", "", call);
            case PARITY -> {
                var count = unary("ctpop", "", call);
                yield out.integer("and", count, Operand.integer(count.bits(), 1));
            }
            case FIND_FIRST_SET -> findFirstSet(call);
            case COUNT_REDUNDANT_SIGNS -> redundantSigns(call);
            case ABSOLUTE -> unary("abs", ", i1 false", call);
            case PREFETCH -> prefetch(call);
            case RETURN_ADDRESS -> returnAddress(call);
            case FRAME_ADDRESS -> frameAddress(call);
            case THREAD_POINTER -> fn.intrinsics().call("ptr", "@llvm.thread.pointer", "", "");
            case VA_START -> variadic("@llvm.va_start.p0", call);
            case VA_END -> variadic("@llvm.va_end.p0", call);
            case VA_COPY -> variadicCopy(call);
            case ALLOCA -> alloca(call, types.model().mallocAlignment());
            case ALLOCA_WITH_ALIGN -> alloca(call, constant(call, 1) / 8);
            case MEMORY_COPY -> copy(call, "memcpy");
            case MEMORY_MOVE -> copy(call, "memmove");
            case MEMORY_SET -> fill(call);
            case STRING_LENGTH, KNOWN_CALL -> library(call);
            case ADD_OVERFLOW -> overflow(call, "add", false);
            case SUBTRACT_OVERFLOW -> overflow(call, "sub", false);
            case MULTIPLY_OVERFLOW -> overflow(call, "mul", false);
            case ADD_OVERFLOW_P -> overflow(call, "add", true);
            case SUBTRACT_OVERFLOW_P -> overflow(call, "sub", true);
            case MULTIPLY_OVERFLOW_P -> overflow(call, "mul", true);
            case INFINITY, NOT_A_NUMBER, FLOAT_ABSOLUTE, COPY_SIGN, IS_NAN, IS_INFINITE, IS_FINITE, IS_NORMAL, SIGN_BIT,
                    INFINITY_SIGN, IS_GREATER, IS_GREATER_EQUAL, IS_LESS, IS_LESS_EQUAL, IS_LESS_GREATER,
                    IS_UNORDERED ->
                floats.lower(call);
            case FETCH_ADD, FETCH_SUBTRACT, FETCH_OR, FETCH_AND, FETCH_XOR, FETCH_NAND, ADD_FETCH, SUBTRACT_FETCH,
                    OR_FETCH, AND_FETCH, XOR_FETCH, NAND_FETCH, FULL_FENCE, LOCK_TEST_AND_SET, LOCK_RELEASE, COMPARE_AND_SWAP,
                    VALUE_COMPARE_AND_SWAP, ATOMIC_LOAD_VALUE, ATOMIC_LOAD, ATOMIC_STORE_VALUE, ATOMIC_STORE,
                    ATOMIC_EXCHANGE_VALUE, ATOMIC_EXCHANGE, ATOMIC_COMPARE_EXCHANGE_VALUE, ATOMIC_COMPARE_EXCHANGE,
                    ATOMIC_TEST_AND_SET, ATOMIC_CLEAR, THREAD_FENCE, SIGNAL_FENCE -> fn.atomics().builtin(call);
            case SYNTAX, CLASSIFY_TYPE, LOCK_FREE, LIBRARY_CALL ->
                throw new IllegalStateException("semantic analysis leaves no " + call.builtin().spelling());
        };
    }

    /** A truth value as the call's type. */
    Operand truth(Operand bit, Type type) {
        return type instanceof Type.Bool ? bit : out.resize(bit, new Operand(types.value(type), "").bits(), false);
    }

    private Operand argument(Rvalue.Builtin call, int index) {
        return fn.expressions().scalar(call.arguments().get(index));
    }

    private Operand converted(Rvalue.Builtin call) {
        var first = call.arguments().get(0);
        return fn.conversions().convert(fn.expressions().scalar(first), first.type(), call.type(), call.at());
    }

    private int constant(Rvalue.Builtin call, int index) {
        if (index >= call.arguments().size()) {
            return 0;
        }
        var value = argument(call, index);
        if (!value.isConstantInteger()) {
            throw Refusal.unsupported(call.at(), "'" + call.builtin().spelling() + "' with this argument not constant");
        }
        return value.constant().intValue();
    }

    private Operand constantP(Rvalue.Builtin call) {
        var argument = call.arguments().get(0);
        // The operand is not evaluated; one that would have effects is never constant.
        if (!types.isScalar(argument.type()) || SideEffects.in(argument)) {
            return truth(Operand.FALSE, call.type());
        }
        var value = fn.expressions().scalar(argument);
        if (value.isConstantInteger()) {
            return truth(Operand.TRUE, call.type());
        }
        var suffix = value.isPointer() ? "p0" : floats.suffix(value.type());
        if (value.isPointer() && !value.type().equals("ptr")) {
            return truth(Operand.FALSE, call.type());
        }
        var symbol = "@llvm.is.constant." + suffix;
        return truth(fn.intrinsics().call("i1", symbol, value.type(), value.typed()), call.type());
    }

    private Operand objectSize(Rvalue.Builtin call, boolean dynamic) {
        int kind = constant(call, 1);
        boolean minimum = (kind & 2) != 0;
        var pointer = call.arguments().get(0);
        int bits = types.pointerBits();
        if (SideEffects.in(pointer)) {
            return Operand.integer(bits, minimum ? 0 : -1);
        }
        if ((kind & 1) != 0) {
            var sizes = new MemberSizes(types);
            var member = minimum ? sizes.least(pointer) : sizes.remaining(pointer);
            if (member.isPresent()) {
                return Operand.integer(bits, member.get());
            }
            if (minimum && !sizes.reachesEnd(pointer)) {
                // LLVM knows whole objects only, which is no lower bound of a part.
                return Operand.integer(bits, 0);
            }
        }
        var value = fn.expressions().scalar(pointer);
        if (!value.type().equals("ptr")) {
            return Operand.integer(bits, minimum ? 0 : -1);
        }
        var size = "i" + bits;
        return fn.intrinsics().call(
                size,
                "@llvm.objectsize." + size + ".p0",
                "ptr, i1 immarg, i1 immarg, i1 immarg",
                value.typed() + ", i1 " + minimum + ", i1 true, i1 " + dynamic);
    }

    private Operand expect(Rvalue.Builtin call) {
        var value = argument(call, 0);
        var expected = argument(call, 1);
        if (value.isConstantInteger() || !value.isInteger()) {
            return value;
        }
        var type = value.type();
        return fn.intrinsics().call(
                type, "@llvm.expect." + type, type + ", " + type, value.typed() + ", "
                        + out.resize(expected, value.bits(), true).typed());
    }

    /** An intrinsic on the argument's own width, its result as the call's type. */
    private Operand unary(String intrinsic, String flags, Rvalue.Builtin call) {
        var value = argument(call, 0);
        var type = value.type();
        var result = fn.intrinsics().call(
                type, "@llvm." + intrinsic + "." + type, type + (flags.isEmpty() ? "" : ", i1 immarg"), value.typed() + flags);
        return out.resize(result, new Operand(types.value(call.type()), "").bits(), false);
    }

    private Operand findFirstSet(Rvalue.Builtin call) {
        var value = argument(call, 0);
        var type = value.type();
        var zeros = fn.intrinsics().call(type, "@llvm.cttz." + type, type + ", i1 immarg", value.typed() + ", i1 false");
        var next = out.integer("add", zeros, Operand.integer(value.bits(), 1));
        var none = out.compareIntegers(Rvalue.Comparison.EQUAL, false, value, Operand.integer(value.bits(), 0));
        var found = none.isConstantInteger()
                ? (none.isZero() ? next : Operand.integer(value.bits(), 0))
                : out.value(type, "select i1 " + none.text() + ", " + type + " 0, " + next.typed());
        return out.resize(found, new Operand(types.value(call.type()), "").bits(), false);
    }

    private Operand redundantSigns(Rvalue.Builtin call) {
        var value = argument(call, 0);
        var type = value.type();
        int bits = value.bits();
        var sign = out.integer("ashr", value, Operand.integer(bits, bits - 1));
        var magnitude = out.integer("xor", value, sign);
        var zeros =
                fn.intrinsics().call(type, "@llvm.ctlz." + type, type + ", i1 immarg", magnitude.typed() + ", i1 false");
        var count = out.integer("sub", zeros, Operand.integer(bits, 1));
        return out.resize(count, new Operand(types.value(call.type()), "").bits(), false);
    }

    private Operand overflow(Rvalue.Builtin call, String operation, boolean predicate) {
        var first = call.arguments().get(0);
        var second = call.arguments().get(1);
        var third = call.arguments().get(2);
        var result = predicate ? QualifiedType.of(third.type()) : ((Type.Pointer) third.type()).target();
        boolean allUnsigned =
                !types.isSigned(first.type()) && !types.isSigned(second.type()) && !types.isSigned(result.type());
        int width = Math.max(
                width(first.type(), allUnsigned), Math.max(width(second.type(), allUnsigned), width(result.type(), allUnsigned)));
        var left = out.resize(fn.expressions().scalar(first), width, types.isSigned(first.type()));
        var right = out.resize(fn.expressions().scalar(second), width, types.isSigned(second.type()));
        var target = fn.expressions().scalar(third);
        var type = "i" + width;
        var symbol = "@llvm." + (allUnsigned ? "u" : "s") + operation + ".with.overflow." + type;
        var pair = "{ " + type + ", i1 }";
        var both = fn.intrinsics().call(pair, symbol, type + ", " + type, left.typed() + ", " + right.typed());
        var value = out.value(type, "extractvalue " + both.typed() + ", 0");
        var carried = out.value("i1", "extractvalue " + both.typed() + ", 1");
        int bits = (int) types.size(QualifiedType.of(result.type())) * 8;
        boolean isBool = result.type() instanceof Type.Bool;
        var cut = out.resize(value, isBool ? 1 : bits, false);
        if (cut.bits() != width) {
            var back = out.resize(cut, width, types.isSigned(result.type()));
            var lost = out.compareIntegers(Rvalue.Comparison.NOT_EQUAL, false, back, value);
            carried = out.integer("or", carried, lost);
        }
        if (!predicate) {
            fn.places().store(new Place.Memory(target, types.alignment(result), result), cut);
        }
        return truth(carried, call.type());
    }

    // An unsigned operand needs a bit more where the computation is signed.
    private int width(Type type, boolean allUnsigned) {
        int bits = new Operand(types.value(type), "").bits();
        return bits + (!allUnsigned && !types.isSigned(type) ? 1 : 0);
    }

    private Operand prefetch(Rvalue.Builtin call) {
        var address = argument(call, 0);
        int write = constant(call, 1);
        int locality = call.arguments().size() > 2 ? constant(call, 2) : 3;
        if (address.type().equals("ptr")) {
            fn.intrinsics().call(
                    "void", "@llvm.prefetch.p0", "ptr, i32 immarg, i32 immarg, i32 immarg",
                    address.typed() + ", i32 " + (write & 1) + ", i32 " + (locality & 3) + ", i32 1");
        }
        return Operand.VOID;
    }

    private Operand returnAddress(Rvalue.Builtin call) {
        return fn.intrinsics().call("ptr", "@llvm.returnaddress", "i32 immarg", "i32 " + constant(call, 0));
    }

    private Operand frameAddress(Rvalue.Builtin call) {
        return fn.intrinsics().call("ptr", "@llvm.frameaddress.p0", "i32 immarg", "i32 " + constant(call, 0));
    }

    private Operand variadic(String symbol, Rvalue.Builtin call) {
        return fn.intrinsics().call("void", symbol, "ptr", vaList(call.arguments().get(0)).typed());
    }

    private Operand variadicCopy(Rvalue.Builtin call) {
        var to = vaList(call.arguments().get(0));
        var from = vaList(call.arguments().get(1));
        return fn.intrinsics().call("void", "@llvm.va_copy.p0", "ptr, ptr", to.typed() + ", " + from.typed());
    }

    /** A va_list is passed as its address, or as the value that stands for it where it has decayed. */
    private Operand vaList(Rvalue argument) {
        if (argument instanceof Rvalue.Load load && argument.type() instanceof Type.VaList) {
            return fn.places().memory(load.source()).pointer();
        }
        return types.isScalar(argument.type())
                ? fn.expressions().scalar(argument)
                : fn.expressions().aggregate(argument).pointer();
    }

    private Operand alloca(Rvalue.Builtin call, int alignment) {
        var size = out.resize(argument(call, 0), types.pointerBits(), false);
        return out.value("ptr", "alloca i8, " + size.typed() + ", align " + alignment);
    }

    private Operand copy(Rvalue.Builtin call, String name) {
        var to = argument(call, 0);
        var from = argument(call, 1);
        var size = out.resize(argument(call, 2), types.pointerBits(), false);
        fn.intrinsics().copy(name, to, 1, from, 1, size, false);
        return to;
    }

    private Operand fill(Rvalue.Builtin call) {
        var to = argument(call, 0);
        var value = out.resize(argument(call, 1), 8, false);
        var size = out.resize(argument(call, 2), types.pointerBits(), false);
        fn.intrinsics().fill(to, 1, value, size, false, false);
        return to;
    }

    /** gcc, too, calls the library where it does not expand these. */
    private Operand library(Rvalue.Builtin call) {
        var parameters = call.arguments().stream().map(a -> QualifiedType.of(a.type())).toList();
        var type = new Type.Function(QualifiedType.of(call.type()), parameters, false, true);
        var abi = fn.unit().abiOf(type, List.of(), call.at());
        var arguments = call.arguments().stream().map(fn.expressions()::scalar).map(Operand::typed)
                .collect(Collectors.joining(", "));
        var result = Calls.resultType(abi.result());
        var symbol = IrText.global(call.builtin().bareName());
        var passed = abi.arguments().stream()
                .map(p -> p instanceof Passing.Value value ? value.llvmType() : "ptr")
                .collect(Collectors.joining(", "));
        fn.unit().module().declare(symbol, result + " " + symbol + "(" + passed + ")");
        var text = "call " + result + " " + symbol + "(" + arguments + ")";
        if (result.equals("void")) {
            out.effect(text);
            return Operand.VOID;
        }
        return out.value(result, text);
    }
}
