package org.latebind.lowering;

import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.Rvalue.Comparison;
import org.latebind.typed.api.Type;

/** C11 6.3: conversions of scalar values, and of vectors. */
final class Conversions {
    private final IrTypes types;
    private final Emitter out;
    private final Intrinsics intrinsics;

    Conversions(FunctionLowering fn) {
        this.types = fn.types();
        this.out = fn.out();
        this.intrinsics = fn.intrinsics();
    }

    Operand convert(Operand value, Type fromType, Type toType, Position at) {
        var from = types.withoutEnum(fromType);
        var to = types.withoutEnum(toType);
        if (to instanceof Type.Bool) {
            return from instanceof Type.Bool ? value : isTrue(value, from);
        }
        var target = types.value(to);
        if (IrTypes.isVector(from) || IrTypes.isVector(to)) {
            return bits(value, target);
        }
        if (IrTypes.isFloating(from)) {
            return fromFloating(value, to, target, at);
        }
        if (IrTypes.isFloating(to)) {
            return out.cast(types.isSigned(from) ? "sitofp" : "uitofp", value, target);
        }
        if (value.isPointer()) {
            return target.startsWith("ptr") ? pointerBits(value, target) : toInteger(value, target);
        }
        if (target.startsWith("ptr")) {
            return toPointer(out.resize(value, types.pointerBits(), types.isSigned(from)), target);
        }
        return out.resize(value, new Operand(target, "").bits(), types.isSigned(from));
    }

    /** The same bits as a value of another type of that size. */
    Operand bits(Operand value, String target) {
        return value.type().equals(target) ? value : out.cast("bitcast", value, target);
    }

    private Operand fromFloating(Operand value, Type to, String target, Position at) {
        if (!IrTypes.isFloating(to)) {
            if (target.startsWith("ptr")) {
                throw Refusal.unsupported(at, "conversion of a floating value to a pointer");
            }
            // Deterministic also where the value does not fit; LLVM's plain conversion may do anything then.
            var symbol = "@llvm." + (types.isSigned(to) ? "fptosi" : "fptoui") + ".sat." + target + "."
                    + suffix(value.type());
            return intrinsics.call(target, symbol, value.type(), value.typed());
        }
        int order = Integer.compare(width(value.type()), width(target));
        return order == 0 ? value : out.cast(order < 0 ? "fpext" : "fptrunc", value, target);
    }

    private static String suffix(String floating) {
        return "f" + width(floating);
    }

    private static int width(String floating) {
        return switch (floating) {
            case "float" -> 32;
            case "double" -> 64;
            case "x86_fp80" -> 80;
            default -> 128;
        };
    }

    private Operand toInteger(Operand pointer, String target) {
        var address = pointer.text().equals("null")
                ? Operand.integer(types.pointerBits(), 0)
                : out.cast("ptrtoint", pointer, "i" + types.pointerBits());
        return out.resize(address, new Operand(target, "").bits(), false);
    }

    private Operand toPointer(Operand integer, String target) {
        return integer.isZero() ? new Operand(target, "null") : out.cast("inttoptr", integer, target);
    }

    /** The same bits as a pointer of another address space: gcc converts between named spaces so. */
    Operand pointerBits(Operand pointer, String target) {
        if (pointer.type().equals(target)) {
            return pointer;
        }
        return toPointer(toInteger(pointer, "i" + types.pointerBits()), target);
    }

    /** A pointer's address as an integer. */
    Operand address(Operand pointer) {
        return toInteger(pointer, "i" + types.pointerBits());
    }

    /** Whether a scalar is unequal to zero, as i1. */
    Operand isTrue(Operand value, Type type) {
        if (value.type().equals("i1")) {
            return value;
        }
        if (value.isPointer()) {
            return value.text().equals("null") ? Operand.FALSE : out.value("i1", "icmp ne " + value.typed() + ", null");
        }
        if (value.isInteger()) {
            return out.compareIntegers(Comparison.NOT_EQUAL, false, value, Operand.integer(value.bits(), 0));
        }
        return out.value("i1", "fcmp une " + value.typed() + ", " + zero(value.type()).text());
    }

    /** The zero of an LLVM type of a scalar. */
    static Operand zero(String type) {
        if (type.startsWith("ptr")) {
            return new Operand(type, "null");
        }
        if (type.startsWith("<")) {
            return new Operand(type, "zeroinitializer");
        }
        return type.charAt(0) == 'i'
                ? new Operand(type, "0")
                : new Operand(type, FloatText.of(type, java.math.BigDecimal.ZERO));
    }
}
