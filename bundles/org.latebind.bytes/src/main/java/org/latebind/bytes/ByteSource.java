package org.latebind.bytes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.latebind.token.api.SourceText;

/** Reads what {@link ByteSink} wrote. */
public final class ByteSource {
    /** What is thrown where the bytes do not fit. */
    @FunctionalInterface
    public interface Damage {
        RuntimeException because(String what);
    }

    private final byte[] bytes;
    private final Damage damage;
    private final int end;
    private int at;

    public ByteSource(byte[] bytes, Damage damage) {
        this(bytes, 0, bytes.length, damage);
    }

    public ByteSource(byte[] bytes, int from, int end, Damage damage) {
        this.bytes = bytes;
        this.damage = damage;
        this.at = from;
        this.end = end;
        if (from < 0 || end > bytes.length || from > end) {
            throw damage.because("it ends too early");
        }
    }

    /** For what the bytes say and their owner cannot take. */
    public RuntimeException damaged() {
        return damage.because("its content is not well formed");
    }

    public int position() {
        return at;
    }

    public int remaining() {
        return end - at;
    }

    public void skip(int count) {
        if (count < 0 || count > end - at) {
            throw damage.because("it ends too early");
        }
        at += count;
    }

    public int u8() {
        if (at >= end) {
            throw damage.because("it ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    public int u32() {
        return u8() | u8() << 8 | u8() << 16 | u8() << 24;
    }

    public long u64() {
        return u32() & 0xFFFF_FFFFL | (long) u32() << 32;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw damage.because("a number is too long");
    }

    /** That many numbers of at most 31 bits: the streams of tokens, which are most of what is read. */
    public int[] numbers(int count) {
        if (count > end - at) {
            throw damage.because("it ends too early");
        }
        var values = new int[count];
        int i = at;
        for (int n = 0; n < count; n++) {
            int value = 0;
            int shift = 0;
            int next;
            do {
                if (i >= end) {
                    throw damage.because("it ends too early");
                }
                if (shift > 28) {
                    throw damage.because("a number is too long");
                }
                next = bytes[i++];
                value |= (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            if (value < 0) {
                throw damage.because("a number is too long");
            }
            values[n] = value;
        }
        at = i;
        return values;
    }

    public long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    /** A signed number that an int holds. */
    public int step() {
        long value = signed();
        if (value != (int) value) {
            throw damage.because("a step is too long");
        }
        return (int) value;
    }

    public int index(int bound) {
        return index(bound, "number");
    }

    /**
     * A number from 0 to a bound that is not reached.
     *
     * @param what it is the number of
     */
    public int index(int bound, String what) {
        long value = number();
        if (value < 0 || value >= bound) {
            throw damage.because(what + " " + Long.toUnsignedString(value) + " does not exist");
        }
        return (int) value;
    }

    /** How many things follow, each of which takes at least a byte. */
    public int count() {
        int count = index(Integer.MAX_VALUE, "length");
        if (count > end - at) {
            throw damage.because("length " + count + " does not exist");
        }
        return count;
    }

    public byte[] bytes(int count) {
        int from = at;
        skip(count);
        return Arrays.copyOfRange(bytes, from, at);
    }

    public String text() {
        return SourceText.decode(bytes(count()));
    }

    public Optional<String> optional() {
        return u8() == 0 ? Optional.empty() : Optional.of(text());
    }

    public <T> List<T> list(Function<ByteSource, T> each) {
        int count = count();
        var values = new ArrayList<T>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            values.add(each.apply(this));
        }
        return values;
    }
}
