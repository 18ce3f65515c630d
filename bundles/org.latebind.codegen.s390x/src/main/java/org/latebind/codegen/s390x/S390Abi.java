package org.latebind.codegen.s390x;

import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.AbiLowering;
import org.latebind.target.api.IrWriter;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.ScalarClass;

/**
 * The calling convention of the 64-bit IBM Z, s390x ABI Supplement, "Function Calling Sequence".
 *
 * <pre>
 * unsigned short                            i16 zeroext
 * struct { char a; short b; }     4 bytes   i32
 * struct { char a[3]; }           3         ptr to a copy: no size of a register
 * __int128                       16         ptr to a copy
 * any record as a result                    ptr to its place
 * </pre>
 *
 * <p>Where floating registers carry arguments, a struct whose one member is floating travels in one, a
 * union does not; which it is, is not seen here: refused.
 */
final class S390Abi implements AbiLowering {
    private static final int WORD = 8;

    private final boolean floatingRegisters;

    S390Abi(boolean floatingRegisters) {
        this.floatingRegisters = floatingRegisters;
    }

    @Override
    public long largestExaminedRecord() {
        return WORD;
    }

    @Override
    public FunctionAbi function(TypeShape result, List<TypeShape> arguments, int fixed, boolean variadic) {
        return new FunctionAbi(result(result), arguments.stream().map(this::argument).toList());
    }

    private static Passing result(TypeShape shape) {
        return switch (shape) {
            case TypeShape.Void ignored -> new Passing.Ignored();
            case TypeShape.Scalar scalar when isInRegister(scalar) -> value(scalar);
            case TypeShape.Scalar scalar -> place(scalar.size(), scalar.align());
            case TypeShape.Record record -> place(record.size(), record.align());
        };
    }

    private static Passing place(long size, int align) {
        return new Passing.Memory(align, List.of("sret([" + size + " x i8])", "align " + align));
    }

    private Passing argument(TypeShape shape) {
        return switch (shape) {
            case TypeShape.Void ignored -> throw new IllegalArgumentException("an argument of type void");
            case TypeShape.Scalar scalar when isInRegister(scalar) -> value(scalar);
            case TypeShape.Scalar scalar -> new Passing.Memory(scalar.align(), List.of());
            case TypeShape.Record record when isInRegister(record) -> new Passing.Registers(
                    List.of(new Piece("i" + 8 * record.size(), 0, (int) record.size())));
            case TypeShape.Record record -> new Passing.Memory(record.align(), List.of());
        };
    }

    /** Callers extend to the whole register. */
    private static Passing value(TypeShape.Scalar scalar) {
        if (scalar.scalarClass() != ScalarClass.INTEGER || scalar.size() == WORD) {
            return new Passing.Value(scalar.llvmType(), List.of());
        }
        return new Passing.Value(scalar.llvmType(), List.of(scalar.signed() ? "signext" : "zeroext"));
    }

    private static boolean isInRegister(TypeShape.Scalar scalar) {
        if (scalar.scalarClass() == ScalarClass.VECTOR) {
            throw DiagnosticException.refused(Diagnostic.error("LB5026", "a vector is passed or returned by value")
                    .withHelp("pass its address"));
        }
        return scalar.size() <= WORD;
    }

    private boolean isInRegister(TypeShape.Record record) {
        if (record.size() > WORD || Long.bitCount(record.size()) != 1) {
            return false;
        }
        if (floatingRegisters && record.members().size() == 1 && isFloating(record.members().get(0))) {
            throw DiagnosticException.refused(Diagnostic.error("LB5025",
                            "a record of " + record.size() + " bytes with a floating member is passed by value")
                    .withHelp("pass its address"));
        }
        return true;
    }

    private static boolean isFloating(TypeShape.Member member) {
        return member.scalarClass() == ScalarClass.FLOAT || member.scalarClass() == ScalarClass.DOUBLE;
    }

    @Override
    public VaArgument vaArg(IrWriter out, String list, TypeShape type) {
        var find = new VaArg(out, list);
        return switch (type) {
            case TypeShape.Void ignored -> throw new IllegalArgumentException("va_arg of type void");
            case TypeShape.Scalar scalar when isInRegister(scalar) -> {
                boolean floating = floatingRegisters && scalar.scalarClass() == ScalarClass.DOUBLE;
                yield floating ? find.inFloatingRegister() : find.inGeneralRegister(scalar.size());
            }
            case TypeShape.Scalar scalar -> find.behindPointer(scalar.align());
            case TypeShape.Record record when isInRegister(record) -> find.inGeneralRegister((int) record.size());
            case TypeShape.Record record -> find.behindPointer(record.align());
        };
    }
}
