package org.latebind.preprocessor;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to undo what was done, step by step. */
final class Journal {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    void undo(Runnable step) {
        steps.push(step);
    }

    /** Undoes the last step first. */
    void rollBack() {
        steps.forEach(Runnable::run);
        steps.clear();
    }
}
