package org.latebind.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.Plan;
import org.latebind.pipeline.Fakes.Code;
import org.latebind.pipeline.Fakes.Source;
import org.latebind.pipeline.Fakes.Tree;

class PlannerTest {
    private final Fakes fakes = Fakes.usual();

    @Test
    void aVariableOfAnOptionMayBeAnything() {
        var fakes = Fakes.usual();
        assertTrue(fakes.plan(Fakes.convert(), "arch=one", "speed=strcpy,simple_strtol (x)").isPresent());
        assertTrue(fakes.plan(Fakes.convert(), "arch=one)(x").isEmpty());
        assertEquals("LB9007", fakes.reported.getLast().code());
        assertEquals(Set.of("arch", "speed"), Fakes.convert().variables());
    }

    @Test
    void variablesChooseTheBackend() {
        assertEquals(List.of("front", "back.two"), bundles(fakes.plan(Fakes.convert(), "arch=two")));
    }

    @Test
    void aMissingProviderIsNamed() {
        assertFails("LB9003", "missing capability: latebind.pass; filter:=\"(&(name=emit)(arch=three))\"",
                fakes.plan(Fakes.convert(), "arch=three"));
        assertTrue(fakes.reported.get(0).help().orElseThrow().contains("back.one for arch one"));
    }

    @Test
    void severalProvidersAreAmbiguous() {
        fakes.add("parse", "other", "1.0.0", "", List.of(Source.class), List.of(Tree.class), c -> {});
        assertFails("LB9004",
                "ambiguous capability: latebind.pass; filter:=\"(name=parse)\" is provided by "
                        + "'parse' of front and 'parse' of other",
                fakes.plan(Fakes.convert(), "arch=one"));
    }

    @Test
    void aHigherRankingDecides() {
        fakes.add(10, "parse", "other", "1.0.0", "", List.of(Source.class), List.of(Tree.class), c -> {});
        assertEquals(List.of("other", "back.one"), bundles(fakes.plan(Fakes.convert(), "arch=one")));
    }

    @Test
    void theNewerRevisionServesTheNextRun() {
        fakes.add("parse", "front", "1.10.0", "", List.of(Source.class), List.of(Tree.class), c -> {});
        fakes.add("parse", "front", "1.9.0", "", List.of(Source.class), List.of(Tree.class), c -> {});
        var plan = fakes.plan(Fakes.convert(), "arch=one").orElseThrow();
        assertEquals("1.10.0", plan.passes().get(0).version());
    }

    @Test
    void aPassMustGetWhatItConsumes() {
        var pipeline = PipelineParser.parse("p", "input Source\npass emit (arch=one)\n");
        assertFails("LB9005", "pass 'emit' consumes " + Tree.class.getName()
                + ", which is not an input and which no earlier pass produces", fakes.plan(pipeline));
        assertEquals(Optional.of("produced by: parse"), fakes.reported.get(0).help());
    }

    @Test
    void anOutputMustBeProduced() {
        var pipeline = PipelineParser.parse("p", "input Source\noutput Code\npass parse\n");
        assertFails("LB9006", "no pass of pipeline 'p' produces its output Code", fakes.plan(pipeline));
    }

    @Test
    void aPlanEndsWhereItsResultIs() {
        var plan = fakes.plan(Fakes.convert(), Optional.of(Tree.class), "arch=nowhere");
        assertEquals(List.of("front"), bundles(plan));
    }

    @Test
    void whatNoPassProducesCannotBeTheEnd() {
        assertFails("LB9011", "no pass of pipeline 'convert' produces String",
                fakes.plan(Fakes.convert(), Optional.of(String.class), "arch=one"));
    }

    @Test
    void aVariableWithoutValueIsTold() {
        assertFails("LB9007", "the pipeline's variable 'arch' has no value", fakes.plan(Fakes.convert()));
    }

    @Test
    void aValueCannotChangeTheFilter() {
        assertFails("LB9007", "'*' cannot be the value of variable 'arch'", fakes.plan(Fakes.convert(), "arch=*"));
    }

    @Test
    void aPassMaySlotInBetween() {
        fakes.add("harden", "mine", "1.0.0", "", List.of(Tree.class), List.of(Tree.class), c -> {});
        var pipeline = PipelineParser.parse("p", """
                input Source
                output Code
                pass parse
                pass harden
                pass emit (arch=one) speed=fast
                """);
        assertEquals(List.of("front", "mine", "back.one"), bundles(fakes.plan(pipeline)));
    }

    private void assertFails(String code, String message, Optional<Plan> plan) {
        assertTrue(plan.isEmpty());
        assertEquals(code, fakes.reported.get(0).code());
        assertEquals(message, fakes.reported.get(0).message());
    }

    private static List<String> bundles(Optional<Plan> plan) {
        return plan.orElseThrow().passes().stream().map(PassDescription::bundle).toList();
    }
}
