package org.latebind.codegen.riscv64;

import java.util.List;
import org.latebind.backend.PerArgumentAbi;
import org.latebind.target.api.IrWriter;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.ScalarClass;

/**
 * The calling convention of 64-bit RISC-V, psABI, "Integer Calling Convention".
 *
 * <pre>
 * unsigned int                              i32 signext
 * struct { char a; short b; }     4 bytes   i64
 * struct { long a; int b; }      16         [2 x i64]
 * struct { __int128 a; }         16         i128
 * struct { long a, b, c; }       24         ptr to a copy
 * </pre>
 *
 * <p>Where floating registers carry arguments ({@code lp64d}), a small record with a floating member
 * travels in ways that depend on whether it is a union, which is not seen here: refused.
 */
final class RiscVAbi extends PerArgumentAbi {
    private static final int WORD = 8;

    private final boolean floatingRegisters;

    RiscVAbi(boolean floatingRegisters) {
        this.floatingRegisters = floatingRegisters;
    }

    @Override
    public long largestExaminedRecord() {
        return 2 * WORD;
    }

    @Override
    protected Passing result(TypeShape.Record record) {
        return record.size() > 2 * WORD ? place(record.size(), record.align()) : argument(record);
    }

    /** Extended to 32 bits by their type's sign, and then to 64 by sign always. */
    @Override
    protected Passing argument(TypeShape.Scalar scalar) {
        if (scalar.scalarClass() == ScalarClass.VECTOR) {
            throw vectorByValue();
        }
        if (scalar.scalarClass() != ScalarClass.INTEGER || scalar.size() > 4) {
            return new Passing.Value(scalar.llvmType(), List.of());
        }
        boolean signed = scalar.signed() || scalar.size() == 4;
        return new Passing.Value(scalar.llvmType(), List.of(signed ? "signext" : "zeroext"));
    }

    @Override
    protected Passing argument(TypeShape.Record record) {
        if (record.size() == 0) {
            return new Passing.Ignored();
        }
        if (record.size() > 2 * WORD) {
            return copy(record.align());
        }
        boolean floating = record.members().stream().anyMatch(RiscVAbi::isFloating);
        if (floatingRegisters && record.members().size() <= 2 && floating) {
            throw floatingRecord(record, "passed or returned by value");
        }
        var type = record.size() <= WORD ? "i64" : record.align() == 2 * WORD ? "i128" : "[2 x i64]";
        return one(type, record);
    }

    private static boolean isFloating(TypeShape.Member member) {
        return switch (member.scalarClass()) {
            case INTEGER, POINTER, LONG_DOUBLE, FLOAT128 -> false;
            case FLOAT16, FLOAT, DOUBLE -> true;
            case VECTOR -> throw vectorByValue();
        };
    }

    @Override
    protected VaArgument vaArg(IrWriter out, String list, TypeShape.Scalar scalar) {
        return next(out, list, scalar.size(), scalar.align());
    }

    @Override
    protected VaArgument vaArg(IrWriter out, String list, TypeShape.Record record) {
        if (record.size() <= 2 * WORD) {
            return next(out, list, record.size(), record.align());
        }
        var pointer = next(out, list, WORD, WORD).pointer();
        return new VaArgument(out.value("load ptr, ptr " + pointer + ", align 8"), record.align());
    }

    /** The list is a pointer to the next argument; two words that are aligned so begin at an even one. */
    private static VaArgument next(IrWriter out, String list, long size, int align) {
        var place = out.value("load ptr, ptr " + list + ", align 8");
        if (align > WORD) {
            var address = out.value("ptrtoint ptr " + place + " to i64");
            var rounded = out.value("and i64 " + out.value("add i64 " + address + ", 15") + ", -16");
            place = out.value("inttoptr i64 " + rounded + " to ptr");
        }
        long words = (size + WORD - 1) / WORD * WORD;
        var behind = out.value("getelementptr i8, ptr " + place + ", i64 " + words);
        out.effect("store ptr " + behind + ", ptr " + list + ", align 8");
        return new VaArgument(place, Math.max(WORD, Math.min(align, 2 * WORD)));
    }
}
