package org.latebind.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.pass.api.ArtifactKey;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.Pipeline;
import org.latebind.pass.api.RunRequest;
import org.latebind.pass.api.RunResult;
import org.latebind.pass.api.RunResult.Outcome;
import org.latebind.pass.api.RunResult.PassReport;
import org.latebind.pipeline.LeasedPlan.LeasedStage;

/** Runs the stages of a plan, one after the other, and turns whatever happens into a result. */
final class PassRun {
    /** C nests deeper than a default stack; only what is touched is ever allocated. */
    private static final long STACK_BYTES = 64L << 20;

    private final Pipeline pipeline;
    private final List<LeasedStage> stages;
    private final PrinterLookup printers;
    private final RunRequest request;
    private final RunState state;
    private final List<PassReport> reports = new ArrayList<>();
    private volatile Outcome outcome = Outcome.INTERNAL_ERROR;

    PassRun(Pipeline pipeline, List<LeasedStage> stages, PrinterLookup printers, RunRequest request) {
        this.pipeline = pipeline;
        this.stages = stages;
        this.printers = printers;
        this.request = request;
        state = new RunState(request);
    }

    RunResult run() {
        var worker = new Thread(null, () -> outcome = runStages(), "latebind-" + pipeline.name(), STACK_BYTES);
        worker.start();
        boolean interrupted = false;
        while (true) {
            try {
                worker.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                state.cancel();
                worker.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return new RunResult(
                outcome, state.reported(), state.suppressed(), reports, state.artifacts(), state::line);
    }

    private Outcome runStages() {
        var checked = checkRequest();
        if (checked.isPresent()) {
            state.report(checked.get());
            return Outcome.BAD_INPUT;
        }
        for (var stage : stages) {
            var ended = runStage(stage);
            if (ended != Outcome.OK) {
                return ended;
            }
        }
        return Outcome.OK;
    }

    private Optional<Diagnostic> checkRequest() {
        var given = request.inputs().keySet().stream().map(key -> key.type().getName()).toList();
        for (var input : pipeline.inputs()) {
            if (given.stream().noneMatch(g -> g.equals(input) || g.endsWith("." + input) || g.endsWith("$" + input))) {
                return Optional.of(Diagnostic.error("LB9013",
                        "pipeline '" + pipeline.name() + "' needs an input of type " + input));
            }
        }
        var unknown = new TreeSet<>(request.dumpAfter());
        stages.forEach(s -> unknown.remove(s.lease().description().name()));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(Diagnostic.error("LB9014", "no pass '" + unknown.first() + "' to dump after")
                        .withHelp("passes of this run: " + String.join(", ",
                                stages.stream().map(s -> s.lease().description().name()).toList())));
    }

    private Outcome runStage(LeasedStage stage) {
        var pass = stage.lease().description();
        state.enter(stage.options());
        request.progress().report(pass.name(), 0, 0);
        long start = System.nanoTime();
        var ended = callPass(stage);
        reports.add(state.report(pass, System.nanoTime() - start));
        if (ended == Outcome.OK) {
            ended = checkProduced(pass);
        }
        if (request.dumpAfter().contains(pass.name())) {
            state.produced().forEach((key, value) -> dump(pass.name(), key, value));
        }
        return ended;
    }

    private Outcome callPass(LeasedStage stage) {
        var name = stage.lease().description().name();
        try {
            state.checkCanceled();
            stage.lease().pass().run(state);
            return state.failed() ? Outcome.REFUSED : Outcome.OK;
        } catch (DiagnosticException e) {
            state.report(e.diagnostic());
            return e.isBadInput() ? Outcome.BAD_INPUT : Outcome.REFUSED;
        } catch (CancellationException e) {
            state.report(Diagnostic.error("LB9009", "canceled in pass '" + name + "'"));
            return Outcome.CANCELLED;
        } catch (StackOverflowError e) {
            state.report(Diagnostic.error("LB9015", "the input is nested too deeply for pass '" + name + "'"));
            return Outcome.REFUSED;
        } catch (OutOfMemoryError e) {
            state.report(Diagnostic.error("LB9016", "not enough memory for pass '" + name + "'")
                    .withHelp("give Java more, for instance JAVA_TOOL_OPTIONS=-Xmx4g"));
            return Outcome.BAD_INPUT;
        } catch (RuntimeException | LinkageError | AssertionError e) {
            System.getLogger(PassRun.class.getName()).log(
                    System.Logger.Level.DEBUG, "pass '" + name + "' failed", e);
            state.report(internal(name, e));
            return Outcome.INTERNAL_ERROR;
        }
    }

    private static Diagnostic internal(String pass, Throwable failure) {
        var at = failure.getStackTrace().length == 0 ? "" : " at " + failure.getStackTrace()[0];
        return Diagnostic.error("LB9008", "internal error in pass '" + pass + "': " + failure + at)
                .withHelp("this is a bug in Latebind; please report it with the input; nothing was written");
    }

    private Outcome checkProduced(PassDescription pass) {
        var there = state.artifacts().keySet().stream().map(key -> key.type().getName()).toList();
        for (var type : pass.produces()) {
            if (!there.contains(type)) {
                state.report(Diagnostic.error("LB9010",
                        "internal error: pass '" + pass.name() + "' of " + pass.bundle() + " did not produce " + type));
                return Outcome.INTERNAL_ERROR;
            }
        }
        return Outcome.OK;
    }

    private void dump(String pass, ArtifactKey<?> key, Object artifact) {
        var printer = printers.printer(key.type());
        if (printer.isEmpty()) {
            state.report(Diagnostic.warning("LB9012", org.latebind.diagnostics.api.Position.NONE,
                    "no printer is deployed for " + key.type().getName()));
            return;
        }
        request.dumps().dump(pass, key, print(printer.get(), artifact));
    }

    private static <T> String print(ArtifactPrinter<T> printer, Object artifact) {
        var out = new StringBuilder();
        try {
            printer.print(printer.type().cast(artifact), Optional.empty(), out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // a StringBuilder throws none
        }
        return out.toString();
    }
}
