package org.latebind.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElfFileTest {
    private static final int MOST_HEADERS = 0xffff;

    static Stream<ByteOrder> orders() {
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
    }

    /** A header with room for what follows. */
    private static ByteBuffer header(int size, int sectionHeaders) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1})
                .putLong(40, 64).putShort(52, (short) 64).putShort(58, (short) 64).putShort(60, (short) sectionHeaders);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void sectionsAreFoundByName(ByteOrder order) {
        var elf = ElfFile.open(ElfWriter.write(SmallObject.of(order))).orElseThrow();
        assertEquals(order, elf.order());
        assertEquals(0xf7, elf.machine());
        assertEquals(Optional.of(Bytes.zeros(3)), elf.section(".text.once"));
        assertEquals(Optional.empty(), elf.section(".tex"));
        assertEquals(Optional.empty(), elf.section("text"));
    }

    @Test
    void whatIsNotElf64WithSectionsIsNone() {
        assertTrue(ElfFile.open(Bytes.EMPTY).isEmpty());
        assertTrue(ElfFile.open(Bytes.of(header(64, 0).array())).isEmpty());
        assertTrue(ElfFile.open(Bytes.of(header(64, 1).array())).isEmpty(), "headers behind the end");
        assertTrue(ElfFile.open(Bytes.of(header(128, 1).put(4, (byte) 1).array())).isEmpty(), "32 bits");
        assertFalse(ElfFile.open(Bytes.of(header(128, 1).array())).isEmpty());
        assertFalse(ElfFile.isElf(Bytes.latin1("\u007fEL")));
    }

    @Test
    void aSectionThatEndsBehindTheFileIsNone() {
        var file = ElfWriter.write(SmallObject.of(ByteOrder.LITTLE_ENDIAN)).toArray();
        var headers = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int table = (int) headers.getLong(40);
        for (int i = 1; i < headers.getShort(60) - 1; i++) {
            headers.putLong(table + 64 * i + 32, Long.MAX_VALUE);
        }
        assertEquals(Optional.empty(), ElfFile.open(Bytes.of(file)).orElseThrow().section(".text"));
    }

    /** Their names alone would be a quarter of a terabyte. */
    @Test
    void manySectionsOfOneEndlessName() {
        int names = 64 + MOST_HEADERS * 64;
        var elf = header(names + (4 << 20), MOST_HEADERS);
        elf.putLong(64 + 24, names).putLong(64 + 32, 4 << 20);
        Arrays.fill(elf.array(), names, elf.capacity() - 1, (byte) '.');
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertEquals(
                Optional.empty(), ElfFile.open(Bytes.sharing(elf.array())).orElseThrow().section(".BTF")));
    }

    @Test
    void theLengthOfAFileInsideAnother() {
        var file = header(64 + 20 + 64, 1).putLong(40, 64 + 20).array();
        var image = new byte[300];
        System.arraycopy(file, 0, image, 100, file.length);
        assertEquals(OptionalLong.of(file.length), ElfFile.length(Bytes.of(image), 100));
        assertEquals(OptionalLong.empty(), ElfFile.length(Bytes.of(image), 101));
        assertEquals(OptionalLong.empty(), ElfFile.length(Bytes.of(Arrays.copyOf(image, 247)), 100), "cut off");
        assertEquals(OptionalLong.empty(), ElfFile.length(Bytes.of(image), 290), "no room for a header");
        var endless = header(128, 1).putLong(40, Long.MAX_VALUE - 10).array();
        assertEquals(OptionalLong.empty(), ElfFile.length(Bytes.of(endless), 0));
    }

    @Test
    void theLengthOfA32BitFile() {
        var file = ByteBuffer.allocate(52 + 40).order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x7f, 'E', 'L', 'F', 1, 1, 1})
                .putInt(32, 52).putShort(40, (short) 52).putShort(46, (short) 40).putShort(48, (short) 1);
        assertEquals(OptionalLong.of(92), ElfFile.length(Bytes.of(file.array()), 0));
    }
}
