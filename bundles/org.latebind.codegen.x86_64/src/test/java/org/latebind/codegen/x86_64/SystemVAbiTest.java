package org.latebind.codegen.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.latebind.target.api.AbiLowering.Passing;
import org.latebind.target.api.IrWriter;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.Member;
import org.latebind.target.api.TypeShape.ScalarClass;

/** Against psABI 3.2.3 and what clang 16 emits for the C in the comments. */
class SystemVAbiTest {
    private static final TypeShape LONG = new TypeShape.Scalar(ScalarClass.INTEGER, "i64", 8, 8, true);
    private static final TypeShape VOID = new TypeShape.Void();

    private static TypeShape record(long size, int align, Member... members) {
        return new TypeShape.Record(size, align, List.of(members), false, false);
    }

    private static Member integer(long offset, int size) {
        return new Member(offset, size, ScalarClass.INTEGER);
    }

    private static Member floating(long offset, int size) {
        return new Member(offset, size, size == 4 ? ScalarClass.FLOAT : ScalarClass.DOUBLE);
    }

    private static String text(Passing passing) {
        return switch (passing) {
            case Passing.Ignored ignored -> "ignored";
            case Passing.Value value -> (value.llvmType() + " " + String.join(" ", value.attributes())).strip();
            case Passing.Registers registers -> registers.pieces().stream()
                    .map(piece -> piece.llvmType() + "@" + piece.offset())
                    .collect(Collectors.joining(", "));
            case Passing.Memory memory -> String.join(" ", memory.attributes());
        };
    }

    private static String argument(TypeShape... shapes) {
        var passed = new SystemVAbi().function(VOID, List.of(shapes), shapes.length, false).arguments();
        return text(passed.get(passed.size() - 1));
    }

    private static String result(TypeShape shape) {
        return text(new SystemVAbi().function(shape, List.of(), 0, false).result());
    }

    @Test
    void scalars() {
        assertEquals("i8 signext", argument(new TypeShape.Scalar(ScalarClass.INTEGER, "i8", 1, 1, true)));
        assertEquals("i1 zeroext", argument(new TypeShape.Scalar(ScalarClass.INTEGER, "i1", 1, 1, false)));
        assertEquals("i64", result(LONG));
        assertEquals("ignored", result(VOID));
    }

    @Test
    void recordsByEightbyte() {
        // struct { long a; int b; }: the second register carries the padding too.
        assertEquals("i64@0, i64@8", argument(record(16, 8, integer(0, 8), integer(8, 4))));
        // struct { char a, b, c; }
        assertEquals("i24@0", argument(record(3, 1, integer(0, 1), integer(1, 1), integer(2, 1))));
        // struct { double a; char b; }
        assertEquals("double@0, i64@8", argument(record(16, 8, floating(0, 8), integer(8, 1))));
        // struct { float a, b, c; }
        assertEquals("<2 x float>@0, float@8", argument(record(12, 4, floating(0, 4), floating(4, 4), floating(8, 4))));
        // struct { float a; int b; }: INTEGER wins within an eightbyte
        assertEquals("i64@0", argument(record(8, 4, floating(0, 4), integer(4, 4))));
        // struct { long a, b, c; }
        assertEquals("byval([24 x i8]) align 8", argument(record(24, 8)));
        assertEquals("sret([24 x i8]) align 8", result(record(24, 8)));
        // struct { long a; } __attribute__((aligned(16))): padding takes no register
        assertEquals("i64@0", argument(record(16, 16, integer(0, 8))));
        // struct { long double a; }
        var extended = record(16, 16, new Member(0, 16, ScalarClass.LONG_DOUBLE));
        assertEquals("byval([16 x i8]) align 16", argument(extended));
        assertEquals("x86_fp80@0", result(extended));
        // struct {}
        assertEquals("ignored", argument(record(0, 1)));
    }

    @Test
    void aRecordGoesIntoRegistersWholeOrNotAtAll() {
        var pair = record(16, 8, integer(0, 8), integer(8, 8));
        assertEquals("i64@0, i64@8", argument(LONG, LONG, LONG, LONG, pair));
        assertEquals("byval([16 x i8]) align 8", argument(LONG, LONG, LONG, LONG, LONG, pair));
        // The register that the pair left over is still free.
        assertEquals("i64@0", argument(LONG, LONG, LONG, LONG, LONG, pair, record(8, 8, integer(0, 8))));
    }

    @Test
    void unalignedMembersMeanMemory() {
        var packed = new TypeShape.Record(9, 1, List.of(integer(0, 1), integer(1, 8)), true, false);
        assertEquals("byval([9 x i8]) align 8", argument(packed));
    }

    @Test
    void vaArgOfALong() {
        var lines = new ArrayList<String>();
        var found = new SystemVAbi().vaArg(new IrWriter() {
            @Override
            public String value(String instruction) {
                lines.add("%" + lines.size() + " = " + instruction);
                return "%" + (lines.size() - 1);
            }

            @Override
            public void effect(String instruction) {
                lines.add(instruction);
            }

            @Override
            public String newLabel(String hint) {
                return hint;
            }

            @Override
            public void terminateAndBegin(String terminator, String label) {
                lines.add(terminator);
                lines.add(label + ":");
            }
        }, "%ap", LONG);
        assertEquals(8, found.align());
        assertEquals("""
                %0 = getelementptr i8, ptr %ap, i64 4
                %1 = load i32, ptr %ap, align 4
                %2 = icmp ule i32 %1, 40
                br i1 %2, label %vaarg.registers, label %vaarg.memory
                vaarg.registers:
                %5 = getelementptr i8, ptr %ap, i64 16
                %6 = load ptr, ptr %5, align 8
                %7 = getelementptr i8, ptr %6, i32 %1
                %8 = add i32 %1, 8
                store i32 %8, ptr %ap, align 4
                br label %vaarg.end
                vaarg.memory:
                %12 = getelementptr i8, ptr %ap, i64 8
                %13 = load ptr, ptr %12, align 8
                %14 = getelementptr i8, ptr %13, i64 8
                store ptr %14, ptr %12, align 8
                br label %vaarg.end
                vaarg.end:
                %18 = phi ptr [ %7, %vaarg.registers ], [ %13, %vaarg.memory ]""",
                String.join("\n", lines));
    }
}
