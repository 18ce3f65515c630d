package org.latebind.kit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** BTF in the making; types are named by their number (Linux, Documentation/bpf/btf.rst). */
public final class BtfSection {
    private static final int HEADER = 24;

    private final List<Integer> words = new ArrayList<>();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private int types;

    /** A member of a record, or an enumerator. */
    public record Part(String name, int typeOrValue, int bitOffset) {}

    public BtfSection() {
        strings.write(0);
    }

    public int integer(String name, int bytes) {
        return add(name, 1, 0, bytes, 1 << 24 | 8 * bytes);
    }

    public int struct(String name, int bytes, Part... members) {
        int number = add(name, 4, members.length, bytes);
        for (var member : members) {
            words.addAll(List.of(string(member.name()), member.typeOrValue(), member.bitOffset()));
        }
        return number;
    }

    public int enumeration(String name, int bytes, Part... constants) {
        int number = add(name, 6, constants.length, bytes);
        for (var constant : constants) {
            words.addAll(List.of(string(constant.name()), constant.typeOrValue()));
        }
        return number;
    }

    /** Of constants whose high halves are zero. */
    public int enumeration64(String name, int bytes, Part... constants) {
        int number = add(name, 19, constants.length, bytes);
        for (var constant : constants) {
            words.addAll(List.of(string(constant.name()), constant.typeOrValue(), 0));
        }
        return number;
    }

    public int forward(String name) {
        return add(name, 7, 0, 0);
    }

    public int typedef(String name, int target) {
        return add(name, 8, 0, target);
    }

    private int add(String name, int kind, int count, int sizeOrType, Integer... more) {
        words.addAll(List.of(string(name), kind << 24 | count, sizeOrType));
        words.addAll(List.of(more));
        return ++types;
    }

    private int string(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int offset = strings.size();
        strings.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        strings.write(0);
        return offset;
    }

    public byte[] bytes() {
        return bytes(ByteOrder.LITTLE_ENDIAN);
    }

    public byte[] bytes(ByteOrder order) {
        return of(order, strings.toByteArray(), words.stream().mapToInt(Integer::intValue).toArray());
    }

    /** A section of these words of types, right or wrong. */
    public static byte[] of(ByteOrder order, byte[] strings, int... words) {
        int bytes = 4 * words.length;
        var out = ByteBuffer.allocate(HEADER + bytes + strings.length).order(order);
        out.putShort((short) 0xEB9F).put((byte) 1).put((byte) 0).putInt(HEADER);
        out.putInt(0).putInt(bytes).putInt(bytes).putInt(strings.length);
        Arrays.stream(words).forEach(out::putInt);
        return out.put(strings).array();
    }
}
