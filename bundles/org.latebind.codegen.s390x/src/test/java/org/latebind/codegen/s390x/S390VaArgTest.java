package org.latebind.codegen.s390x;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latebind.target.api.IrWriter;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.ScalarClass;

/** Against the s390x ABI Supplement and what clang 16 emits. */
class S390VaArgTest {
    /** Instructions, one a line, and where the argument is. */
    private static final class Lines implements IrWriter {
        private final List<String> lines = new ArrayList<>();

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
    }

    private static TypeShape.Scalar integer(int size) {
        return new TypeShape.Scalar(ScalarClass.INTEGER, "i" + 8 * size, size, Math.min(size, 8), true);
    }

    @Test
    void aShortArgumentHasTheLastBytesOfItsWord() {
        var out = new Lines();
        var found = new S390Abi(false).vaArg(out, "%ap", integer(4));
        assertEquals(4, found.align());
        assertEquals("""
                %0 = load i64, ptr %ap, align 8
                %1 = icmp ult i64 %0, 5
                br i1 %1, label %vaarg.register, label %vaarg.memory
                vaarg.register:
                %4 = getelementptr i8, ptr %ap, i64 24
                %5 = load ptr, ptr %4, align 8
                %6 = mul i64 %0, 8
                %7 = add i64 %6, 20
                %8 = getelementptr i8, ptr %5, i64 %7
                %9 = add i64 %0, 1
                store i64 %9, ptr %ap, align 8
                br label %vaarg.end
                vaarg.memory:
                %13 = getelementptr i8, ptr %ap, i64 16
                %14 = load ptr, ptr %13, align 8
                %15 = getelementptr i8, ptr %14, i64 4
                %16 = getelementptr i8, ptr %14, i64 8
                store ptr %16, ptr %13, align 8
                br label %vaarg.end
                vaarg.end:
                %20 = phi ptr [ %8, %vaarg.register ], [ %15, %vaarg.memory ]
                """, String.join("\n", out.lines) + "\n");
        assertEquals("%20", found.pointer());
    }

    @Test
    void whatIsNoSizeOfARegisterIsBehindAPointer() {
        for (var type : List.of(integer(16), new TypeShape.Record(3, 1, List.of(), false, false))) {
            var out = new Lines();
            var found = new S390Abi(false).vaArg(out, "%ap", type);
            assertEquals("%7 = add i64 %6, 16", out.lines.get(7));
            assertEquals("%21 = load ptr, ptr %20, align 8", out.lines.get(21));
            assertEquals("%21", found.pointer());
        }
    }

    @Test
    void doublesAreCountedApartWhereThereAreRegistersForThem() {
        var type = new TypeShape.Scalar(ScalarClass.DOUBLE, "double", 8, 8, true);
        var out = new Lines();
        new S390Abi(true).vaArg(out, "%ap", type);
        assertEquals(
                List.of("%0 = getelementptr i8, ptr %ap, i64 8", "%1 = load i64, ptr %0, align 8", "%2 = icmp ult i64 %1, 4"),
                out.lines.subList(0, 3));
        assertEquals("%8 = add i64 %7, 128", out.lines.get(8));
    }
}
