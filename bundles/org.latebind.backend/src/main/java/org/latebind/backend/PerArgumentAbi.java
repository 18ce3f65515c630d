package org.latebind.backend;

import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.AbiLowering;
import org.latebind.target.api.IrWriter;
import org.latebind.target.api.TypeShape;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A calling convention where how an argument travels does not depend on the arguments before it: LLVM gives each
 * its registers, or none.
 */
@ConsumerType
public abstract class PerArgumentAbi implements AbiLowering {
    @Override
    public final FunctionAbi function(TypeShape result, List<TypeShape> arguments, int fixed, boolean variadic) {
        return new FunctionAbi(returning(result), arguments.stream().map(this::passing).toList());
    }

    private Passing returning(TypeShape shape) {
        return switch (shape) {
            case TypeShape.Void ignored -> new Passing.Ignored();
            case TypeShape.Scalar scalar -> result(scalar);
            case TypeShape.Record record -> result(record);
        };
    }

    private Passing passing(TypeShape shape) {
        return switch (shape) {
            case TypeShape.Void ignored -> throw new IllegalArgumentException("an argument of type void");
            case TypeShape.Scalar scalar -> argument(scalar);
            case TypeShape.Record record -> argument(record);
        };
    }

    @Override
    public final VaArgument vaArg(IrWriter out, String list, TypeShape type) {
        return switch (type) {
            case TypeShape.Void ignored -> throw new IllegalArgumentException("va_arg of type void");
            case TypeShape.Scalar scalar -> vaArg(out, list, scalar);
            case TypeShape.Record record -> vaArg(out, list, record);
        };
    }

    /** As an argument, unless overridden. */
    protected Passing result(TypeShape.Scalar scalar) {
        return argument(scalar);
    }

    protected abstract Passing result(TypeShape.Record record);

    protected abstract Passing argument(TypeShape.Scalar scalar);

    protected abstract Passing argument(TypeShape.Record record);

    protected abstract VaArgument vaArg(IrWriter out, String list, TypeShape.Scalar scalar);

    protected abstract VaArgument vaArg(IrWriter out, String list, TypeShape.Record record);

    /** A result for which the caller gives the address of a place. */
    protected static Passing.Memory place(long size, int align) {
        return new Passing.Memory(align, List.of("sret([" + size + " x i8])", "align " + align));
    }

    /** A copy that the caller makes, by its address. */
    protected static Passing.Memory copy(int align) {
        return new Passing.Memory(align, List.of());
    }

    /** A record in one LLVM value. */
    protected static Passing one(String llvmType, TypeShape.Record record) {
        return new Passing.Registers(List.of(new Piece(llvmType, 0, (int) record.size())));
    }

    protected static DiagnosticException vectorByValue() {
        return DiagnosticException.refused(Diagnostic.error("LB5026", "a vector is passed or returned by value")
                .withHelp("pass its address"));
    }

    /**
     * A small record with a floating member, where floating registers carry arguments and the convention asks for
     * what is not seen here: whether it is a union.
     *
     * @param how {@code passed or returned by value}
     */
    protected static DiagnosticException floatingRecord(TypeShape.Record record, String how) {
        var text = "a record of " + record.size() + " bytes with a floating member is " + how;
        return DiagnosticException.refused(Diagnostic.error("LB5025", text).withHelp("pass its address"));
    }
}
