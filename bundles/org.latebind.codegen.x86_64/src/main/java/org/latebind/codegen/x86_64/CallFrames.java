package org.latebind.codegen.x86_64;

import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.latebind.elf.Bytes;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Relocation;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;

/**
 * The call-frame information of {@code .eh_frame} as rows: from which address on the caller's frame
 * is found how. DWARF 5, 6.4; the differences of {@code .eh_frame}: Linux Standard Base, 10.6.
 *
 * <p>Only what kernel code needs is followed: the canonical frame address as register and offset, and
 * where {@code rbp} is saved. The rest becomes {@link Row#UNKNOWN}.
 */
final class CallFrames {
    static final int RBP = 6;
    static final int RSP = 7;

    /** Pointer encoding: distance from here, 4 bytes, signed. */
    private static final int PCREL_SDATA4 = 0x1b;

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int DEEPEST_REMEMBERED = 64;

    /**
     * One function's frames.
     *
     * @param section of the code
     * @param start offset of its first byte
     * @param size in bytes
     * @param rows by ascending address; the first at {@code start}
     */
    record Frame(int section, long start, long size, List<Row> rows) {}

    /**
     * @param address offset in the section
     * @param register DWARF number that {@code offset} is counted from, or {@link #UNKNOWN}
     * @param offset of the canonical frame address
     * @param savedBase offset of the saved {@code rbp} from the canonical frame address; 0 when it is
     *     still in the register
     */
    record Row(long address, int register, long offset, long savedBase) {
        static final int UNKNOWN = -1;
    }

    private record Common(long codeFactor, long dataFactor, Bytes instructions) {}

    private record State(int register, long offset, long savedBase) {}

    private final Section section;
    private final RelocatableObject object;
    private final Map<Long, Relocation> relocations = new HashMap<>();
    private final Map<Long, Common> commons = new HashMap<>();

    private CallFrames(Section section, RelocatableObject object) {
        this.section = section;
        this.object = object;
        section.relocations().forEach(relocation -> relocations.put(relocation.offset(), relocation));
    }

    /**
     * @throws IllegalArgumentException where the section holds what is not understood
     * @throws IndexOutOfBoundsException where it is damaged
     */
    static List<Frame> read(Section section, RelocatableObject object) {
        return new CallFrames(section, object).read();
    }

    private List<Frame> read() {
        List<Frame> frames = new ArrayList<>();
        Bytes bytes = section.contents();
        for (long at = 0; at + 4 <= bytes.size(); ) {
            long length = bytes.u32(at, ORDER);
            if (length == 0) {
                at += 4;
                continue;
            }
            Bytes body = bytes.slice(at + 4, length);
            long pointer = body.u32(0, ORDER);
            if (pointer == 0) {
                commons.put(at, common(new Cursor(body, 4)));
            } else {
                frame(body, at + 4, at + 4 - pointer).ifPresent(frames::add);
            }
            at += 4 + length;
        }
        return frames;
    }

    private static Common common(Cursor in) {
        int version = in.u8();
        String augmentation = in.text();
        if (version != 1 || !augmentation.matches("zR?S?R?")) {
            throw new IllegalArgumentException("call frames of version " + version + " '" + augmentation + "'");
        }
        long codeFactor = in.unsigned();
        long dataFactor = in.signed();
        in.u8();
        Cursor data = in.block(in.unsigned());
        for (char c : augmentation.substring(1).toCharArray()) {
            if (c == 'R' && data.u8() != PCREL_SDATA4) {
                throw new IllegalArgumentException("call frames with another pointer encoding");
            }
        }
        return new Common(codeFactor, dataFactor, in.rest());
    }

    private java.util.Optional<Frame> frame(Bytes body, long fileOffset, long commonAt) {
        Common common = commons.get(commonAt);
        if (common == null) {
            throw new IllegalArgumentException("a call frame without its common entry");
        }
        Relocation start = relocations.get(fileOffset + 4);
        if (start == null || start.symbol() < 0 || !object.symbols().get(start.symbol()).isInSection()) {
            return java.util.Optional.empty();
        }
        Symbol symbol = object.symbols().get(start.symbol());
        long address = symbol.value() + start.addend();
        long size = body.u32(8, ORDER);
        Cursor in = new Cursor(body, 12);
        in.block(in.unsigned());
        List<Row> rows = new Program(common, address).run(in.rest());
        return java.util.Optional.of(new Frame(symbol.section(), address, size, rows));
    }

    /** Runs call-frame instructions. */
    private static final class Program {
        private final Common common;
        private final List<Row> rows = new ArrayList<>();
        private final Deque<State> remembered = new ArrayDeque<>();
        private long address;
        private State initial;
        private State state = new State(Row.UNKNOWN, 0, 0);

        Program(Common common, long address) {
            this.common = common;
            this.address = address;
            Cursor in = new Cursor(common.instructions, 0);
            while (in.hasMore()) {
                step(in);
            }
            initial = state;
        }

        List<Row> run(Bytes instructions) {
            Cursor in = new Cursor(instructions, 0);
            while (in.hasMore()) {
                step(in);
            }
            emit();
            return List.copyOf(rows);
        }

        private void emit() {
            Row row = new Row(address, state.register, state.offset, state.savedBase);
            if (!rows.isEmpty() && rows.get(rows.size() - 1).address() == address) {
                rows.remove(rows.size() - 1);
            }
            rows.add(row);
        }

        private void advance(long delta) {
            emit();
            address += delta * common.codeFactor;
        }

        private void step(Cursor in) {
            int code = in.u8();
            switch (code >> 6) {
                case 1 -> advance(code & 0x3f);
                case 2 -> saved(code & 0x3f, in.unsigned() * common.dataFactor);
                case 3 -> restored(code & 0x3f);
                default -> extended(code, in);
            }
        }

        private void extended(int code, Cursor in) {
            switch (code) {
                case 0x00 -> {}
                case 0x02 -> advance(in.u8());
                case 0x03 -> advance(in.u16());
                case 0x04 -> advance(in.u32());
                case 0x05 -> saved((int) in.unsigned(), in.unsigned() * common.dataFactor);
                case 0x06 -> restored((int) in.unsigned());
                case 0x07, 0x08 -> restored((int) in.unsigned());
                case 0x09 -> lost((int) in.unsigned(), in.unsigned());
                case 0x0a -> remember();
                case 0x0b -> recall();
                case 0x0c -> frame((int) in.unsigned(), in.unsigned());
                case 0x0d -> frame((int) in.unsigned(), state.offset);
                case 0x0e -> frame(state.register, in.unsigned());
                case 0x0f -> {
                    in.block(in.unsigned());
                    frame(Row.UNKNOWN, 0);
                }
                case 0x10, 0x16 -> {
                    long register = in.unsigned();
                    in.block(in.unsigned());
                    lost((int) register, 0);
                }
                case 0x11 -> saved((int) in.unsigned(), in.signed() * common.dataFactor);
                case 0x12 -> frame((int) in.unsigned(), in.signed() * common.dataFactor);
                case 0x13 -> frame(state.register, in.signed() * common.dataFactor);
                case 0x2e -> in.unsigned();
                default -> throw new IllegalArgumentException("call-frame instruction " + code);
            }
        }

        private void frame(int register, long offset) {
            state = new State(register, offset, state.savedBase);
        }

        private void saved(int register, long offset) {
            if (register == RBP) {
                state = new State(state.register, state.offset, offset);
            }
        }

        private void restored(int register) {
            if (register == RBP) {
                state = new State(state.register, state.offset, initial == null ? 0 : initial.savedBase);
            }
        }

        /** Saved somewhere we do not follow: better no frame than a wrong one. */
        private void lost(int register, long where) {
            if (register == RBP) {
                state = new State(Row.UNKNOWN, where, 0);
            }
        }

        private void remember() {
            if (remembered.size() == DEEPEST_REMEMBERED) {
                throw new IllegalArgumentException("call frames remember too much");
            }
            remembered.push(state);
        }

        private void recall() {
            if (remembered.isEmpty()) {
                throw new IllegalArgumentException("call frames recall what they never remembered");
            }
            state = remembered.pop();
        }
    }

    /** Reads forward. */
    private static final class Cursor {
        private final Bytes bytes;
        private long at;

        Cursor(Bytes bytes, long at) {
            this.bytes = bytes;
            this.at = at;
        }

        boolean hasMore() {
            return at < bytes.size();
        }

        int u8() {
            return bytes.u8(at++);
        }

        int u16() {
            at += 2;
            return bytes.u16(at - 2, ORDER);
        }

        long u32() {
            at += 4;
            return bytes.u32(at - 4, ORDER);
        }

        String text() {
            String result = bytes.zeroTerminated(at);
            at += result.length() + 1;
            return result;
        }

        /** LEB128. */
        long unsigned() {
            long result = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                int next = u8();
                result |= (long) (next & 0x7f) << shift;
                if (next < 0x80) {
                    return result;
                }
            }
            throw new IllegalArgumentException("a number of more than 64 bits");
        }

        long signed() {
            long from = at;
            long result = unsigned();
            int bits = (int) (7 * (at - from));
            boolean negative = (bytes.u8(at - 1) & 0x40) != 0;
            return negative && bits < 64 ? result | -1L << bits : result;
        }

        Cursor block(long size) {
            Cursor result = new Cursor(bytes.slice(at, size), 0);
            at += size;
            return result;
        }

        Bytes rest() {
            return bytes.slice(at, bytes.size() - at);
        }
    }
}
