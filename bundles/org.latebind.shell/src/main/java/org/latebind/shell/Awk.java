package org.latebind.shell;

/** {@code awk}. */
final class Awk {
    private final Call call;

    Awk(Call call) {
        this.call = call;
    }

    int run() {
        throw call.notCovered("that");
    }
}
