package org.latebind.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ByteSourceTest {
    private static final long[] NUMBERS = {0, 1, 127, 128, 300, Integer.MAX_VALUE, Long.MAX_VALUE, -1};

    @Test
    void whatIsWrittenIsRead() {
        var sink = new ByteSink();
        for (long number : NUMBERS) {
            sink.number(number);
            sink.signed(number);
            sink.signed(-number);
            sink.u64(number);
        }
        sink.text("if \udc80 \u00e4");
        sink.optional(Optional.empty());
        sink.list(List.of("a", "b"), ByteSink::text);
        var source = source(sink);
        for (long number : NUMBERS) {
            assertEquals(number, source.number());
            assertEquals(number, source.signed());
            assertEquals(-number, source.signed());
            assertEquals(number, source.u64());
        }
        assertEquals("if \udc80 \u00e4", source.text());
        assertEquals(Optional.empty(), source.optional());
        assertEquals(List.of("a", "b"), source.list(ByteSource::text));
        assertEquals(0, source.remaining());
    }

    @Test
    void numbersInARowAreTheSameAsOneByOne() {
        var sink = new ByteSink();
        for (int number : new int[] {0, 127, 128, 1 << 28, Integer.MAX_VALUE}) {
            sink.number(number);
        }
        assertArrayEquals(new int[] {0, 127, 128, 1 << 28, Integer.MAX_VALUE}, source(sink).numbers(5));
    }

    @Test
    void whatDoesNotFitIsDamage() {
        refused("it ends too early", sink -> {}, ByteSource::number);
        refused("it ends too early", sink -> sink.u8(0x80), ByteSource::number);
        refused("it ends too early", sink -> sink.u8(0), source -> source.numbers(2));
        refused("it ends too early", sink -> sink.u8(0x80), source -> source.numbers(1));
        refused("a number is too long", sink -> sink.number(1L << 31), source -> source.numbers(1));
        refused("a number is too long", sink -> sink.number(1L << 40), source -> source.numbers(1));
        refused("a step is too long", sink -> sink.signed(1L << 31), ByteSource::step);
        refused("text 3 does not exist", sink -> sink.number(3), source -> source.index(3, "text"));
        refused("length 2 does not exist", sink -> {
            sink.number(2);
            sink.u8(0);
        }, ByteSource::count);
    }

    private static void refused(String why, Consumer<ByteSink> write, Function<ByteSource, ?> read) {
        var sink = new ByteSink();
        write.accept(sink);
        assertEquals(why, assertThrows(IllegalStateException.class, () -> read.apply(source(sink))).getMessage());
    }

    private static ByteSource source(ByteSink sink) {
        return new ByteSource(sink.toBytes(), IllegalStateException::new);
    }
}
