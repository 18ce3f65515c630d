package org.latebind.ir;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs what follows a tree downwards where there is stack enough: C nests deeper than a default stack. */
final class DeepStack {
    /** For {@link NodeParser#DEEPEST} levels; only what is touched is ever allocated. */
    private static final long BYTES = 64L << 20;

    private DeepStack() {}

    static <T> T call(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        var thread = new Thread(null, task, "latebind-ir", BYTES);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException expected ? expected : new IllegalStateException(failure);
    }
}
