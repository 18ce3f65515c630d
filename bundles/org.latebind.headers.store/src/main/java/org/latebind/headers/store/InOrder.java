package org.latebind.headers.store;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Work that several processors do at once, and whose results are used in the order it was given. */
final class InOrder<T> {
    /** Uses a result; called by the thread that gives the work. */
    interface Use<T> {
        void accept(T result) throws IOException;
    }

    /** How much may be under way: bounds the memory of results that wait for their turn. */
    private static final int AHEAD = 4 * Runtime.getRuntime().availableProcessors();

    private final Deque<CompletableFuture<T>> underWay = new ArrayDeque<>();
    private final Use<T> use;

    InOrder(Use<T> use) {
        this.use = use;
    }

    void add(Supplier<T> work) throws IOException {
        underWay.add(CompletableFuture.supplyAsync(work));
        if (underWay.size() > AHEAD) {
            useNext();
        }
    }

    void finish() throws IOException {
        while (!underWay.isEmpty()) {
            useNext();
        }
    }

    private void useNext() throws IOException {
        try {
            use.accept(underWay.remove().join());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
