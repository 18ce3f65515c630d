package org.latebind.make;

/** What an evaluation has used up of its {@link Limits}. */
final class Budget {
    /** A step costs something even where it has no text: variables that name each other twice double their number. */
    private static final int TOLL = 100;

    /** Thrown where a bound is passed. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exhausted(String message) {
            super(message, null, false, false);
        }
    }

    private final Limits limits;
    private int depth;
    private long work;
    private int files;

    Budget(Limits limits) {
        this.limits = limits;
    }

    void enter() {
        spend(TOLL);
        if (++depth > limits.depth()) {
            depth--;
            throw new Exhausted("expands without an end");
        }
    }

    void leave() {
        depth--;
    }

    void spend(long characters) {
        work += characters;
        if (work > limits.work()) {
            throw new Exhausted("takes more work than " + limits.work() + " characters");
        }
    }

    void file() {
        if (++files > limits.files()) {
            throw new Exhausted("includes more than " + limits.files() + " files");
        }
    }

    void length(long characters) {
        if (characters > limits.text()) {
            throw new Exhausted("expands to more than " + limits.text() + " characters");
        }
    }
}
