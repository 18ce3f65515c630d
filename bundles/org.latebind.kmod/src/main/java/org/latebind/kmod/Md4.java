package org.latebind.kmod;

import java.nio.ByteOrder;

/**
 * MD4 (RFC 1320) as scripts/mod/sumversion.c has it: with the words of a block, but for its length, in the other byte
 * order. The result is the one of a machine of a byte order, as hexadecimal digits.
 */
final class Md4 {
    private static final int BLOCK = 64;
    private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
    private static final int[] CONSTANTS = {0, 0x5A827999, 0x6ED9EBA1};
    private static final int[][] WORDS = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
        {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}
    };

    private final int[] hash = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    private final byte[] block = new byte[BLOCK];
    private long count;

    void update(byte[] bytes) {
        for (byte b : bytes) {
            block[(int) (count++ % BLOCK)] = b;
            if (count % BLOCK == 0) {
                transform(words());
            }
        }
    }

    private int[] words() {
        var words = new int[16];
        for (int i = 0; i < BLOCK; i++) {
            words[i / 4] = words[i / 4] << 8 | block[i] & 0xff;
        }
        return words;
    }

    private void transform(int[] in) {
        int a = hash[0];
        int b = hash[1];
        int c = hash[2];
        int d = hash[3];
        for (int step = 0; step < 48; step++) {
            int round = step / 16;
            int mixed = switch (round) {
                case 0 -> b & c | ~b & d;
                case 1 -> b & c | b & d | c & d;
                default -> b ^ c ^ d;
            };
            int sum = a + mixed + in[WORDS[round][step % 16]] + CONSTANTS[round];
            a = d;
            d = c;
            c = b;
            b = Integer.rotateLeft(sum, SHIFTS[round][step % 4]);
        }
        hash[0] += a;
        hash[1] += b;
        hash[2] += c;
        hash[3] += d;
    }

    String finish(ByteOrder machine) {
        long length = count;
        update(new byte[] {(byte) 0x80});
        while (count % BLOCK != BLOCK - 8) {
            update(new byte[1]);
        }
        var last = words();
        last[14] = (int) (length << 3);
        last[15] = (int) (length >> 29);
        transform(last);
        var text = new StringBuilder();
        for (int word : hash) {
            text.append(String.format("%08X", machine == ByteOrder.BIG_ENDIAN ? word : Integer.reverseBytes(word)));
        }
        return text.toString();
    }
}
