package org.latebind.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/**
 * Takes a section apart.
 *
 * <pre>
 * header    magic eb9f, version 1, flags, header length; offset and length of types and of strings
 * type      name offset; kind_flag:1 0:2 kind:5 0:8 vlen:16; size or type; what the kind adds
 * </pre>
 */
final class BtfReader {
    private static final int MAGIC = 0xEB9F;
    private static final int VERSION = 1;
    private static final int HEADER = 24;
    private static final int MOST_TYPES = 1 << 22;
    /** {@code KSYM_NAME_LEN}: the kernel's own reader takes no longer identifiers. The longest in its BTF has 88 bytes. */
    private static final int LONGEST_NAME = 512;
    /** Types in types; a kernel's have 20. */
    private static final int DEEPEST = 128;

    private final String file;
    private final Optional<String> buildId;
    private final Optional<String> release;
    private final ByteBuffer in;
    private final List<BtfType> types = new ArrayList<>();
    private final Map<Integer, String> names = new HashMap<>();
    private long nameBytes;
    private int strings;
    private int stringsEnd;

    BtfReader(String file, byte[] section, Optional<String> buildId, Optional<String> release) {
        this.file = file;
        this.buildId = buildId;
        this.release = release;
        this.in = ByteBuffer.wrap(section).order(ByteOrder.LITTLE_ENDIAN);
    }

    Btf read() {
        if (in.limit() < HEADER) {
            throw damaged("it is shorter than a header");
        }
        if ((in.getShort(0) & 0xFFFF) != MAGIC) {
            in.order(ByteOrder.BIG_ENDIAN);
        }
        if ((in.getShort(0) & 0xFFFF) != MAGIC || in.get(2) != VERSION) {
            throw damaged("it does not begin with the magic number of version 1");
        }
        int header = within(0, in.getInt(4));
        int first = within(header, in.getInt(8));
        int end = within(first, in.getInt(12));
        strings = within(header, in.getInt(16));
        stringsEnd = within(strings, in.getInt(20));
        types.add(new BtfType.Void());
        in.position(first).limit(end);
        while (in.hasRemaining()) {
            types.add(type());
            if (types.size() > MOST_TYPES) {
                throw damaged("it has too many types");
            }
        }
        checkNumbers();
        checkNesting();
        return new Btf(types, sha256(), buildId, release);
    }

    private String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.array()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private BtfType type() {
        need(12);
        int name = in.getInt();
        int info = in.getInt();
        int sizeOrType = in.getInt();
        int count = info & 0xFFFF;
        boolean flag = info < 0;
        return switch (info >>> 24 & 0x1F) {
            case 1 -> integer(name, sizeOrType);
            case 2 -> new BtfType.Pointer(sizeOrType);
            case 3 -> array();
            case 4 -> record(false, name, sizeOrType, count, flag);
            case 5 -> record(true, name, sizeOrType, count, flag);
            case 6 -> enumeration(name, sizeOrType, count, flag);
            case 7 -> new BtfType.Forward(string(name), flag);
            case 8 -> new BtfType.Typedef(string(name), sizeOrType);
            case 9, 10, 11, 18 -> new BtfType.Qualified(sizeOrType);
            case 12 -> new BtfType.Other(string(name));
            case 13 -> other(name, 8 * count);
            case 14, 17 -> other(name, 4);
            case 15 -> other(name, 12 * count);
            case 16 -> new BtfType.Floating(string(name), Integer.toUnsignedLong(sizeOrType));
            case 19 -> enumeration64(name, sizeOrType, count, flag);
            default -> throw damaged("type " + types.size() + " is of a kind that this version does not know: "
                    + (info >>> 24 & 0x1F));
        };
    }

    private BtfType integer(int name, int size) {
        need(4);
        int encoding = in.getInt();
        return new BtfType.Integer(string(name), Integer.toUnsignedLong(size), encoding >>> 16 & 0xFF, encoding & 0xFF,
                (encoding & 1 << 24) != 0, (encoding & 1 << 26) != 0);
    }

    private BtfType array() {
        need(12);
        int element = in.getInt();
        in.getInt();
        return new BtfType.Array(element, Integer.toUnsignedLong(in.getInt()));
    }

    private BtfType record(boolean union, int name, int size, int count, boolean flag) {
        need(12 * count);
        var members = new ArrayList<BtfType.Member>(count);
        for (int i = 0; i < count; i++) {
            int member = in.getInt();
            int type = in.getInt();
            int offset = in.getInt();
            members.add(new BtfType.Member(string(member), type,
                    flag ? offset & 0xFFFFFF : Integer.toUnsignedLong(offset), flag ? offset >>> 24 : 0));
        }
        return new BtfType.Record(union, string(name), Integer.toUnsignedLong(size), members);
    }

    private BtfType enumeration(int name, int size, int count, boolean signed) {
        need(8 * count);
        var constants = new ArrayList<BtfType.Constant>(count);
        for (int i = 0; i < count; i++) {
            var constant = string(in.getInt());
            int value = in.getInt();
            constants.add(new BtfType.Constant(constant, signed ? value : Integer.toUnsignedLong(value)));
        }
        long bytes = enumerationBytes(size);
        return new BtfType.Enumeration(string(name), bytes, bytes > 4, constants);
    }

    /** As the kernel's own reader: {@code btf_enum_check_meta} in kernel/bpf/btf.c. */
    private long enumerationBytes(int size) {
        if (size <= 0 || size > 8 || Integer.bitCount(size) != 1) {
            throw damaged("type " + types.size() + " is an enumeration of " + Integer.toUnsignedLong(size) + " bytes");
        }
        return size;
    }

    private BtfType enumeration64(int name, int size, int count, boolean signed) {
        need(12 * count);
        var constants = new ArrayList<BtfType.Constant>(count);
        for (int i = 0; i < count; i++) {
            var constant = string(in.getInt());
            long low = Integer.toUnsignedLong(in.getInt());
            constants.add(new BtfType.Constant(constant, low | (long) in.getInt() << 32));
        }
        return new BtfType.Enumeration(string(name), enumerationBytes(size), false, constants);
    }

    private BtfType other(int name, int bytes) {
        need(bytes);
        in.position(in.position() + bytes);
        return new BtfType.Other(string(name));
    }

    private String string(int offset) {
        return names.computeIfAbsent(offset, this::stringAt);
    }

    private String stringAt(int offset) {
        if (offset < 0 || offset >= stringsEnd - strings) {
            throw outside();
        }
        int start = strings + offset;
        int end = start;
        while (in.array()[end] != 0) {
            end++;
            if (end - start > LONGEST_NAME) {
                throw damaged("the name of type " + types.size() + " is longer than " + LONGEST_NAME + " bytes");
            }
            if (end == stringsEnd) {
                throw outside();
            }
        }
        nameBytes += end - start;
        // Each name has its own string, at whose end it may share some bytes with another.
        if (nameBytes > 2L * (stringsEnd - strings)) {
            throw damaged("the names up to that of type " + types.size() + " are more than its strings can hold");
        }
        return new String(in.array(), start, end - start, StandardCharsets.UTF_8);
    }

    private DiagnosticException outside() {
        return damaged("the name of type " + types.size() + " lies outside of its strings");
    }

    private void checkNumbers() {
        for (var type : types) {
            switch (type) {
                case BtfType.Pointer pointer -> known(pointer.target());
                case BtfType.Array array -> known(array.element());
                case BtfType.Typedef typedef -> known(typedef.target());
                case BtfType.Qualified qualified -> known(qualified.target());
                case BtfType.Record record -> record.members().forEach(member -> known(member.type()));
                default -> { }
            }
        }
    }

    private void known(int number) {
        if (number < 0 || number >= types.size()) {
            throw damaged("it names type " + Integer.toUnsignedString(number) + " of " + types.size());
        }
    }

    /** Whoever looks into a type and its parts comes to an end. */
    private void checkNesting() {
        var heights = new int[types.size()];
        for (int i = 0; i < heights.length; i++) {
            height(i, 1, heights);
        }
    }

    /**
     * How deep a type is nested.
     *
     * @param heights of the types that are known, and -1 for those that are asked about
     */
    private int height(int number, int depth, int[] heights) {
        if (heights[number] < 0) {
            throw damaged("type " + number + " contains itself");
        }
        if (depth > DEEPEST) {
            throw tooDeep(number);
        }
        if (heights[number] == 0) {
            heights[number] = -1;
            int inside = 0;
            for (int part : parts(types.get(number))) {
                inside = Math.max(inside, height(part, depth + 1, heights));
            }
            heights[number] = inside + 1;
        }
        if (heights[number] > DEEPEST) {
            throw tooDeep(number);
        }
        return heights[number];
    }

    private DiagnosticException tooDeep(int number) {
        return damaged("type " + number + " is nested deeper than " + DEEPEST);
    }

    /** The types that an object of a type is made of: none behind a pointer. */
    private static List<Integer> parts(BtfType type) {
        return switch (type) {
            case BtfType.Array array -> List.of(array.element());
            case BtfType.Typedef typedef -> List.of(typedef.target());
            case BtfType.Qualified qualified -> List.of(qualified.target());
            case BtfType.Record record -> record.members().stream().map(BtfType.Member::type).toList();
            default -> List.of();
        };
    }

    /** So many bytes behind a place, as an unsigned number. */
    private int within(int from, int bytes) {
        long offset = from + Integer.toUnsignedLong(bytes);
        if (offset > in.capacity()) {
            throw damaged("it is cut short");
        }
        return (int) offset;
    }

    private void need(int bytes) {
        if (in.remaining() < bytes) {
            throw damaged("it ends inside type " + types.size());
        }
    }

    private DiagnosticException damaged(String why) {
        return DiagnosticException.badInput(Diagnostic.error("LB5201", "the BTF in " + file + " cannot be used: " + why)
                .withHelp("give the kernel's vmlinux, or a copy of its .BTF section"));
    }
}
