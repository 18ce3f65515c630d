package org.latebind.bind.universe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.latebind.btf.Btf;

/** BTF in the making; types are named by their number (Linux, Documentation/bpf/btf.rst). */
final class BtfSection {
    private static final int HEADER = 24;

    private final List<Integer> words = new ArrayList<>();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private int types;

    /** A member of a record, or an enumerator. */
    record Part(String name, int typeOrValue, int bitOffset) {}

    BtfSection() {
        strings.write(0);
    }

    int integer(String name, int bytes) {
        return add(name, 1, 0, bytes, 1 << 24 | 8 * bytes);
    }

    int struct(String name, int bytes, Part... members) {
        int number = add(name, 4, members.length, bytes);
        for (var member : members) {
            words.addAll(List.of(string(member.name()), member.typeOrValue(), member.bitOffset()));
        }
        return number;
    }

    int enumeration(String name, int bytes, Part... constants) {
        int number = add(name, 6, constants.length, bytes);
        for (var constant : constants) {
            words.addAll(List.of(string(constant.name()), constant.typeOrValue()));
        }
        return number;
    }

    /** Of constants whose high halves are zero. */
    int enumeration64(String name, int bytes, Part... constants) {
        int number = add(name, 19, constants.length, bytes);
        for (var constant : constants) {
            words.addAll(List.of(string(constant.name()), constant.typeOrValue(), 0));
        }
        return number;
    }

    int forward(String name) {
        return add(name, 7, 0, 0);
    }

    int typedef(String name, int target) {
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

    Btf read() {
        int bytes = 4 * words.size();
        var out = ByteBuffer.allocate(HEADER + bytes + strings.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0xEB9F).put((byte) 1).put((byte) 0).putInt(HEADER);
        out.putInt(0).putInt(bytes).putInt(bytes).putInt(strings.size());
        words.forEach(out::putInt);
        return Btf.read("test", out.put(strings.toByteArray()).array());
    }
}
