package org.latebind.launcher;

/** Entry point where every bundle that commands use is on the class path. */
public final class CommandMain {
    private CommandMain() {}

    /** As {@link Main#main}. */
    public static void main(String[] words) {
        Main.main(words, true);
    }
}
