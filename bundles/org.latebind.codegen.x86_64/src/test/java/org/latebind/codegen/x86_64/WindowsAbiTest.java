package org.latebind.codegen.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.AbiLowering.Passing;
import org.latebind.target.api.AbiLowering.Piece;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.ScalarClass;

/** How calls travel is compared with gcc and clang by {@code CallsAcrossCompilersTest}. */
class WindowsAbiTest {
    private static final TypeShape VOID = new TypeShape.Void();

    private static TypeShape.Scalar scalar(ScalarClass kind, String type, int size) {
        return new TypeShape.Scalar(kind, type, size, size, true);
    }

    private static TypeShape.Record record(long size, int align) {
        return new TypeShape.Record(size, align, List.of(), false, false);
    }

    private static Passing argument(TypeShape shape) {
        return new WindowsAbi().function(VOID, List.of(shape), 1, false).arguments().get(0);
    }

    @Test
    void narrowIntegersComeWithoutAPromise() {
        assertEquals(new Passing.Value("i8", List.of()), argument(scalar(ScalarClass.INTEGER, "i8", 1)));
        assertEquals(new Passing.Value("i1", List.of("zeroext")), argument(scalar(ScalarClass.INTEGER, "i1", 1)));
    }

    @Test
    void recordsAreIntegersOrPointers() {
        assertEquals(new Passing.Registers(List.of(new Piece("i32", 0, 4))), argument(record(4, 2)));
        assertEquals(new Passing.Memory(1, List.of("align 1")), argument(record(3, 1)));
        assertEquals(new Passing.Memory(16, List.of("align 16")), argument(record(64, 64)));
        var result = new WindowsAbi().function(record(12, 4), List.of(), 0, false);
        assertEquals(new Passing.Memory(4, List.of("sret([12 x i8])", "align 4")), result.result());
        assertEquals("win64cc", result.convention());
    }

    @Test
    void whatCompilersDifferInIsRefused() {
        var unsure = List.of(
                scalar(ScalarClass.LONG_DOUBLE, "x86_fp80", 16), scalar(ScalarClass.VECTOR, "<4 x i32>", 16),
                scalar(ScalarClass.FLOAT16, "half", 2), scalar(ScalarClass.FLOAT128, "fp128", 16));
        for (var shape : unsure) {
            assertRefused(VOID, List.of(shape), false);
            assertRefused(shape, List.of(), false);
        }
        assertRefused(record(0, 1), List.of(), false);
        assertRefused(scalar(ScalarClass.INTEGER, "i128", 16), List.of(), false);
        assertRefused(VOID, List.of(), true);
    }

    private static void assertRefused(TypeShape result, List<TypeShape> arguments, boolean variadic) {
        var refusal = assertThrows(DiagnosticException.class,
                () -> new WindowsAbi().function(result, arguments, arguments.size(), variadic));
        assertEquals("LB5028", refusal.diagnostic().code());
    }
}
