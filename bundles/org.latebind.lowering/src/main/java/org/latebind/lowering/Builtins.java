package org.latebind.lowering;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.latebind.target.api.AbiLowering.Passing;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/** gcc's builtins that have meaning of their own; names are without {@code __builtin_}. */
final class Builtins {
    /** Builtins whose plain call is right: gcc, too, calls the library where it does not expand them. */
    private static final Set<String> LIBRARY = Set.of(
            "memcmp", "memchr", "strlen", "strnlen", "strcpy", "strncpy", "strcat", "strncat", "strcmp", "strncmp", "strchr",
            "strrchr", "strstr", "strspn", "strcspn", "strpbrk", "stpcpy", "stpncpy", "strdup", "strndup", "bcmp",
            "bzero", "bcopy", "index", "rindex", "strcasecmp", "strncasecmp", "malloc", "calloc", "realloc", "free", "exit", "_exit", "abort",
            "puts", "putchar", "printf", "fprintf", "sprintf", "snprintf", "vprintf", "vfprintf", "vsprintf", "vsnprintf",
            "fputs", "fputc", "fwrite", "sqrt", "sqrtf", "sqrtl", "sin", "sinf", "cos", "cosf", "tan", "exp", "log", "pow",
            "powf", "powl", "fmod", "fmodf", "floor", "floorf", "floorl", "ceil", "ceilf", "ceill", "round", "trunc", "rint",
            "lrint", "lrintf", "ldexp", "ldexpf", "ldexpl", "frexp", "modf", "fmin", "fmax", "fminf", "fmaxf", "hypot", "atan", "atan2",
            "isalpha", "isdigit", "isprint", "isspace", "isupper", "islower", "tolower", "toupper", "toascii");
    private static final Set<String> VARIADIC_LIBRARY = Set.of("printf", "fprintf", "sprintf", "snprintf");

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

    Operand lower(Rvalue.Builtin call) {
        var atomic = fn.atomics().builtin(call);
        if (atomic.isPresent()) {
            return atomic.get();
        }
        var floating = floats.lower(call);
        if (floating.isPresent()) {
            return floating.get();
        }
        var name = call.name();
        if (name.matches("[su]?(add|sub|mul)l{0,2}_overflow(_p)?")) {
            return overflow(call);
        }
        return switch (name) {
            case "constant_p" -> constantP(call);
            case "object_size", "dynamic_object_size" -> objectSize(call);
            case "expect", "expect_with_probability" -> expect(call);
            case "unreachable" -> {
                out.terminate("unreachable");
                yield Operand.VOID;
            }
            case "trap" -> {
                fn.intrinsics().call("void", "@llvm.trap", "", "");
                out.terminate("unreachable");
                yield Operand.VOID;
            }
            case "assume_aligned", "speculation_safe_value" -> {
                call.arguments().subList(1, call.arguments().size()).forEach(fn.expressions()::discard);
                yield converted(call);
            }
            case "extract_return_addr", "frob_return_addr", "launder" -> converted(call);
            case "bswap16", "bswap32", "bswap64", "bswap128" -> unary("bswap", "", call);
            case "bitreverse8", "bitreverse16", "bitreverse32", "bitreverse64" -> unary("bitreverse", "", call);
            case "clz", "clzl", "clzll", "clzimax" -> unary("ctlz", ", i1 true", call);
            case "ctz", "ctzl", "ctzll", "ctzimax" -> unary("cttz", ", i1 true", call);
            case "popcount", "popcountl", "popcountll", "popcountimax" -> unary("ctpop", "", call);
            case "parity", "parityl", "parityll", "parityimax" -> {
                var count = unary("ctpop", "", call);
                yield out.integer("and", count, Operand.integer(count.bits(), 1));
            }
            case "ffs", "ffsl", "ffsll", "ffsimax" -> findFirstSet(call);
            case "clrsb", "clrsbl", "clrsbll", "clrsbimax" -> redundantSigns(call);
            case "abs", "labs", "llabs", "imaxabs" -> unary("abs", ", i1 false", call);
            case "prefetch" -> prefetch(call);
            case "return_address" -> returnAddress(call);
            case "frame_address" -> frameAddress(call);
            case "va_start" -> variadic("@llvm.va_start.p0", call);
            case "va_end" -> variadic("@llvm.va_end.p0", call);
            case "va_copy" -> variadicCopy(call);
            case "alloca" -> alloca(call, types.model().mallocAlignment());
            case "alloca_with_align" -> alloca(call, constant(call, 1) / 8);
            case "memcpy", "memmove" -> copy(call, name);
            case "mempcpy" -> {
                var start = copy(call, "memcpy");
                yield out.offset(start, fn.expressions().scalar(call.arguments().get(2)));
            }
            case "memset" -> fill(call);
            default -> library(call);
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
            throw Refusal.unsupported(call.at(), "'__builtin_" + call.name() + "' with this argument not constant");
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

    private Operand objectSize(Rvalue.Builtin call) {
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
        boolean dynamic = call.name().startsWith("dynamic");
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
        if (call.arguments().size() > 2 || value.isConstantInteger() || !value.isInteger()) {
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

    private Operand overflow(Rvalue.Builtin call) {
        var first = call.arguments().get(0);
        var second = call.arguments().get(1);
        var third = call.arguments().get(2);
        boolean predicate = call.name().endsWith("_p");
        var result = predicate ? QualifiedType.of(third.type()) : ((Type.Pointer) third.type()).target();
        var operation = call.name().replaceFirst("^[su]?(add|sub|mul)l*_overflow(_p)?$", "$1");
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

    private Operand library(Rvalue.Builtin call) {
        if (!LIBRARY.contains(call.name())) {
            throw Refusal.unsupported(call.at(), "'__builtin_" + call.name() + "'");
        }
        return callSymbol(call.name(), call, VARIADIC_LIBRARY.contains(call.name()));
    }

    private Operand callSymbol(String name, Rvalue.Builtin call, boolean variadic) {
        var parameters = call.arguments().stream().map(a -> QualifiedType.of(a.type())).toList();
        var type = new Type.Function(QualifiedType.of(call.type()), parameters, variadic, true);
        var abi = fn.unit().abiOf(type, List.of(), call.at());
        var arguments = call.arguments().stream().map(fn.expressions()::scalar).map(Operand::typed)
                .collect(Collectors.joining(", "));
        var result = Calls.resultType(abi.result());
        var symbol = IrText.global(name);
        var passed = abi.arguments().stream()
                .map(p -> p instanceof Passing.Value value ? value.llvmType() : "ptr")
                .collect(Collectors.joining(", "));
        fn.unit().module().declare(symbol, result + " " + symbol + "(" + (variadic ? "..." : passed) + ")");
        var text = "call " + result + (variadic ? " (...)" : "") + " " + symbol + "(" + arguments + ")";
        if (result.equals("void")) {
            out.effect(text);
            return Operand.VOID;
        }
        return out.value(result, text);
    }
}
