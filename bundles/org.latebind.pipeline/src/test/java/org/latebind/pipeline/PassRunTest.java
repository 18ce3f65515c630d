package org.latebind.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.RunRequest;
import org.latebind.pass.api.RunResult;
import org.latebind.pass.api.RunResult.Outcome;
import org.latebind.pipeline.Fakes.Code;
import org.latebind.pipeline.Fakes.Source;
import org.latebind.pipeline.Fakes.Tree;

class PassRunTest {
    private static final RunRequest REQUEST = RunRequest.empty().with(Source.class, new Source("x"));

    private final Fakes fakes = Fakes.usual();

    @Test
    void artifactsFlowThroughThePasses() {
        var result = run(REQUEST);
        assertEquals(Outcome.OK, result.outcome());
        assertEquals(Optional.of(new Code("one(x)slow")), result.artifact(Code.class));
        assertEquals(List.of("parse", "emit"), result.passes().stream().map(p -> p.pass().name()).toList());
    }

    @Test
    void whatAPassMadeIsDumped() {
        var dumps = new ArrayList<String>();
        run(REQUEST.dumping(Set.of("parse"), (pass, key, text) -> dumps.add(pass + " " + key + ": " + text)));
        assertEquals(List.of("parse Tree: tree (x)\n"), dumps);
    }

    @Test
    void dumpingAfterAnUnknownPassIsRefused() {
        var result = run(REQUEST.dumping(Set.of("pars"), (pass, key, text) -> {}));
        assertEquals(Outcome.BAD_INPUT, result.outcome());
        assertEquals("LB9014", code(result));
        assertEquals(Optional.of("passes of this run: parse, emit"), result.diagnostics().get(0).help());
    }

    @Test
    void whatNothingPrintsIsNotDumped() {
        var result = run(REQUEST.dumping(Set.of("emit"), (pass, key, text) -> {}));
        assertEquals(Outcome.OK, result.outcome());
        assertEquals("LB9012", code(result));
    }

    @Test
    void aMissingInputIsRefused() {
        var result = run(RunRequest.empty());
        assertEquals(Outcome.BAD_INPUT, result.outcome());
        assertEquals("LB9013", code(result));
    }

    @Test
    void aReportedErrorEndsTheRunAfterThePass() {
        check(c -> {
            c.diagnostics().report(Diagnostic.error("LB4001", "wrong"));
            c.count("seen", 2);
        }, Outcome.REFUSED, "LB4001", "wrong");
    }

    @Test
    void badInputIsToldFromRefusal() {
        check(c -> {
            throw DiagnosticException.badInput(Diagnostic.error("LB1001", "torn"));
        }, Outcome.BAD_INPUT, "LB1001", "torn");
    }

    @Test
    void aFaultOfAPassIsNoStackTrace() {
        check(c -> {
            throw new IllegalStateException("oops");
        }, Outcome.INTERNAL_ERROR, "LB9008", "internal error in pass 'lint': java.lang.IllegalStateException: oops at ");
    }

    @Test
    void tooDeepNestingIsTold() {
        check(c -> recurse(0, 0, 0, 0, 0, 0, 0, 0), Outcome.REFUSED, "LB9015",
                "the input is nested too deeply for pass 'lint'");
    }

    @Test
    void tooLittleMemoryIsNotAFaultOfAPass() {
        check(c -> {
            throw new OutOfMemoryError("as if");
        }, Outcome.BAD_INPUT, "LB9016", "not enough memory for pass 'lint'");
    }

    @Test
    void aCanceledRunEnds() {
        var result = run(REQUEST.canceledWhen(() -> true));
        assertEquals(Outcome.CANCELLED, result.outcome());
        assertEquals("LB9009", code(result));
    }

    @Test
    void aPassThatDoesNotKeepItsPromiseIsNamed() {
        fakes.add(5, "parse", "lazy", "1.0.0", "", List.of(Source.class), List.of(Tree.class), c -> {});
        var result = run(REQUEST);
        assertEquals(Outcome.INTERNAL_ERROR, result.outcome());
        assertEquals("LB9010", code(result));
        assertTrue(result.diagnostics().get(0).message().contains("'parse' of lazy did not produce"));
    }

    @Test
    void countersAndPartsAreKeptByPass() {
        fakes.add(5, "parse", "other", "1.0.0", "", List.of(Source.class), List.of(Tree.class), c -> {
            try (var part = c.time("lex")) {
                c.count("tokens", 3);
                c.count("tokens", 4);
            }
            c.put(Tree.class, new Tree(""));
        });
        var report = run(REQUEST).passes().get(0);
        assertEquals(7, report.counters().get("tokens"));
        assertTrue(report.parts().get("lex") <= report.nanos());
    }

    @Test
    void aProviderThatGoesWaitsForTheRun() throws Exception {
        var inside = new CountDownLatch(1);
        var proceed = new CountDownLatch(1);
        var slow = fakes.add(5, "parse", "slow", "1.0.0", "", List.of(Source.class), List.of(Tree.class), c -> {
            inside.countDown();
            await(proceed);
            c.put(Tree.class, new Tree("slow"));
        });
        var result = CompletableFuture.supplyAsync(() -> run(REQUEST));
        await(inside);
        slow.gate().close();
        assertFalse(slow.gate().awaitEmpty(Duration.ofMillis(50)), "drained although a run is inside");
        assertTrue(fakes.plan(Fakes.convert(), "arch=one").isEmpty(), "leased a provider that is going");
        proceed.countDown();
        assertTrue(slow.gate().awaitEmpty(Duration.ofSeconds(10)));
        assertEquals(Optional.of(new Code("oneslowslow")), result.get(10, TimeUnit.SECONDS).artifact(Code.class));
    }

    private void check(Pass lint, Outcome outcome, String code, String message) {
        fakes.add("lint", "lint", "1.0.0", "", List.of(Source.class), List.of(), lint);
        var pipeline = PipelineParser.parse("p", "input Source\npass lint\npass parse\n");
        try (var plan = fakes.plan(pipeline).orElseThrow()) {
            var result = plan.run(REQUEST);
            assertEquals(outcome, result.outcome());
            assertEquals(code, code(result));
            var text = result.diagnostics().get(0).message();
            assertTrue(text.startsWith(message), text);
            assertEquals(1, result.passes().size(), "the next pass ran");
        }
    }

    private static String code(RunResult result) {
        return result.diagnostics().get(0).code();
    }

    private RunResult run(RunRequest request) {
        try (var plan = fakes.plan(Fakes.convert(), "arch=one").orElseThrow()) {
            return plan.run(request);
        }
    }

    /** Wide frames fill the stack with few calls, and unwinding takes its time by the call. */
    private static long recurse(long a, long b, long c, long d, long e, long f, long g, long h) {
        return recurse(a + 1, b + 1, c + 1, d + 1, e + 1, f + 1, g + 1, h + 1) + a + b + c + d + e + f + g + h;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
