package org.latebind.lowering;

import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StringData;

/** Builtins on floating values that need no library. */
final class FloatBuiltins {
    private final FunctionLowering fn;
    private final Builtins builtins;
    private final Emitter out;

    FloatBuiltins(FunctionLowering fn, Builtins builtins) {
        this.fn = fn;
        this.builtins = builtins;
        this.out = fn.out();
    }

    /** LLVM's name of a type inside an intrinsic's. */
    String suffix(String type) {
        return switch (type) {
            case "float" -> "f32";
            case "double" -> "f64";
            case "x86_fp80" -> "f80";
            case "fp128" -> "f128";
            default -> type;
        };
    }

    Operand lower(Rvalue.Builtin call) {
        var type = fn.types().value(call.type());
        return switch (call.builtin().meaning()) {
            case INFINITY -> new Operand(type, FloatText.infinity(type));
            case NOT_A_NUMBER -> new Operand(type, FloatText.quietNan(type, payload(call)));
            case FLOAT_ABSOLUTE -> intrinsic("fabs", call, 1);
            case COPY_SIGN -> intrinsic("copysign", call, 2);
            case IS_NAN -> test(call, "fcmp uno", argument(call, 0));
            case IS_INFINITE -> classify(call, 0x204);
            case IS_FINITE -> classify(call, 0x1F8);
            case IS_NORMAL -> classify(call, 0x108);
            case INFINITY_SIGN -> infinitySign(call);
            case SIGN_BIT -> signBit(call);
            case IS_GREATER -> ordered(call, "ogt");
            case IS_GREATER_EQUAL -> ordered(call, "oge");
            case IS_LESS -> ordered(call, "olt");
            case IS_LESS_EQUAL -> ordered(call, "ole");
            case IS_LESS_GREATER -> ordered(call, "one");
            case IS_UNORDERED -> ordered(call, "uno");
            default -> throw new IllegalStateException("not of floating values: " + call.builtin().spelling());
        };
    }

    private Operand argument(Rvalue.Builtin call, int index) {
        return fn.expressions().scalar(call.arguments().get(index));
    }

    private long payload(Rvalue.Builtin call) {
        var argument = call.arguments().get(0);
        while (argument instanceof Rvalue.Convert convert) {
            argument = convert.operand();
        }
        if (argument instanceof Rvalue.ArrayDecay decay && decay.array() instanceof Lvalue.Text text) {
            return number(text.data(), call.at());
        }
        throw Refusal.unsupported(call.at(), "'" + call.builtin().spelling() + "' of anything but a literal");
    }

    private static long number(StringData data, Position at) {
        var text = new StringBuilder();
        data.elements().subList(0, data.elements().size() - 1).forEach(c -> text.append((char) (int) c));
        try {
            return text.isEmpty() ? 0 : Long.decode(text.toString());
        } catch (NumberFormatException e) {
            throw Refusal.unsupported(at, "a NaN with payload '" + text + "'");
        }
    }

    private Operand intrinsic(String name, Rvalue.Builtin call, int count) {
        var type = fn.types().value(call.type());
        var arguments = new StringBuilder();
        var parameters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            arguments.append(i == 0 ? "" : ", ").append(argument(call, i).typed());
            parameters.append(i == 0 ? "" : ", ").append(type);
        }
        return fn.intrinsics().call(type, "@llvm." + name + "." + suffix(type), parameters.toString(), arguments.toString());
    }

    private Operand test(Rvalue.Builtin call, String instruction, Operand value) {
        var bit = out.value("i1", instruction + " " + value.typed() + ", " + value.text());
        return builtins.truth(bit, call.type());
    }

    private Operand classify(Rvalue.Builtin call, int classes) {
        return builtins.truth(isOfClass(argument(call, 0), classes), call.type());
    }

    private Operand isOfClass(Operand value, int classes) {
        return fn.intrinsics().call(
                "i1", "@llvm.is.fpclass." + suffix(value.type()), value.type() + ", i32 immarg",
                value.typed() + ", i32 " + classes);
    }

    private Operand infinitySign(Rvalue.Builtin call) {
        var value = argument(call, 0);
        var positive = builtins.truth(isOfClass(value, 0x200), call.type());
        var negative = builtins.truth(isOfClass(value, 0x004), call.type());
        return out.integer("sub", positive, negative);
    }

    private Operand signBit(Rvalue.Builtin call) {
        var value = argument(call, 0);
        int bits = switch (value.type()) {
            case "float" -> 32;
            case "double" -> 64;
            case "x86_fp80" -> 80;
            default -> 128;
        };
        var raw = out.cast("bitcast", value, "i" + bits);
        var negative = out.compareIntegers(Rvalue.Comparison.LESS, true, raw, Operand.integer(bits, 0));
        return builtins.truth(negative, call.type());
    }

    private Operand ordered(Rvalue.Builtin call, String predicate) {
        var left = argument(call, 0);
        var right = argument(call, 1);
        var bit = out.value("i1", "fcmp " + predicate + " " + left.typed() + ", " + right.text());
        return builtins.truth(bit, call.type());
    }
}
