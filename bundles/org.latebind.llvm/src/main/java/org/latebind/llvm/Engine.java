package org.latebind.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticInfoRef;
import org.bytedeco.llvm.LLVM.LLVMFatalErrorHandler;

/**
 * LLVM, loaded. Each job has a context of its own, so jobs on different threads do not meet.
 */
final class Engine {
    /** LLVM recurses over expressions and blocks; a Java thread's usual stack is small for that. */
    private static final long STACK_BYTES = 256L << 20;

    private final ThreadLocal<List<Outcome.Message>> reported = new ThreadLocal<>();

    // LLVM holds on to these: they must live as long as it does.
    private final LLVMDiagnosticHandler diagnosticHandler;
    private final LLVMFatalErrorHandler fatalErrorHandler;

    /**
     * Prepares LLVM; {@link Natives} must have been loaded.
     *
     * @param onFatalError what to do with LLVM's last words; LLVM ends the process when it returns
     */
    Engine(Consumer<String> onFatalError) {
        LLVMInitializeAllTargetInfos();
        LLVMInitializeAllTargets();
        LLVMInitializeAllTargetMCs();
        LLVMInitializeAllAsmPrinters();
        LLVMInitializeAllAsmParsers();
        diagnosticHandler = new LLVMDiagnosticHandler() {
            @Override
            public void call(LLVMDiagnosticInfoRef info, Pointer ignored) {
                report(info);
            }
        };
        fatalErrorHandler = new LLVMFatalErrorHandler() {
            @Override
            public void call(BytePointer reason) {
                onFatalError.accept(reason.getString());
            }
        };
        LLVMInstallFatalErrorHandler(fatalErrorHandler);
    }

    String version() {
        var major = new int[1];
        var minor = new int[1];
        var patch = new int[1];
        LLVMGetVersion(major, minor, patch);
        return major[0] + "." + minor[0] + "." + patch[0];
    }

    /** Carries out a job on a thread with a stack that is deep enough. */
    Outcome run(Job job) {
        var task = new FutureTask<>(() -> runHere(job));
        var thread = new Thread(null, task, "llvm", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                return task.get();
            } catch (InterruptedException e) {
                // LLVM cannot be stopped half-way; whoever interrupted learns of it afterwards.
                interrupted = true;
            } catch (ExecutionException e) {
                return Outcome.failure("LB7508", "code generation failed: " + e.getCause());
            } finally {
                if (interrupted && task.isDone()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private Outcome runHere(Job job) {
        var messages = new ArrayList<Outcome.Message>();
        reported.set(messages);
        var context = LLVMContextCreate();
        try {
            LLVMContextSetDiagnosticHandler(context, diagnosticHandler, null);
            return new ModuleRun(context, job, messages).run();
        } finally {
            LLVMContextDispose(context);
            reported.remove();
        }
    }

    private void report(LLVMDiagnosticInfoRef info) {
        int severity = LLVMGetDiagInfoSeverity(info);
        if (severity != LLVMDSError && severity != LLVMDSWarning) {
            return;
        }
        var text = LLVMGetDiagInfoDescription(info);
        var messages = reported.get();
        if (messages != null) {
            messages.add(new Outcome.Message(
                    severity == LLVMDSError, "LB7504", text.getString().strip(), "", -1));
        }
        LLVMDisposeMessage(text);
    }
}
