package org.latebind.codegen.x86_64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.AbiLowering;
import org.latebind.target.api.IrWriter;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.ScalarClass;

/**
 * The System V calling convention, psABI section 3.2.3.
 *
 * <pre>
 * struct { long a; int b; }      16 bytes  INTEGER INTEGER  i64, i32
 * struct { double a; char b; }   16        SSE INTEGER      double, i8
 * struct { float a, b, c; }      12        SSE SSE          &lt;2 x float&gt;, float
 * struct { long a, b, c; }       24        MEMORY           ptr byval
 * vector of 16 bytes             16        SSE SSEUP        &lt;2 x double&gt;
 * </pre>
 *
 * <p>LLVM assigns registers by itself, but passes the second half of a split record in memory when
 * registers run out between the halves; the ABI wants all of it in memory. So registers are counted
 * here too.
 */
final class SystemVAbi implements AbiLowering {
    private static final int EIGHTBYTE = 8;
    private static final int GENERAL_REGISTERS = 6;
    private static final int SSE_REGISTERS = 8;

    private enum Eightbyte {
        NONE,
        INTEGER,
        SSE,
        /** The upper half of an SSE register: of a vector, of {@code __float128}. */
        SSE_UP,
        /** Half of a long double: psABI's X87 and X87UP. */
        X87,
        MEMORY
    }

    @Override
    public long largestExaminedRecord() {
        return 2 * EIGHTBYTE;
    }

    @Override
    public FunctionAbi function(TypeShape result, List<TypeShape> arguments, int fixed, boolean variadic) {
        var registers = new Registers();
        var passedResult = result(result);
        if (passedResult instanceof Passing.Memory) {
            registers.general--;
        }
        var passed = new ArrayList<Passing>();
        for (var argument : arguments) {
            passed.add(argument(argument, registers));
        }
        return new FunctionAbi(passedResult, passed);
    }

    private static Passing result(TypeShape shape) {
        return switch (shape) {
            case TypeShape.Void ignored -> new Passing.Ignored();
            case TypeShape.Scalar scalar when isWideVector(scalar) ->
                new Passing.Memory(
                        scalar.align(), List.of("sret([" + scalar.size() + " x i8])", "align " + scalar.align()));
            case TypeShape.Scalar scalar -> value(scalar);
            case TypeShape.Record record -> {
                if (record.size() == 0) {
                    yield new Passing.Ignored();
                }
                if (eightbytes(record).equals(List.of(Eightbyte.X87, Eightbyte.X87))) {
                    yield new Passing.Registers(List.of(new Piece("x86_fp80", 0, 10)));
                }
                var classes = classify(record);
                yield classes.isEmpty()
                        ? new Passing.Memory(
                                record.align(),
                                List.of("sret([" + record.size() + " x i8])", "align " + record.align()))
                        : inRegisters(record, classes);
            }
        };
    }

    private static Passing argument(TypeShape shape, Registers registers) {
        return switch (shape) {
            case TypeShape.Void ignored -> throw new IllegalArgumentException("an argument of type void");
            case TypeShape.Scalar scalar when isWideVector(scalar) ->
                new Passing.Memory(
                        scalar.align(), List.of("byval([" + scalar.size() + " x i8])", "align " + scalar.align()));
            case TypeShape.Scalar scalar -> {
                registers.takeScalar(scalar);
                yield value(scalar);
            }
            case TypeShape.Record record -> {
                if (record.size() == 0) {
                    yield new Passing.Ignored();
                }
                var classes = classify(record);
                if (!classes.isEmpty() && registers.take(classes)) {
                    yield inRegisters(record, classes);
                }
                // Records of the stack are aligned to eight bytes at least.
                int align = Math.max(EIGHTBYTE, record.align());
                yield new Passing.Memory(
                        align, List.of("byval([" + record.size() + " x i8])", "align " + align));
            }
        };
    }

    /** Without AVX no register holds it. */
    private static boolean isWideVector(TypeShape.Scalar scalar) {
        return scalar.scalarClass() == ScalarClass.VECTOR && scalar.size() > 2 * EIGHTBYTE;
    }

    /**
     * Vectors travel as doubles, since LLVM passes a vector of one integer like that integer. gcc and clang
     * disagree on vectors of fewer than eight bytes.
     */
    private static Passing vector(TypeShape.Scalar vector) {
        requireWhole(vector.size());
        return new Passing.Value(vector.size() == EIGHTBYTE ? "double" : "<2 x double>", List.of());
    }

    private static void requireWhole(int vectorSize) {
        if (vectorSize < EIGHTBYTE) {
            throw DiagnosticException.refused(Diagnostic.error("LB5026",
                            "a vector of " + vectorSize + " bytes is passed or returned by value")
                    .withHelp("pass its address; compilers differ in how such a vector is passed"));
        }
    }

    /** Scalars narrower than int are extended by the caller, as gcc and clang both do. */
    private static Passing value(TypeShape.Scalar scalar) {
        if (scalar.scalarClass() == ScalarClass.INTEGER && scalar.size() < 4) {
            return new Passing.Value(scalar.llvmType(), List.of(scalar.signed() ? "signext" : "zeroext"));
        }
        return scalar.scalarClass() == ScalarClass.VECTOR
                ? vector(scalar)
                : new Passing.Value(scalar.llvmType(), List.of());
    }

    /** The classes of an argument's eightbytes; empty when it goes to memory. */
    private static List<Eightbyte> classify(TypeShape.Record record) {
        var classes = eightbytes(record);
        return classes.contains(Eightbyte.X87) || classes.contains(Eightbyte.MEMORY) ? List.of() : classes;
    }

    private static List<Eightbyte> eightbytes(TypeShape.Record record) {
        if (record.size() > 2 * EIGHTBYTE || record.unaligned()) {
            return List.of();
        }
        var classes = new Eightbyte[(int) ((record.size() + EIGHTBYTE - 1) / EIGHTBYTE)];
        Arrays.fill(classes, Eightbyte.NONE);
        for (var member : record.members()) {
            var own = switch (member.scalarClass()) {
                case INTEGER, POINTER -> Eightbyte.INTEGER;
                case FLOAT16, FLOAT, DOUBLE, FLOAT128 -> Eightbyte.SSE;
                case LONG_DOUBLE -> Eightbyte.X87;
                case VECTOR -> {
                    requireWhole(member.size());
                    yield Eightbyte.SSE;
                }
            };
            int first = (int) (member.offset() / EIGHTBYTE);
            long last = (member.offset() + Math.max(1, member.size()) - 1) / EIGHTBYTE;
            for (int i = first; i <= last && i < classes.length; i++) {
                classes[i] = merge(classes[i], own == Eightbyte.SSE && i > first ? Eightbyte.SSE_UP : own);
            }
        }
        return List.of(classes);
    }

    private static Eightbyte merge(Eightbyte a, Eightbyte b) {
        if (a == b || b == Eightbyte.NONE) {
            return a;
        }
        if (a == Eightbyte.NONE) {
            return b;
        }
        if (a != Eightbyte.MEMORY && b != Eightbyte.MEMORY && (a == Eightbyte.INTEGER || b == Eightbyte.INTEGER)) {
            return Eightbyte.INTEGER;
        }
        if (isSse(a) && isSse(b)) {
            return Eightbyte.SSE;
        }
        return Eightbyte.MEMORY;
    }

    private static boolean isSse(Eightbyte eightbyte) {
        return eightbyte == Eightbyte.SSE || eightbyte == Eightbyte.SSE_UP;
    }

    /** An eightbyte of padding alone takes no register; a record of nothing else is not passed. */
    private static Passing inRegisters(TypeShape.Record record, List<Eightbyte> classes) {
        var pieces = pieces(record, classes);
        return pieces.isEmpty() ? new Passing.Ignored() : new Passing.Registers(pieces);
    }

    private static List<Piece> pieces(TypeShape.Record record, List<Eightbyte> classes) {
        if (classes.equals(List.of(Eightbyte.SSE, Eightbyte.SSE_UP))) {
            return List.of(new Piece("<2 x double>", 0, 16));
        }
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i) == Eightbyte.NONE) {
                continue;
            }
            long offset = (long) i * EIGHTBYTE;
            int size = (int) Math.min(EIGHTBYTE, record.size() - offset);
            var type = isSse(classes.get(i)) ? sseType(record, offset, size) : "i" + 8 * size;
            pieces.add(new Piece(type, offset, size));
        }
        return pieces;
    }

    private static String sseType(TypeShape.Record record, long offset, int size) {
        boolean isDouble = record.members().stream()
                .anyMatch(m -> m.offset() == offset && m.scalarClass() == ScalarClass.DOUBLE);
        boolean isHalf = record.members().stream()
                .anyMatch(m -> m.offset() / EIGHTBYTE == offset / EIGHTBYTE && m.scalarClass() == ScalarClass.FLOAT16);
        if (isHalf) {
            return size == 2 ? "half" : "<4 x half>";
        }
        if (isDouble) {
            return "double";
        }
        return size == 4 ? "float" : "<2 x float>";
    }

    @Override
    public VaArgument vaArg(IrWriter out, String list, TypeShape type) {
        return new VaArg(out, list).find(type, needs(type));
    }

    /** Which registers an argument would have taken; none means that it is in memory. */
    private static List<VaArg.Part> needs(TypeShape type) {
        return switch (type) {
            case TypeShape.Void ignored -> throw new IllegalArgumentException("va_arg of type void");
            case TypeShape.Scalar scalar -> switch (scalar.scalarClass()) {
                case INTEGER, POINTER -> scalar.size() > EIGHTBYTE
                        ? List.of(new VaArg.Part(0, false), new VaArg.Part(EIGHTBYTE, false))
                        : List.of(new VaArg.Part(0, false));
                case FLOAT16, FLOAT, DOUBLE, FLOAT128 -> List.of(new VaArg.Part(0, true));
                case VECTOR -> isWideVector(scalar) ? List.of() : List.of(new VaArg.Part(0, true));
                case LONG_DOUBLE -> List.of();
            };
            case TypeShape.Record record -> {
                var classes = classify(record);
                if (classes.equals(List.of(Eightbyte.SSE, Eightbyte.SSE_UP))) {
                    yield List.of(new VaArg.Part(0, true));
                }
                var parts = new ArrayList<VaArg.Part>();
                for (int i = 0; i < classes.size(); i++) {
                    if (classes.get(i) != Eightbyte.NONE) {
                        parts.add(new VaArg.Part(i * EIGHTBYTE, isSse(classes.get(i))));
                    }
                }
                yield parts;
            }
        };
    }

    /** Registers that are still free for arguments. */
    private static final class Registers {
        private int general = GENERAL_REGISTERS;
        private int sse = SSE_REGISTERS;

        void takeScalar(TypeShape.Scalar scalar) {
            switch (scalar.scalarClass()) {
                case INTEGER, POINTER -> {
                    int count = scalar.size() > EIGHTBYTE ? 2 : 1;
                    // Two eightbytes go together or not at all; a later argument may use the one left.
                    general -= count <= general ? count : 0;
                }
                case FLOAT16, FLOAT, DOUBLE, FLOAT128, VECTOR -> sse = Math.max(0, sse - 1);
                case LONG_DOUBLE -> {}
            }
        }

        boolean take(List<Eightbyte> classes) {
            int integers = (int) classes.stream().filter(c -> c == Eightbyte.INTEGER).count();
            int floats = (int) classes.stream().filter(c -> c == Eightbyte.SSE).count();
            if (integers > general || floats > sse) {
                return false;
            }
            general -= integers;
            sse -= floats;
            return true;
        }
    }
}
