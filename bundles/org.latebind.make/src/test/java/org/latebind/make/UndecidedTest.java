package org.latebind.make;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;

/** What is not known stays undecided with its place, and what does not depend on it is known. */
class UndecidedTest {
    /** Nobody knows variables that begin with CONFIG_, what commands write, and the file {@code unknown.mk}. */
    private static final class Host implements MakeHost {
        @Override
        public Included include(String path, boolean required, Position at) {
            return path.equals("unknown.mk")
                    ? new Included.Undecided(new Reason("nobody knows the file", at)) : new Included.Absent();
        }

        @Override
        public Optional<Variable> predefined(String name, Position at) {
            return name.startsWith("CONFIG_")
                    ? Optional.of(Variable.unknown(new Reason("nobody knows " + name, at))) : Optional.empty();
        }

        @Override
        public Value shell(String command, Position at) {
            return Value.undecided(new Reason("nobody runs " + command, at));
        }

        @Override
        public Value wildcard(String pattern, Position at) {
            return Value.undecided(new Reason("nobody looks for " + pattern, at));
        }

        @Override
        public Value absolutePath(String path, Position at) {
            return Value.of("/" + path);
        }

        @Override
        public Value realPath(String path, Position at) {
            return Value.of("/" + path);
        }

        @Override
        public Value file(String path, Position at) {
            return Value.EMPTY;
        }

        @Override
        public Optional<Value> call(String name, List<Value> arguments, MakeEvaluator evaluator, Position at) {
            return name.equals("answered") ? Optional.of(Value.of("by the host")) : Optional.empty();
        }
    }

    private static MakeEvaluator evaluated(String makefile) {
        var evaluator = new MakeEvaluator(new Host(), Limits.DEFAULT);
        evaluator.define("KNOWN_WORD", Value.undecidedWord(new Reason("nobody knows the word", Position.NONE)),
                VariableOrigin.ENVIRONMENT);
        evaluator.evaluate(Makefile.parse(new SourceFile("m", Origin.MODULE), makefile));
        return evaluator;
    }

    /** {@code text}, or {@code ? line: reason <- line: reason}. */
    private static String described(Value value) {
        return switch (value) {
            case Value.Known(var text) -> text;
            case Value.Undecided u -> {
                var text = new StringBuilder("?");
                for (var reason = Optional.of(u.reason()); reason.isPresent(); reason = reason.get().because()) {
                    text.append(text.length() > 1 ? " <- " : " ").append(reason.get().at().line()).append(": ")
                            .append(reason.get().what());
                }
                yield text.toString();
            }
        };
    }

    private static String v(String makefile) {
        return described(evaluated(makefile).value("V"));
    }

    @Test
    void referencesAndFunctionsCarryTheReason() {
        assertEquals("? 2: nobody knows CONFIG_X", v("\nA = $(CONFIG_X)\nB = $(A)\nV := $(strip $(B)) y\n"));
        assertEquals("? 1: nobody runs uname -r", v("A := $(shell uname -r)\nV = /lib/modules/$(A)\n"));
        assertEquals("? 1: nobody looks for *.c", v("V = $(patsubst %.c,%.o,$(wildcard *.c))\n"));
        assertEquals("? 1: nobody runs x", v("A != x\nV := $(foreach a,$(A),$(a).o)\n"));
        assertEquals("? 1: nobody knows CONFIG_F", v("V = $(call $(CONFIG_F),a)\n"));
        assertEquals("? 1: nobody knows CONFIG_X", v("V = $($(CONFIG_X):.c=.o)\n"));
        assertEquals("by the host", v("answered = $(CONFIG_X)\nV = $(call answered,$(CONFIG_X))\n"));
        assertEquals("not used", v("A = $(CONFIG_X)\nV = not used\n"));
    }

    @Test
    void whatBothAnswersMakeIsKnown() {
        assertEquals("same", v("V := $(if $(CONFIG_X),same,same)\n"));
        assertEquals("same", v("ifdef CONFIG_X\nV := same\nelse\nV := same\nendif\n").replaceFirst("^\\?.*", "same"));
        assertEquals("", v("V := $(and $(CONFIG_X),)\n"));
        assertEquals("before", v("V := before\nifdef CONFIG_X\nV := before\nendif\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ifeq ($(CONFIG_X),y)          | ?",
        "ifeq ($(CONFIG_X)-a,y-b)      | no",
        "ifeq (lib/$(CONFIG_X),bin/x)  | no",
        "ifeq ($(KNOWN_WORD),)         | no",
        "ifneq ($(KNOWN_WORD),)        | yes",
        "ifeq ($(strip $(KNOWN_WORD)),)| no",
        "ifdef KNOWN_WORD              | yes",
        "ifndef CONFIG_X               | ?",
        "ifdef $(CONFIG_X)             | ?",
        "ifneq ($(if $(CONFIG_X),a,b),)| yes",
        "ifeq ($(if $(CONFIG_X),a,b),c)| ?",
        "ifneq ($(or $(CONFIG_X),a),)  | yes",
    })
    void conditionsHaveThreeTruths(String condition, String expected) {
        assertEquals(expected, v(condition.strip() + "\nV := yes\nelse\nV := no\nendif\n").replaceFirst("^\\?.*", "?"));
    }

    @Test
    void aBranchThatIsNotDecidedLeavesWhatItSetsUndecided() {
        var because = " <- 2: nobody knows CONFIG_X";
        assertEquals("? 3: 'V' is set under a condition that is not decided" + because,
                v("V := a\nifdef CONFIG_X\nV := b\nendif\n"));
        assertEquals("? 3: 'V' is set under a condition that is not decided" + because,
                v("V := a\nifdef CONFIG_X\nV += b\nendif\nV += c\n"));
        assertEquals("known again", v("\nifdef CONFIG_X\nV := b\nendif\nV := known again\n"));
        assertEquals("first", v("V ?= first\nifdef CONFIG_X\nV ?= b\nendif\n"));
        assertEquals("? 3: 'V' is set under a condition that is not decided" + because,
                v("\nifdef CONFIG_X\ndefine V\nb\nendef\nendif\n"));
        assertEquals("? 3: 'V' is undefined under a condition that is not decided" + because,
                v("V = a\nifdef CONFIG_X\nundefine V\nendif\n"));
        assertEquals("", v("\nifdef CONFIG_X\nelse ifdef NONE\nV := b\nendif\n"));
        assertEquals("taken", v("\nifdef KNOWN_WORD\nV := taken\nelse ifdef CONFIG_X\nV := b\nelse\nV := c\nendif\n"));
    }

    @Test
    void theBranchBehindOneThatIsNotDecidedIsNeither() {
        assertEquals("? 5: 'V' is set under a condition that is not decided <- 2: nobody knows CONFIG_X",
                v("V := a\nifdef CONFIG_X\nW := b\nelse\nV := c\nendif\n"));
    }

    @Test
    void aVariableWhoseNameIsUndecidedMayBeAnyThatFits() {
        var any = "? 1: 'V-$(CONFIG_X)' is set, and which variable that is, is not decided <- 1: nobody knows CONFIG_X";
        assertEquals(any, described(evaluated("V-$(CONFIG_X) := a\n").value("V-y")));
        assertEquals("", described(evaluated("V-$(CONFIG_X) := a\n").value("W-y")));
        assertEquals("", described(evaluated("V-$(CONFIG_X)-z := a\n").value("V-y")));
        assertEquals("later", described(evaluated("V-$(CONFIG_X) := a\nV-y := later\n").value("V-y")));
        assertEquals(any, described(evaluated("V-$(CONFIG_X) := a\nV-y += later\n").value("V-y")));
    }

    @Test
    void anUndecidedTextOrFileMaySetAnything() {
        assertEquals("? 2: text that is not decided is evaluated and may set any variable <- 2: nobody knows CONFIG_X",
                v("V := a\n$(eval $(CONFIG_X))\n"));
        assertEquals("? 2: what 'unknown.mk' sets is not decided <- 2: nobody knows the file",
                v("V := a\ninclude unknown.mk\n"));
        assertEquals("known again", v("-include unknown.mk\nV := known again\n"));
        assertEquals("fixed", described(evaluatedWithFixed("include unknown.mk\n").value("F")));
    }

    private static MakeEvaluator evaluatedWithFixed(String makefile) {
        var evaluator = new MakeEvaluator(new Host(), Limits.DEFAULT);
        evaluator.define("F", Value.of("fixed"), VariableOrigin.COMMAND_LINE);
        evaluator.evaluate(Makefile.parse(new SourceFile("m", Origin.MODULE), makefile));
        return evaluator;
    }

    @Test
    void sideEffectsOfWhatMayNotBeExpandedAreUndecided() {
        assertEquals("? 1: 'V' is set under a condition that is not decided <- 1: nobody knows CONFIG_X",
                v("A := $(if $(CONFIG_X),$(eval V := a))\n"));
        assertEquals("? 1: nobody runs x", v("V := $(origin A)$(shell x)\n"));
        assertEquals(1, evaluated("ifdef CONFIG_X\n$(error stop)\nendif\n").messages().size());
        assertThrows(DiagnosticException.class, () -> evaluated("ifdef KNOWN_WORD\n$(error stop)\nendif\n"));
    }

    @Test
    void linesWhoseMeaningIsUndecidedAreRefused() {
        for (var entry : Map.of(
                "$(CONFIG_X)\n", 1,
                "a: b\nifdef CONFIG_X\nA = 1\nendif\n\tB = 2\n", 5).entrySet()) {
            var refused = assertThrows(DiagnosticException.class, () -> evaluated(entry.getKey())).diagnostic();
            assertEquals("LB1225", refused.code());
            assertEquals(entry.getValue(), refused.where().line());
        }
        assertEquals("recipe", v("V = recipe\nifdef CONFIG_X\na: b\n\tV = no\nelse\nb: c\n\tV = no\nendif\n\n"));
        assertEquals(List.of(), evaluated("$(warning $(CONFIG_X))\n$(if $(CONFIG_X),)\n").rules());
    }
}
