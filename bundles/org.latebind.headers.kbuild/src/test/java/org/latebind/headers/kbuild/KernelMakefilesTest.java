package org.latebind.headers.kbuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.DiagnosticException;

class KernelMakefilesTest {
    private static String flags(String makefile) {
        return evaluated(makefile).expand("$(FLAGS)");
    }

    private static KernelMakefiles evaluated(String makefile, String... files) {
        var others = Map.of("Makefile", makefile, "other", files.length > 0 ? files[0] : "");
        var makefiles = new KernelMakefiles(path -> Optional.ofNullable(others.get(path)));
        makefiles.fix("CONFIG_X", "y");
        makefiles.fix("CONFIG_GCC_VERSION", "120200");
        makefiles.read("Makefile");
        return makefiles;
    }

    @Test
    void assignmentsOfEachFlavor() {
        assertEquals("-a -b", flags("FLAGS := -a\nFLAGS += -b\n"));
        assertEquals("late", flags("FLAGS = $(V)\nV := late\n"));
        assertEquals("", flags("FLAGS := $(V)\nV := late\n"));
        assertEquals("first", flags("FLAGS ?= first\nFLAGS ?= second\n"));
        assertEquals("kept", flags("override FLAGS := kept\nexport FLAGS\n"));
    }

    @Test
    void conditionalsNestAndElse() {
        assertEquals("yes", flags("ifdef CONFIG_X\nFLAGS := yes\nelse\nFLAGS := no\nendif\n"));
        assertEquals("third", flags("""
                ifeq ($(CONFIG_X),m)
                FLAGS := first
                else ifndef CONFIG_X
                FLAGS := second
                else ifneq "$(CONFIG_X)" "m"
                FLAGS := third
                else
                FLAGS := fourth
                endif
                """));
        assertEquals("outer", flags("FLAGS := outer\nifdef NONE\nifdef CONFIG_X\nFLAGS := inner\nelse\nFLAGS := x\nendif\nendif\n"));
    }

    @Test
    void namesOfVariablesAreExpanded() {
        assertEquals("-strong", flags("f-$(CONFIG_X) := -strong\nf-$(CONFIG_NONE) := -none\nFLAGS := $(f-y)\n"));
    }

    @Test
    void tabsBelongToRecipesOnlyAfterRules() {
        assertEquals("-q", flags("\tFLAGS := -q\nall: x\n\tFLAGS := recipe\n"));
        assertEquals("-q", flags("all: x\n\tFLAGS := recipe\nV := 1\n\tFLAGS := -q\n"));
    }

    @Test
    void functionsOnText() {
        assertEquals("-b -d", flags("FLAGS := $(filter-out -a -c%,-a -b -cc -d)\n"));
        assertEquals("x.o y.o", flags("FLAGS := $(patsubst %.c,%.o,x.c y.c)\n"));
        assertEquals("x.o y.o", flags("S := x.c y.c\nFLAGS := $(S:.c=.o)\n"));
        assertEquals("no", flags("FLAGS := $(if $(NONE),yes,no)\n"));
        assertEquals("-Ia -Ib", flags("FLAGS := $(addprefix -I,a b)\n"));
        assertEquals("1-a 1-b", flags("FLAGS := $(foreach v,a b,1-$(v))\n"));
    }

    @Test
    void commasOfTheLastArgumentArePartOfIt() {
        assertEquals("-Wa,-x", flags("FLAGS := $(strip  -Wa,-x )\n"));
        assertEquals("-Wl,a -Wl,b", flags("FLAGS := $(foreach v,a b,-Wl,$(v))\n"));
        assertEquals("-Wa,-y", flags("FLAGS := $(if $(NONE),x,-Wa,-y)\n"));
        assertEquals("-Wa,-z", flags("FLAGS := $(filter-out -a,-a -Wa,-z)\n"));
        assertEquals("-Wl,-b", flags("FLAGS := $(subst a,b,-Wl,-a)\n"));
    }

    @Test
    void callsOfUserFunctionsAndOfQuestionsToTheCompiler() {
        assertEquals("b-a", flags("swap = $(2)-$(1)\nFLAGS := $(call swap,a,b)\n"));
        assertEquals("-new", flags("FLAGS := $(call cc-option,-new,-old)\n"));
        assertEquals("y", flags("FLAGS := $(call try-run,$(LD) -m x \"$$TMP\",y,n)\n"));
        assertEquals("-twelve", flags("f-$(call gcc-min-version, 110000) := -twelve\nf-$(call gcc-min-version, 130000) := -no\nFLAGS := $(f-y)\n"));
    }

    @Test
    void linesContinueAndCommentsEnd() {
        assertEquals("-a -b ", flags("FLAGS := -a \\\n\t-b # not -c\n"));
        assertEquals("#", flags("FLAGS := \\#\n"));
    }

    @Test
    void includesAreReadAndMissingOnesTold() {
        assertEquals("-o", evaluated("include other\n", "FLAGS := -o\n").expand("$(FLAGS)"));
        var makefiles = new KernelMakefiles(path -> path.equals("Makefile")
                ? Optional.of("include gone\n-include also-gone\n") : Optional.empty());
        makefiles.read("Makefile");
        assertEquals(new TreeSet<>(java.util.Set.of("gone")), makefiles.missing());
    }

    @Test
    void definesEnd() {
        assertEquals("-a", flags("define D\nFLAGS := -wrong\nendef\nFLAGS := -a\n"));
    }

    @Test
    void whatHasNoEndIsRefused() {
        for (var makefile : List.of(
                "A = $(B)\nB = $(A)\nFLAGS := $(A)\n",
                "A := aaaaaaaaaaaaaaaa\n" + "A := $(A)$(A)\n".repeat(20),
                "A := aaaaaaaaaaaaaaaa\n" + "A += $(A)\n".repeat(20),
                "include Makefile\n")) {
            assertEquals("LB5011", assertThrows(DiagnosticException.class, () -> flags(makefile)).diagnostic().code());
        }
    }
}
