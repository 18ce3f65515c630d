package org.latebind.codegen.x86_64;

import java.util.List;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.AbiLowering;
import org.latebind.target.api.IrWriter;
import org.latebind.target.api.TypeShape;

/**
 * The calling convention of Windows and of EFI, "x64 calling convention" in Microsoft's documentation: what the
 * attribute {@code ms_abi} asks for. LLVM counts registers and leaves the callee its 32 bytes of stack.
 *
 * <pre>
 * struct { int a, b; }           8 bytes   an integer of its size, as is one of 1, 2 or 4 bytes
 * struct { char a[3]; }          3         ptr to a copy
 * __int128                       16        ptr to a copy; its result is in xmm0
 * </pre>
 *
 * <p>Neither side may rely on how a narrow integer is extended, {@code _Bool} excepted.
 */
final class WindowsAbi implements AbiLowering {
    private static final String CONVENTION = "win64cc";
    private static final int LARGEST_ALIGNMENT = 16;

    @Override
    public long largestExaminedRecord() {
        return 0;
    }

    @Override
    public FunctionAbi function(TypeShape result, List<TypeShape> arguments, int fixed, boolean variadic) {
        if (variadic) {
            throw refused("an 'ms_abi' function with variable arguments, or without a prototype,");
        }
        return new FunctionAbi(CONVENTION, result(result), arguments.stream().map(WindowsAbi::argument).toList());
    }

    private static Passing result(TypeShape shape) {
        return switch (shape) {
            case TypeShape.Void ignored -> new Passing.Ignored();
            case TypeShape.Scalar scalar when isWideInteger(scalar) ->
                throw refused("the result of an 'ms_abi' function of " + scalar.size() + " bytes");
            case TypeShape.Scalar scalar -> value(scalar);
            case TypeShape.Record record when record.size() == 0 ->
                throw refused("an empty record as the result of an 'ms_abi' function");
            case TypeShape.Record record when isLikeInteger(record) -> integer(record);
            case TypeShape.Record record ->
                memory(record.align(), "sret([" + record.size() + " x i8])");
        };
    }

    private static Passing argument(TypeShape shape) {
        return switch (shape) {
            case TypeShape.Void ignored -> throw new IllegalArgumentException("an argument of type void");
            case TypeShape.Scalar scalar when isWideInteger(scalar) -> memory(scalar.align());
            case TypeShape.Scalar scalar -> value(scalar);
            case TypeShape.Record record when isLikeInteger(record) -> integer(record);
            case TypeShape.Record record -> memory(record.align());
        };
    }

    private static boolean isWideInteger(TypeShape.Scalar scalar) {
        return scalar.scalarClass() == TypeShape.ScalarClass.INTEGER && scalar.size() > 8;
    }

    private static boolean isLikeInteger(TypeShape.Record record) {
        return record.size() <= 8 && Long.bitCount(record.size()) == 1;
    }

    private static Passing integer(TypeShape.Record record) {
        int size = (int) record.size();
        return new Passing.Registers(List.of(new Piece("i" + 8 * size, 0, size)));
    }

    /** Callers align what they hand over by its type, but promise no more than this: gcc's do not. */
    private static Passing memory(int typeAlignment, String... attributes) {
        int align = Math.min(typeAlignment, LARGEST_ALIGNMENT);
        return new Passing.Memory(align, Stream.concat(Stream.of(attributes), Stream.of("align " + align)).toList());
    }

    private static Passing value(TypeShape.Scalar scalar) {
        return switch (scalar.scalarClass()) {
            case INTEGER, POINTER, FLOAT, DOUBLE ->
                new Passing.Value(scalar.llvmType(), scalar.llvmType().equals("i1") ? List.of("zeroext") : List.of());
            case FLOAT16, LONG_DOUBLE, FLOAT128, VECTOR ->
                throw refused("a value of this type, " + scalar.size() + " bytes, of an 'ms_abi' function");
        };
    }

    private static DiagnosticException refused(String what) {
        return DiagnosticException.refused(Diagnostic.error("LB5028", what + " is not supported")
                .withHelp("compilers differ in how it is passed; pass addresses or integers"));
    }

    @Override
    public VaArgument vaArg(IrWriter out, String list, TypeShape type) {
        throw new IllegalStateException("no 'ms_abi' function has variable arguments");
    }
}
