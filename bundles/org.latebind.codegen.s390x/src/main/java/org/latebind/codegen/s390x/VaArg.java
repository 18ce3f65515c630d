package org.latebind.codegen.s390x;

import org.latebind.target.api.AbiLowering.VaArgument;
import org.latebind.target.api.IrWriter;

/**
 * {@code va_arg}, s390x ABI Supplement, "Variable Argument Lists": from the register save area while
 * registers last, then from the stack.
 *
 * <pre>
 * __gpr (8)  __fpr (8)  __overflow_arg_area (8)  __reg_save_area (8)
 * </pre>
 *
 * An argument takes eight bytes in either, of which a shorter one has the last.
 */
final class VaArg {
    private static final int FLOATING_COUNT = 8;
    private static final int OVERFLOW_AREA = 16;
    private static final int SAVE_AREA = 24;
    private static final int WORD = 8;

    /** r2 to r6, saved from the third word of the area on; f0, f2, f4, f6 from its seventeenth. */
    private static final int GENERAL_REGISTERS = 5;

    private static final int GENERAL_START = 2 * WORD;
    private static final int FLOATING_REGISTERS = 4;
    private static final int FLOATING_START = 16 * WORD;

    private final IrWriter out;
    private final String list;

    VaArg(IrWriter out, String list) {
        this.out = out;
        this.list = list;
    }

    VaArgument inGeneralRegister(int size) {
        return new VaArgument(find(list, GENERAL_REGISTERS, GENERAL_START, WORD - size), size);
    }

    VaArgument inFloatingRegister() {
        return new VaArgument(find(field(FLOATING_COUNT), FLOATING_REGISTERS, FLOATING_START, 0), WORD);
    }

    /** The argument is the address of the value. */
    VaArgument behindPointer(int align) {
        return new VaArgument(out.value("load ptr, ptr " + inGeneralRegister(WORD).pointer() + ", align 8"), align);
    }

    private String find(String counter, int registers, int start, int padding) {
        var inRegister = out.newLabel("vaarg.register");
        var inMemory = out.newLabel("vaarg.memory");
        var end = out.newLabel("vaarg.end");
        var count = out.value("load i64, ptr " + counter + ", align 8");
        var fits = out.value("icmp ult i64 " + count + ", " + registers);
        out.terminateAndBegin("br i1 " + fits + ", label %" + inRegister + ", label %" + inMemory, inRegister);
        var area = out.value("load ptr, ptr " + field(SAVE_AREA) + ", align 8");
        var words = out.value("mul i64 " + count + ", " + WORD);
        var at = out.value("add i64 " + words + ", " + (start + padding));
        var saved = out.value("getelementptr i8, ptr " + area + ", i64 " + at);
        out.effect("store i64 " + out.value("add i64 " + count + ", 1") + ", ptr " + counter + ", align 8");
        out.terminateAndBegin("br label %" + end, inMemory);
        var overflow = field(OVERFLOW_AREA);
        var next = out.value("load ptr, ptr " + overflow + ", align 8");
        var stacked = out.value("getelementptr i8, ptr " + next + ", i64 " + padding);
        var behind = out.value("getelementptr i8, ptr " + next + ", i64 " + WORD);
        out.effect("store ptr " + behind + ", ptr " + overflow + ", align 8");
        out.terminateAndBegin("br label %" + end, end);
        return out.value("phi ptr [ " + saved + ", %" + inRegister + " ], [ " + stacked + ", %" + inMemory + " ]");
    }

    private String field(int offset) {
        return out.value("getelementptr i8, ptr " + list + ", i64 " + offset);
    }
}
