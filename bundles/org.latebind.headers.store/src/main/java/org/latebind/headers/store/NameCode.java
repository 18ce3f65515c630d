package org.latebind.headers.store;

/** How an event log names a spelling: one that all blocks share, one of its block, one of its own section. */
final class NameCode {
    private static final int KINDS = 3;

    private NameCode() {}

    static int shared(int index) {
        return index * KINDS;
    }

    static int local(int index) {
        return index * KINDS + 1;
    }

    static int extra(int index) {
        return index * KINDS + 2;
    }

    static boolean isShared(int code) {
        return code % KINDS == 0;
    }

    static boolean isLocal(int code) {
        return code % KINDS == 1;
    }

    static int index(int code) {
        return code / KINDS;
    }
}
