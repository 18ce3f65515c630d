package org.latebind.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.diagnostics.api.DiagnosticException;

class ElfReaderTest {
    private static final byte[] SMALL = ElfWriter.write(SmallObject.of(ByteOrder.LITTLE_ENDIAN)).toArray();

    static Stream<ByteOrder> orders() {
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
    }

    private static String refusal(byte[] file) {
        var refused = assertThrows(DiagnosticException.class, () -> ElfReader.read("a.o", Bytes.of(file)));
        assertEquals("LB1301", refused.diagnostic().code());
        assertTrue(refused.isBadInput());
        return refused.diagnostic().message().replace("'a.o' cannot be read as an object file: ", "");
    }

    private static byte[] with(int at, int... values) {
        var file = SMALL.clone();
        for (int i = 0; i < values.length; i++) {
            file[at + i] = (byte) values[i];
        }
        return file;
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatIsWrittenIsRead(ByteOrder order) {
        var object = SmallObject.of(order);
        assertEquals(object, ElfReader.read("a.o", ElfWriter.write(object)));
    }

    @Test
    void partsAreRenumbered() {
        var object = SmallObject.of(ByteOrder.LITTLE_ENDIAN).parts(Set.of(0), Set.of(1, 2));
        assertEquals(List.of("f", "_printk"), object.symbols().stream().map(Symbol::name).toList());
        assertEquals(1, object.sections().get(0).relocations().get(0).symbol());
        assertEquals(object, ElfReader.read("a.o", ElfWriter.write(object)));
    }

    @Test
    void whatItIsNotIsSaid() {
        assertEquals("this is not an ELF file", refusal(new byte[0]));
        assertEquals("this is not an ELF file", refusal(with(1, 'e')));
        assertEquals("only 64-bit ELF is read", refusal(with(4, 1)));
        assertEquals("unknown byte order 3", refusal(with(5, 3)));
        assertEquals("this is not a relocatable object", refusal(with(16, 2)));
        assertEquals("it has no section headers, or more than 65279", refusal(with(60, 0, 0)));
    }

    @Test
    void sectionHeadersBehindTheEnd() {
        assertTrue(refusal(with(40, 0, 0, 0, 0, 0, 0, 0, 0x7f)).startsWith("the file ends or is damaged"));
        assertTrue(refusal(with(40, 0, 0, 0, 0, 0, 0, 0, 0xff)).startsWith("the file ends or is damaged"));
    }

    @Test
    void everyTruncationIsRefused() {
        for (int length = 0; length < SMALL.length; length++) {
            refusal(Arrays.copyOf(SMALL, length));
        }
    }

    /** Whatever is damaged: an object, or a diagnostic; never another exception. */
    @Test
    void damagedBytesEndInADiagnostic() {
        var random = new Random(12);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            var file = SMALL.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                ElfReader.read("a.o", Bytes.of(file));
            } catch (DiagnosticException expected) {
                refused++;
            }
        }
        assertTrue(refused > 500, "damaged and refused: " + refused);
    }
}
