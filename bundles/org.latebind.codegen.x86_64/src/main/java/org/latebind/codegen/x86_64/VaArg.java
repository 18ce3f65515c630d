package org.latebind.codegen.x86_64;

import java.util.List;
import org.latebind.target.api.AbiLowering.VaArgument;
import org.latebind.target.api.IrWriter;
import org.latebind.target.api.TypeShape;

/**
 * {@code va_arg}, psABI section 3.5.7: from the register save area while registers last, then from
 * the stack.
 *
 * <pre>
 * gp_offset (4)  fp_offset (4)  overflow_arg_area (8)  reg_save_area (8)
 * </pre>
 */
final class VaArg {
    private static final int FP_OFFSET = 4;
    private static final int OVERFLOW_AREA = 8;
    private static final int SAVE_AREA = 16;
    /** Six general registers, then eight SSE registers of 16 bytes. */
    private static final int GENERAL_END = 48;
    private static final int SSE_END = 176;

    /**
     * An eightbyte that travels in a register.
     *
     * @param offset in the argument
     * @param sse whether the register is an SSE register
     */
    record Part(int offset, boolean sse) {}

    private final IrWriter out;
    private final String list;

    VaArg(IrWriter out, String list) {
        this.out = out;
        this.list = list;
    }

    /** @param parts empty: the argument is in memory */
    VaArgument find(TypeShape type, List<Part> parts) {
        long size = size(type);
        int align = align(type);
        if (parts.isEmpty()) {
            return new VaArgument(fromStack(size, align), Math.max(8, align));
        }
        return fromRegistersOrStack(size, align, parts);
    }

    private VaArgument fromRegistersOrStack(long size, int align, List<Part> parts) {
        int sseCount = (int) parts.stream().filter(Part::sse).count();
        int generalCount = parts.size() - sseCount;
        var inRegisters = out.newLabel("vaarg.registers");
        var inMemory = out.newLabel("vaarg.memory");
        var end = out.newLabel("vaarg.end");
        var fpOffset = field(FP_OFFSET);
        var general = generalCount > 0 ? out.value("load i32, ptr " + list + ", align 4") : "0";
        var sse = sseCount > 0 ? out.value("load i32, ptr " + fpOffset + ", align 4") : "0";
        var fits = fits(general, generalCount, sse, sseCount);
        out.terminateAndBegin("br i1 " + fits + ", label %" + inRegisters + ", label %" + inMemory, inRegisters);
        var saved = savedValue(general, sse, size, parts);
        if (generalCount > 0) {
            var next = out.value("add i32 " + general + ", " + 8 * generalCount);
            out.effect("store i32 " + next + ", ptr " + list + ", align 4");
        }
        if (sseCount > 0) {
            var next = out.value("add i32 " + sse + ", " + 16 * sseCount);
            out.effect("store i32 " + next + ", ptr " + fpOffset + ", align 4");
        }
        out.terminateAndBegin("br label %" + end, inMemory);
        var stacked = fromStack(size, align);
        out.terminateAndBegin("br label %" + end, end);
        var found = out.value(
                "phi ptr [ " + saved + ", %" + inRegisters + " ], [ " + stacked + ", %" + inMemory + " ]");
        // A general register's place is aligned to 8 only.
        return new VaArgument(found, Math.min(align, 8));
    }

    private String fits(String general, int generalCount, String sse, int sseCount) {
        if (sseCount == 0) {
            return out.value("icmp ule i32 " + general + ", " + (GENERAL_END - 8 * generalCount));
        }
        var room = out.value("icmp ule i32 " + sse + ", " + (SSE_END - 16 * sseCount));
        if (generalCount == 0) {
            return room;
        }
        var generalRoom = out.value("icmp ule i32 " + general + ", " + (GENERAL_END - 8 * generalCount));
        return out.value("and i1 " + generalRoom + ", " + room);
    }

    /** Where the value lies: in place when its registers were saved side by side, else put together. */
    private String savedValue(String general, String sse, long size, List<Part> parts) {
        var saved = out.value("load ptr, ptr " + field(SAVE_AREA) + ", align 8");
        if (parts.get(0).offset() == 0 && parts.stream().noneMatch(Part::sse)) {
            return element(saved, "i32 " + general);
        }
        if (parts.size() == 1 && parts.get(0).offset() == 0) {
            return element(saved, "i32 " + sse);
        }
        var whole = out.slot("[" + size + " x i8]", 16);
        int generalUsed = 0;
        int sseUsed = 0;
        for (var part : parts) {
            var base = element(saved, "i32 " + (part.sse() ? sse : general));
            var from = element(base, "i32 " + (part.sse() ? 16 * sseUsed++ : 8 * generalUsed++));
            var to = element(whole, "i64 " + part.offset());
            // The last eightbyte may be cut off by the record's end.
            long bits = 8 * Math.min(8, size - part.offset());
            var value = out.value("load i" + bits + ", ptr " + from + ", align 8");
            out.effect("store i" + bits + " " + value + ", ptr " + to + ", align 8");
        }
        return whole;
    }

    private String fromStack(long size, int align) {
        var overflow = field(OVERFLOW_AREA);
        var area = out.value("load ptr, ptr " + overflow + ", align 8");
        if (align > 8) {
            var address = out.value("ptrtoint ptr " + area + " to i64");
            var raised = out.value("add i64 " + address + ", " + (align - 1));
            var rounded = out.value("and i64 " + raised + ", " + -align);
            area = out.value("inttoptr i64 " + rounded + " to ptr");
        }
        var next = element(area, "i64 " + (size + 7) / 8 * 8);
        out.effect("store ptr " + next + ", ptr " + overflow + ", align 8");
        return area;
    }

    private String field(int offset) {
        return element(list, "i64 " + offset);
    }

    private String element(String base, String offset) {
        return offset.equals("i32 0") || offset.equals("i64 0")
                ? base
                : out.value("getelementptr i8, ptr " + base + ", " + offset);
    }

    private static long size(TypeShape type) {
        return switch (type) {
            case TypeShape.Void ignored -> 0;
            case TypeShape.Scalar scalar -> scalar.size();
            case TypeShape.Record record -> record.size();
        };
    }

    private static int align(TypeShape type) {
        return switch (type) {
            case TypeShape.Void ignored -> 1;
            case TypeShape.Scalar scalar -> scalar.align();
            case TypeShape.Record record -> record.align();
        };
    }
}
