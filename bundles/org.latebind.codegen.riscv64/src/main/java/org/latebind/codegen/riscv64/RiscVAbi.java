package org.latebind.codegen.riscv64;

import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.AbiLowering;
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
final class RiscVAbi implements AbiLowering {
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
    public FunctionAbi function(TypeShape result, List<TypeShape> arguments, int fixed, boolean variadic) {
        return new FunctionAbi(result(result), arguments.stream().map(this::argument).toList());
    }

    private Passing result(TypeShape shape) {
        if (shape instanceof TypeShape.Void) {
            return new Passing.Ignored();
        }
        if (shape instanceof TypeShape.Record record && record.size() > 2 * WORD) {
            return new Passing.Memory(
                    record.align(), List.of("sret([" + record.size() + " x i8])", "align " + record.align()));
        }
        return argument(shape);
    }

    private Passing argument(TypeShape shape) {
        return switch (shape) {
            case TypeShape.Void ignored -> throw new IllegalArgumentException("an argument of type void");
            case TypeShape.Scalar scalar -> value(scalar);
            case TypeShape.Record record -> record(record);
        };
    }

    /** Extended to 32 bits by their type's sign, and then to 64 by sign always. */
    private static Passing value(TypeShape.Scalar scalar) {
        if (scalar.scalarClass() == ScalarClass.VECTOR) {
            throw vectorByValue();
        }
        if (scalar.scalarClass() != ScalarClass.INTEGER || scalar.size() > 4) {
            return new Passing.Value(scalar.llvmType(), List.of());
        }
        boolean signed = scalar.signed() || scalar.size() == 4;
        return new Passing.Value(scalar.llvmType(), List.of(signed ? "signext" : "zeroext"));
    }

    private Passing record(TypeShape.Record record) {
        if (record.size() == 0) {
            return new Passing.Ignored();
        }
        if (record.size() > 2 * WORD) {
            return new Passing.Memory(record.align(), List.of());
        }
        boolean floating = record.members().stream().anyMatch(RiscVAbi::isFloating);
        if (floatingRegisters && record.members().size() <= 2 && floating) {
            throw DiagnosticException.refused(Diagnostic.error("LB5025",
                            "a record of " + record.size() + " bytes with a floating member is passed or returned by value")
                    .withHelp("pass its address"));
        }
        var type = record.size() <= WORD ? "i64" : record.align() == 2 * WORD ? "i128" : "[2 x i64]";
        return new Passing.Registers(List.of(new Piece(type, 0, (int) record.size())));
    }

    private static boolean isFloating(TypeShape.Member member) {
        return switch (member.scalarClass()) {
            case INTEGER, POINTER, LONG_DOUBLE, FLOAT128 -> false;
            case FLOAT16, FLOAT, DOUBLE -> true;
            case VECTOR -> throw vectorByValue();
        };
    }

    private static DiagnosticException vectorByValue() {
        return DiagnosticException.refused(Diagnostic.error("LB5026", "a vector is passed or returned by value")
                .withHelp("pass its address"));
    }

    /** The list is a pointer to the next argument; two words that are aligned so begin at an even one. */
    @Override
    public VaArgument vaArg(IrWriter out, String list, TypeShape type) {
        return switch (type) {
            case TypeShape.Void ignored -> throw new IllegalArgumentException("va_arg of type void");
            case TypeShape.Scalar scalar -> next(out, list, scalar.size(), scalar.align());
            case TypeShape.Record record -> {
                if (record.size() <= 2 * WORD) {
                    yield next(out, list, record.size(), record.align());
                }
                var pointer = next(out, list, WORD, WORD).pointer();
                yield new VaArgument(out.value("load ptr, ptr " + pointer + ", align 8"), record.align());
            }
        };
    }

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
