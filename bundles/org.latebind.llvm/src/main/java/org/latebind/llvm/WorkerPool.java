package org.latebind.llvm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Worker processes, started when first needed and used again as long as they live. */
final class WorkerPool implements AutoCloseable {
    private final Path jar;
    private final Optional<Path> natives;
    private final long timeoutSeconds;
    private final Semaphore permits;
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private boolean closed;

    WorkerPool(Path jar, Optional<Path> natives, int workers, long timeoutSeconds) {
        this.jar = jar;
        this.natives = natives;
        this.timeoutSeconds = timeoutSeconds;
        permits = new Semaphore(workers, true);
    }

    Outcome run(Job job) {
        permits.acquireUninterruptibly();
        try {
            var worker = take();
            var outcome = worker.run(job, timeoutSeconds);
            giveBack(worker);
            return outcome;
        } catch (IOException e) {
            return Outcome.failure("LB7509", e.getMessage());
        } finally {
            permits.release();
        }
    }

    /** LLVM's version; starts a worker if there is none. */
    String version() throws IOException {
        var worker = take();
        giveBack(worker);
        return worker.version();
    }

    private WorkerProcess take() throws IOException {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                var worker = idle.pop();
                if (worker.isAlive()) {
                    return worker;
                }
            }
        }
        return new WorkerProcess(jar, natives);
    }

    private void giveBack(WorkerProcess worker) {
        synchronized (idle) {
            if (!closed && worker.isAlive()) {
                idle.push(worker);
                return;
            }
        }
        worker.close();
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(WorkerProcess::close);
            idle.clear();
        }
    }
}
