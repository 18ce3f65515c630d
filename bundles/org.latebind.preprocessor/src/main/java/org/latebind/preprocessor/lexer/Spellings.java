package org.latebind.preprocessor.lexer;

import java.util.Arrays;

/** Strings for runs of text, each spelling made once. */
final class Spellings {
    private String[] table = new String[256];
    private int count;

    String of(char[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        int mask = table.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (true) {
            var known = table[slot];
            if (known == null) {
                return add(slot, new String(text, start, end - start));
            }
            if (known.hashCode() == hash && matches(known, text, start, end)) {
                return known;
            }
            slot = slot + 1 & mask;
        }
    }

    private static boolean matches(String known, char[] text, int start, int end) {
        int length = end - start;
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != text[start + i]) {
                return false;
            }
        }
        return true;
    }

    private String add(int slot, String spelling) {
        table[slot] = spelling;
        if (++count * 2 > table.length) {
            grow();
        }
        return spelling;
    }

    private void grow() {
        var old = table;
        table = Arrays.copyOf(new String[0], old.length * 4);
        int mask = table.length - 1;
        for (var spelling : old) {
            if (spelling != null) {
                int hash = spelling.hashCode();
                int slot = (hash ^ hash >>> 15) & mask;
                while (table[slot] != null) {
                    slot = slot + 1 & mask;
                }
                table[slot] = spelling;
            }
        }
    }
}
