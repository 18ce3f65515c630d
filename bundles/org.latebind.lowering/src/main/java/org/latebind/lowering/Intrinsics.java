package org.latebind.lowering;

/** Calls of LLVM's intrinsics, each declared where it is first used. */
final class Intrinsics {
    private final ModuleWriter module;
    private final Emitter out;

    Intrinsics(FunctionLowering fn) {
        this.module = fn.unit().module();
        this.out = fn.out();
    }

    private static String suffix(Operand pointer) {
        return pointer.type().equals("ptr")
                ? "p0"
                : "p" + pointer.type().substring("ptr addrspace(".length(), pointer.type().length() - 1);
    }

    /** {@code memcpy} or {@code memmove} without its result. */
    void copy(
            String name, Operand to, long toAlignment, Operand from, long fromAlignment, Operand size,
            boolean isVolatile) {
        var symbol = "@llvm." + name + "." + suffix(to) + "." + suffix(from) + "." + size.type();
        module.declare(
                symbol,
                "void " + symbol + "(" + to.type() + ", " + from.type() + ", " + size.type() + ", i1 immarg)");
        out.effect("call void " + symbol + "(" + to.type() + " align " + toAlignment + " " + to.text() + ", "
                + from.type() + " align " + fromAlignment + " " + from.text() + ", " + size.typed() + ", i1 " + isVolatile
                + ")");
    }

    /** @param automatic whether this is the zeroing of a local that the program leaves uninitialized */
    void fill(Operand to, long alignment, Operand value, Operand size, boolean isVolatile, boolean automatic) {
        var symbol = "@llvm.memset." + suffix(to) + "." + size.type();
        module.declare(symbol, "void " + symbol + "(" + to.type() + ", i8, " + size.type() + ", i1 immarg)");
        out.effect("call void " + symbol + "(" + to.type() + " align " + alignment + " " + to.text() + ", " + value.typed()
                + ", " + size.typed() + ", i1 " + isVolatile + ")" + (automatic ? automatic() : ""));
    }

    /** The mark by which LLVM tells stores of {@code -ftrivial-auto-var-init} from the program's. */
    String automatic() {
        return ", !annotation " + module.metadata("!{!\"auto-init\"}");
    }

    void lifetime(String which, long size, Operand pointer) {
        var symbol = "@llvm.lifetime." + which + ".p0";
        module.declare(symbol, "void " + symbol + "(i64 immarg, ptr captures(none))");
        out.effect("call void " + symbol + "(i64 " + size + ", " + pointer.typed() + ")");
    }

    /** A call whose operands have the types of the declaration. */
    Operand call(String result, String symbol, String parameters, String arguments) {
        module.declare(symbol, result + " " + symbol + "(" + parameters + ")");
        var call = "call " + result + " " + symbol + "(" + arguments + ")";
        if (result.equals("void")) {
            out.effect(call);
            return Operand.VOID;
        }
        return out.value(result, call);
    }
}
