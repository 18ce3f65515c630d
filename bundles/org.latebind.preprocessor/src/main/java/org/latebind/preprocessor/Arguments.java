package org.latebind.preprocessor;

import java.util.Arrays;
import org.latebind.token.api.Token;

/** The arguments of one macro use, as written and expanded; reused from use to use. */
final class Arguments {
    Token[] raw = new Token[32];
    int rawEnd;
    /** Number of arguments collected. */
    int count;
    /** Per argument: its first token in {@link #raw}; one more entry for the end. */
    int[] rawStart = new int[16];

    Token[] expanded = new Token[32];
    int expandedEnd;
    int[] expandedStart = new int[16];
    int[] expandedStop = new int[16];
    /** Per argument: replacements by nothing came before its first token. */
    boolean[] afterEmpty = new boolean[16];
    /** Per argument: replacements by nothing left white space at its end. */
    boolean[] spaceAfter = new boolean[16];
    /** The variable argument was left out altogether, which takes a comma before {@code ##} away. */
    boolean variableAbsent;

    void begin() {
        rawEnd = 0;
        expandedEnd = 0;
        count = 0;
        variableAbsent = false;
        rawStart[0] = 0;
    }

    void add(Token token) {
        if (rawEnd == raw.length) {
            raw = Arrays.copyOf(raw, rawEnd * 2);
        }
        raw[rawEnd++] = token;
    }

    void endArgument() {
        count++;
        if (count + 1 >= rawStart.length) {
            int size = rawStart.length * 2;
            rawStart = Arrays.copyOf(rawStart, size);
            expandedStart = Arrays.copyOf(expandedStart, size);
            expandedStop = Arrays.copyOf(expandedStop, size);
            afterEmpty = Arrays.copyOf(afterEmpty, size);
            spaceAfter = Arrays.copyOf(spaceAfter, size);
        }
        rawStart[count] = rawEnd;
    }

    int rawLength(int index) {
        return rawStart[index + 1] - rawStart[index];
    }

    void addExpanded(Token token) {
        if (expandedEnd == expanded.length) {
            expanded = Arrays.copyOf(expanded, expandedEnd * 2);
        }
        expanded[expandedEnd++] = token;
    }
}
