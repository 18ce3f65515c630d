package org.latebind.codegen.aarch64;

import org.latebind.target.api.AbiLowering.VaArgument;
import org.latebind.target.api.IrWriter;

/**
 * {@code va_arg}, AAPCS64 section 10.1.5 and appendix B: from one of two register save areas while
 * their registers last, then from the stack.
 *
 * <pre>
 * __stack (0)  __gr_top (8)  __vr_top (16)  __gr_offs (24)  __vr_offs (28)
 * </pre>
 *
 * <p>The offsets count from an area's end and are negative while something is left.
 */
final class VaArg {
    private static final int GENERAL_TOP = 8;
    private static final int FLOATING_TOP = 16;
    private static final int GENERAL_OFFSET = 24;
    private static final int FLOATING_OFFSET = 28;
    private static final int FLOATING_SLOT = 16;

    private final IrWriter out;
    private final String list;

    VaArg(IrWriter out, String list) {
        this.out = out;
        this.list = list;
    }

    /** A value in one or two general registers. */
    VaArgument general(long size, int align) {
        long slots = (size + 7) / 8 * 8;
        var found = find(GENERAL_OFFSET, GENERAL_TOP, slots, align > 8, new Area(slots, align), saved -> saved);
        return new VaArgument(found, 8);
    }

    /** A record that the caller copied: a pointer to it is passed. */
    VaArgument copied(int align) {
        var place = find(GENERAL_OFFSET, GENERAL_TOP, 8, false, new Area(8, 8), saved -> saved);
        return new VaArgument(out.value("load ptr, ptr " + place + ", align 8"), align);
    }

    /** One to four floating values of one type, each saved in a slot of its own. */
    VaArgument floating(int size, int align, int count) {
        long bytes = (long) size * count;
        var found = find(
                FLOATING_OFFSET,
                FLOATING_TOP,
                (long) FLOATING_SLOT * count,
                false,
                new Area((bytes + 7) / 8 * 8, align),
                saved -> count == 1 ? saved : gathered(saved, size, count));
        return new VaArgument(found, Math.min(8, align));
    }

    /** What a value takes on the stack. */
    private record Area(long size, int align) {}

    /** From where a value was saved to where it lies in one piece. */
    private interface Whole {
        String of(String saved);
    }

    private String find(int offsetField, int topField, long registers, boolean evenPair, Area area, Whole whole) {
        var tryRegisters = out.newLabel("vaarg.try");
        var inRegisters = out.newLabel("vaarg.registers");
        var onStack = out.newLabel("vaarg.stack");
        var end = out.newLabel("vaarg.end");
        var offsetPlace = element(list, "i64 " + offsetField);
        var offset = out.value("load i32, ptr " + offsetPlace + ", align 4");
        var used = out.value("icmp sge i32 " + offset + ", 0");
        out.terminateAndBegin("br i1 " + used + ", label %" + onStack + ", label %" + tryRegisters, tryRegisters);
        if (evenPair) {
            offset = out.value("and i32 " + out.value("add i32 " + offset + ", 15") + ", -16");
        }
        var next = out.value("add i32 " + offset + ", " + registers);
        out.effect("store i32 " + next + ", ptr " + offsetPlace + ", align 4");
        var fits = out.value("icmp sle i32 " + next + ", 0");
        out.terminateAndBegin("br i1 " + fits + ", label %" + inRegisters + ", label %" + onStack, inRegisters);
        var top = out.value("load ptr, ptr " + element(list, "i64 " + topField) + ", align 8");
        var saved = whole.of(element(top, "i32 " + offset));
        out.terminateAndBegin("br label %" + end, onStack);
        var stacked = fromStack(area);
        out.terminateAndBegin("br label %" + end, end);
        return out.value("phi ptr [ " + saved + ", %" + inRegisters + " ], [ " + stacked + ", %" + onStack + " ]");
    }

    private String gathered(String saved, int size, int count) {
        var whole = out.slot("[" + (long) size * count + " x i8]", 16);
        for (int i = 0; i < count; i++) {
            var from = i == 0 ? saved : element(saved, "i64 " + i * FLOATING_SLOT);
            var to = i == 0 ? whole : element(whole, "i64 " + i * size);
            int align = Math.min(8, size);
            var value = out.value("load i" + 8 * size + ", ptr " + from + ", align " + align);
            out.effect("store i" + 8 * size + " " + value + ", ptr " + to + ", align " + align);
        }
        return whole;
    }

    private String fromStack(Area area) {
        var stack = out.value("load ptr, ptr " + list + ", align 8");
        if (area.align() > 8) {
            var address = out.value("ptrtoint ptr " + stack + " to i64");
            var rounded = out.value("and i64 " + out.value("add i64 " + address + ", 15") + ", -16");
            stack = out.value("inttoptr i64 " + rounded + " to ptr");
        }
        out.effect("store ptr " + element(stack, "i64 " + area.size()) + ", ptr " + list + ", align 8");
        return stack;
    }

    private String element(String base, String offset) {
        return out.value("getelementptr i8, ptr " + base + ", " + offset);
    }
}
