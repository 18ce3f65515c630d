package org.latebind.codegen.aarch64;

import java.util.List;
import java.util.Optional;
import org.latebind.backend.PerArgumentAbi;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.IrWriter;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.ScalarClass;

/**
 * The calling convention AAPCS64, section 6, as gcc and clang have it on Linux.
 *
 * <pre>
 * struct { float x, y, z; }      homogeneous      [3 x float]
 * struct { char a; short b; }     4 bytes         i64
 * struct { long a; int b; }      16               [2 x i64]
 * struct { __int128 a; }         16, aligned 16   i128
 * struct { long a, b, c; }       24               ptr to a copy
 * </pre>
 *
 * <p>LLVM assigns registers. To it an array says that its elements go into registers one behind the
 * other or all to the stack, and {@code i128} that the first register's number is even.
 */
final class Aapcs64 extends PerArgumentAbi {
    private static final int LARGEST_HOMOGENEOUS = 4;

    @Override
    public long largestExaminedRecord() {
        return 16L * LARGEST_HOMOGENEOUS;
    }

    @Override
    protected Passing result(TypeShape.Record record) {
        return inRegisters(record).orElseGet(() -> place(record.size(), record.align()));
    }

    /** Neither side extends narrow values. */
    @Override
    protected Passing argument(TypeShape.Scalar scalar) {
        element(scalar.scalarClass());
        return new Passing.Value(scalar.llvmType(), List.of());
    }

    @Override
    protected Passing argument(TypeShape.Record record) {
        return inRegisters(record).orElseGet(() -> copy(record.align()));
    }

    private static Optional<Passing> inRegisters(TypeShape.Record record) {
        if (record.size() == 0) {
            return Optional.of(new Passing.Ignored());
        }
        var homogeneous = homogeneous(record);
        if (homogeneous.isPresent()) {
            return homogeneous.map(all -> one(all.llvmType(), record));
        }
        if (record.size() > 16) {
            return Optional.empty();
        }
        if (naturalAlignment(record) == 16) {
            return Optional.of(one("i128", record));
        }
        return Optional.of(one(record.size() > 8 ? "[2 x i64]" : "i64", record));
    }

    /**
     * One to four members of one floating type and nothing else (section 5.10.5.1).
     *
     * @param size bytes of one member
     */
    private record Homogeneous(String element, int size, int count) {
        String llvmType() {
            return "[" + count + " x " + element + "]";
        }
    }

    private static Optional<Homogeneous> homogeneous(TypeShape.Record record) {
        if (record.members().isEmpty() || record.flexible() || record.size() > 16L * LARGEST_HOMOGENEOUS) {
            return Optional.empty();
        }
        var first = record.members().get(0);
        boolean same = record.members().stream()
                .allMatch(m -> m.scalarClass() == first.scalarClass() && m.offset() % first.size() == 0);
        long count = record.size() / first.size();
        var element = element(first.scalarClass());
        boolean filled = record.size() % first.size() == 0
                && record.members().stream().map(TypeShape.Member::offset).distinct().count() == count;
        return same && filled && count <= LARGEST_HOMOGENEOUS
                ? element.map(type -> new Homogeneous(type, first.size(), (int) count))
                : Optional.empty();
    }

    private static Optional<String> element(ScalarClass scalarClass) {
        return switch (scalarClass) {
            case INTEGER, POINTER -> Optional.empty();
            case FLOAT16 -> Optional.of("half");
            case FLOAT -> Optional.of("float");
            case DOUBLE -> Optional.of("double");
            case LONG_DOUBLE, FLOAT128 -> Optional.of("fp128");
            case VECTOR -> throw vectorByValue();
        };
    }

    /**
     * The largest alignment that a member has by itself. An attribute's alignment counts where it is on
     * a member and not where it is on the record, and here the two cannot be told apart: refused.
     */
    private static int naturalAlignment(TypeShape.Record record) {
        int natural = record.unaligned()
                ? 1
                : record.members().stream().mapToInt(TypeShape.Member::size).max().orElse(1);
        if (record.align() >= 16 && natural < 16) {
            throw DiagnosticException.refused(Diagnostic.error("LB5024",
                            "a record of " + record.size() + " bytes that an attribute aligns to " + record.align()
                                    + " is passed or returned by value")
                    .withHelp("pass its address; compilers differ in how such a record is passed"));
        }
        return Math.min(natural, record.align());
    }

    @Override
    protected VaArgument vaArg(IrWriter out, String list, TypeShape.Scalar scalar) {
        var reader = new VaArg(out, list);
        return element(scalar.scalarClass()).isPresent()
                ? reader.floating(scalar.size(), scalar.align(), 1)
                : reader.general(scalar.size(), scalar.align());
    }

    @Override
    protected VaArgument vaArg(IrWriter out, String list, TypeShape.Record record) {
        var reader = new VaArg(out, list);
        var homogeneous = homogeneous(record);
        if (homogeneous.isPresent()) {
            int size = homogeneous.get().size();
            return reader.floating(size, size, homogeneous.get().count());
        }
        return record.size() > 16
                ? reader.copied(record.align())
                : reader.general(record.size(), record.size() == 0 ? 1 : naturalAlignment(record));
    }
}
