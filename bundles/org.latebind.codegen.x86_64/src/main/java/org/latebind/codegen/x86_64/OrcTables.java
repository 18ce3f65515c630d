package org.latebind.codegen.x86_64;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.latebind.codegen.x86_64.CallFrames.Frame;
import org.latebind.codegen.x86_64.CallFrames.Row;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.Bytes;
import org.latebind.elf.ObjectEditor;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Relocation;
import org.latebind.elf.Section;
import org.latebind.kmod.api.ModuleKernel;

/**
 * The kernel's unwind tables, made from the call-frame information that code generation emits; the
 * latter is dropped then, as kbuild's modules have none.
 *
 * <pre>
 *   .eh_frame  foo+0: CFA = rsp+8            .orc_unwind_ip  foo+0  foo+1  foo+40
 *              foo+1: CFA = rsp+16     -->   .orc_unwind     sp+8   sp+16  none
 * </pre>
 *
 * Register numbers differ by kernel and are asked of {@code <asm/orc_types.h>}. Known limit: the
 * stack pointer is 8 off between {@code pushf} and {@code pop} in inline assembly.
 */
final class OrcTables {
    private static final String FRAMES = ".eh_frame";
    private static final String HEADER = "asm/orc_types.h";
    private static final int ENTRY_SIZE = 6;
    private static final int R10 = 10;
    private static final int R13 = 13;

    private final RelocatableObject object;
    private final ModuleKernel kernel;
    private final DiagnosticSink sink;
    private final Map<String, Long> constants = new HashMap<>();

    /** One line of the table; {@code word} packs both registers and the type. */
    private record Entry(int section, long address, long frameOffset, long baseOffset, int word) {}

    OrcTables(RelocatableObject object, ModuleKernel kernel, DiagnosticSink sink) {
        this.object = object;
        this.kernel = kernel;
        this.sink = sink;
    }

    void addTo(ObjectEditor editor) {
        OptionalInt frames = object.sectionIndex(FRAMES);
        if (frames.isEmpty()) {
            return;
        }
        editor.drop(frames.getAsInt());
        if (kernel.isEnabled("CONFIG_UNWINDER_ORC") && askConstants()) {
            try {
                write(editor, entries(CallFrames.read(object.sections().get(frames.getAsInt()), object)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                refuse("the call-frame information cannot be read: " + e.getMessage());
            }
        }
    }

    /** {@code struct orc_entry} has been 6 bytes since 4.14; 6.4 gave its type one more bit. */
    private boolean askConstants() {
        List<String> names =
                List.of("ORC_REG_UNDEFINED", "ORC_REG_PREV_SP", "ORC_REG_BP", "ORC_REG_SP", "ORC_REG_R10", "ORC_REG_R13");
        List<String> questions = new ArrayList<>(names);
        questions.add("sizeof(struct orc_entry)");
        questions.add("ORC_TYPE_CALL");
        List<OptionalLong> answers = kernel.constants(HEADER, questions);
        for (int i = 0; i < names.size(); i++) {
            if (answers.get(i).isPresent()) {
                constants.put(names.get(i), answers.get(i).getAsLong());
            }
        }
        // Up to 6.3 the type of an ordinary frame is UNWIND_HINT_TYPE_CALL, which is 0.
        constants.put("ORC_TYPE_CALL", answers.get(names.size() + 1).orElse(0));
        boolean known = constants.keySet().containsAll(names) && answers.get(names.size()).equals(OptionalLong.of(ENTRY_SIZE));
        if (!known) {
            refuse("the unwind table format of kernel " + kernel.release() + " is not known");
        }
        return known;
    }

    private void refuse(String why) {
        sink.report(
                Diagnostic.error("LB8031", why).withHelp("without unwind tables this kernel's backtraces would be wrong"));
    }

    private List<Entry> entries(List<Frame> frames) {
        List<Frame> sorted = new ArrayList<>(frames);
        sorted.sort(Comparator.comparingInt(Frame::section).thenComparingLong(Frame::start));
        long padding = kernel.config("CONFIG_FUNCTION_PADDING_BYTES").map(Long::parseLong).orElse(0L);
        List<Entry> entries = new ArrayList<>();
        long end = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Frame frame = sorted.get(i);
            boolean first = i == 0 || sorted.get(i - 1).section() != frame.section();
            // Call-depth tracking runs code in the padding, with the function's first frame.
            long start = Math.max(first ? 0 : end, frame.start() - padding);
            if (!first && start > end) {
                entries.add(none(frame.section(), end));
            }
            for (Row row : frame.rows()) {
                long from = row.address() == frame.start() ? start : row.address();
                entries.add(entry(frame.section(), from, row));
            }
            end = frame.start() + frame.size();
            boolean last = i + 1 == sorted.size() || sorted.get(i + 1).section() != frame.section();
            if (last) {
                entries.add(none(frame.section(), end));
            }
        }
        return entries;
    }

    private static Entry none(int section, long address) {
        return new Entry(section, address, 0, 0, 0);
    }

    private Entry entry(int section, long address, Row row) {
        String register =
                switch (row.register()) {
                    case CallFrames.RSP -> "ORC_REG_SP";
                    case CallFrames.RBP -> "ORC_REG_BP";
                    case R10 -> "ORC_REG_R10";
                    case R13 -> "ORC_REG_R13";
                    default -> "";
                };
        if (register.isEmpty() || row.offset() != (short) row.offset() || row.savedBase() != (short) row.savedBase()) {
            return none(section, address);
        }
        long base = row.savedBase() == 0 ? constants.get("ORC_REG_UNDEFINED") : constants.get("ORC_REG_PREV_SP");
        long word = constants.get(register) | base << 4 | constants.get("ORC_TYPE_CALL") << 8;
        return new Entry(section, address, row.offset(), row.savedBase(), (int) word);
    }

    private void write(ObjectEditor editor, List<Entry> entries) {
        ByteBuffer table = ByteBuffer.allocate(ENTRY_SIZE * entries.size()).order(ByteOrder.LITTLE_ENDIAN);
        List<Relocation> addresses = new ArrayList<>();
        for (Entry entry : entries) {
            table.putShort((short) entry.frameOffset).putShort((short) entry.baseOffset).putShort((short) entry.word);
            addresses.add(
                    new Relocation(4L * addresses.size(), X86Modules.R_PC32, editor.sectionSymbol(entry.section), entry.address));
        }
        if (!entries.isEmpty()) {
            editor.add(new Section(".orc_unwind_ip", Section.PROGBITS, Section.ALLOC, 4, Bytes.zeros(4 * entries.size()), addresses));
            editor.add(new Section(".orc_unwind", Section.PROGBITS, Section.ALLOC, 2, Bytes.of(table.array()), List.of()));
        }
    }
}
