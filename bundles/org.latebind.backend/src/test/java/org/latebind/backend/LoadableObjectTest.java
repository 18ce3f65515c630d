package org.latebind.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoadableObjectTest {
    private static final int HEADERS = 64;
    private static final int RELOCATION = HEADERS + 4 * 64;
    private static final int SYMBOLS = RELOCATION + 24;
    private static final int STRINGS = SYMBOLS + 2 * 24;

    static Stream<ByteOrder> orders() {
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
    }

    /** An object with one relocation of that type, against that symbol. */
    private static byte[] object(ByteOrder order, int type, String symbol) {
        var elf = ByteBuffer.allocate(STRINGS + symbol.length() + 2).order(order);
        elf.put(5, (byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2));
        elf.putLong(0x28, HEADERS).putShort(0x3c, (short) 4);
        section(elf, 1, 4, RELOCATION, 24, 2);
        section(elf, 2, 2, SYMBOLS, 48, 3);
        section(elf, 3, 3, STRINGS, symbol.length() + 2, 0);
        elf.putLong(RELOCATION + 8, 1L << 32 | type);
        elf.putInt(SYMBOLS + 24, 1);
        elf.put(STRINGS + 1, symbol.getBytes(StandardCharsets.US_ASCII));
        return elf.array();
    }

    private static void section(ByteBuffer elf, int index, int type, int offset, int size, int link) {
        int header = HEADERS + index * 64;
        elf.putInt(header + 4, type).putLong(header + 0x18, offset).putLong(header + 0x20, size).putInt(header + 0x28, link);
    }

    private static List<String> check(ByteOrder order, int type, String symbol) {
        return LoadableObject.check(object(order, type, symbol), Set.of(20)).stream()
                .map(m -> m.code() + " " + m.text())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatTheLoaderKnowsPasses(ByteOrder order) {
        assertEquals(List.of(), check(order, 20, "_printk"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatItDoesNotKnowIsNamed(ByteOrder order) {
        assertEquals(
                List.of("LB7511 a kernel module cannot have relocation type 42 against '_printk'"),
                check(order, 42, "_printk"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void floatingPointIsFound(ByteOrder order) {
        assertEquals(
                List.of("LB7511 a kernel module cannot have floating-point arithmetic: it became a call of '__adddf3'"),
                check(order, 20, "__adddf3"));
    }
}
