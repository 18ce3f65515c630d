package org.latebind.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;

/** Which modules, units and flags a makefile has, and what of it is refused, with its line. */
class ModuleMakefileTest {
    @TempDir
    private Path folder;

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ModulePlan> modules(String makefile) throws IOException {
        Files.writeString(folder.resolve("Makefile"), makefile);
        return ModuleMakefile.modules(folder, "Makefile", ModuleMakefileTest::read);
    }

    /** {@code name: object(-I...) ...; ...}. */
    private String plan(String makefile) throws IOException {
        return modules(makefile).stream().map(module -> module.name() + ": "
                + module.units().stream().map(ModuleMakefileTest::unit).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private static String unit(UnitPlan unit) {
        var flags = unit.includeFolders().stream().map(f -> "-I" + f).collect(Collectors.joining(" "))
                + unit.macros().stream().map(m -> " -D" + m.name() + m.value().map(v -> "=" + v).orElse(" undefined"))
                        .collect(Collectors.joining());
        return unit.object() + (flags.isEmpty() ? "" : "(" + flags.strip() + ")");
    }

    private Diagnostic refusal(String makefile) {
        return assertThrows(DiagnosticException.class, () -> modules(makefile), makefile).diagnostic();
    }

    @Test
    void modulesAndTheirUnits() throws IOException {
        assertEquals("drv: drv", plan("obj-m := drv.o\n"));
        assertEquals("a-b: main sub/io; c: c", plan("obj-m += a-b.o\na-b-y := main.o ./sub/io.o\nobj-m += c.o\n"));
        assertEquals("drv: a b", plan("drv-objs := a.o\ndrv-y += b.o\nobj-m := drv.o\n"));
        assertEquals("one: src/one", plan("obj-m := src/one.o\n"));
    }

    @Test
    void flagsOfAllUnitsAndOfOne() throws IOException {
        assertEquals("drv: a(-Iinc -DX=1 -DN=1) b(-Iinc -DX=1)", plan("""
                obj-m := drv.o
                drv-objs := a.o b.o
                ccflags-y := -I$(src)/inc -DX -Wall -O2
                CFLAGS_a.o := -DN=1
                """));
        assertEquals("drv: drv(-DA=\"a b\" -DB=\"c\" -DU undefined)",
                plan("obj-m := drv.o\nccflags-y += -DA='\"a b\"' -D\"B=\\\"c\\\"\" -UU\n"));
    }

    @Test
    void aFileIsReadAsKbuildReadsIt() throws IOException {
        assertEquals("drv: drv", plan("""
                ifneq ($(KERNELRELEASE),)
                \tobj-m := drv.o
                else
                KDIR ?= /lib/modules/$(shell uname -r)/build
                all:
                \t$(MAKE) -C $(KDIR) M=$(CURDIR) modules
                endif
                """));
        assertEquals("drv: drv(-DL=1 -DE=9)", plan("""
                NAME := drv
                L = 1
                SAVED := -DL=$(L)
                L = 2
                ccflags-y := $(SAVED)
                $(foreach l,9,$(eval ccflags-y += -DE=$(l)))
                define never
                ccflags-y += -DWRONG
                endef
                export CONFIG_DRV = m
                obj-$(CONFIG_DRV) := $(NAME).o
                """));
    }

    @Test
    void includedFilesOfTheModuleAreRead() throws IOException {
        Files.writeString(folder.resolve("files.mk"), "drv-y += extra.o\n");
        assertEquals("drv: main extra",
                plan("obj-m := drv.o\ndrv-y := main.o\ninclude $(src)/files.mk\n-include $(M)/none.mk\n"));
        Files.writeString(folder.resolve("files.mk"), "\n$(error wrong kernel)\n");
        assertEquals("files.mk:2:1", refusal("obj-m := drv.o\ninclude $(src)/files.mk\n").where().toString());
        assertEquals("LB1222", refusal("obj-m := drv.o\ninclude $(src)/none.mk\n").code());
    }

    @Test
    void whatNothingDependsOnMayBeUndecided() throws IOException {
        assertEquals("drv: drv",
                plan("KVER := $(shell uname -r)\nifeq ($(CONFIG_X),y)\nY := 1\nendif\nobj-m := drv.o\n"));
        assertEquals("drv: drv", plan("obj-m := drv.o\nifdef CONFIG_X\nobj-m := drv.o\nendif\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "obj-$(CONFIG_X) += more.o | 2",
        "drv-$(CONFIG_X) += x.o | 2",
        "ccflags-$(CONFIG_X) += -DX | 2",
        "ccflags-y += $(shell test -e x && echo -DX) | 2",
        "ccflags-y += $(call cc-option,-DX) | 2",
        "KBUILD_CFLAGS += -DX | 2",
        "LINUXINCLUDE := -I$(src)/inc $(LINUXINCLUDE) | 2",
        "NOSTDINC_FLAGS := -I$(src)/compat | 2",
        "CFLAGS_REMOVE_drv.o := -pg | 2",
        "drv.o: ccflags-y += -DX | 2",
        "$(obj)/drv.o: CFLAGS_drv.o := -DX | 2",
        "include $(srctree)/x.mk | 2",
        "include x.mk | 2",
        "obj-y := sub/ | 2",
        "obj-m += sub/ | 2",
        "subdir-m := sub | 2",
        "obj-m += drv | 2",
        "HAVE != echo -DX%ccflags-y += $(HAVE) | 2",
        "ifdef CONFIG_X%ccflags-y += -DX%endif | 3",
        "ifdef CONFIG_X%$(error not here)%endif | 3",
        "ifdef CONFIG_X%include $(src)/Makefile%endif | 3",
        "$(eval $(shell cat x)) | 2",
        "LDFLAGS_drv.o := -r | 2",
    })
    void whatIsNotKnownOrNotSupportedIsRefusedWithItsLine(String lines, int line) {
        var refused = refusal("obj-m := drv.o\n" + lines.replace('%', '\n') + "\n");
        assertEquals("Makefile", refused.where().file().path());
        assertEquals(line, refused.where().line(), refused.message());
        assertTrue(refused.code().matches("LB120[123]|LB1221"), refused.code());
    }

    @Test
    void includeOptionsAreTheUnits() {
        var unit = ModuleMakefile.modules(Path.of("m"), "Makefile", file -> """
                obj-m := drv.o
                ccflags-y := -include $(src)/conf.h -isystem $(src)/sys -iquote$(src)/q -idirafter last -ffreestanding
                ccflags-y += -include linux/types.h -fno-pie
                """).getFirst().units().getFirst();
        assertEquals(List.of("./conf.h", "linux/types.h"), unit.forcedHeaders());
        assertEquals(List.of("SYSTEM sys", "QUOTED q", "LAST last"),
                unit.otherFolders().stream().map(each -> each.option() + " " + each.folder()).toList());
        assertEquals(List.of("__STDC_HOSTED__"), unit.macros().stream().map(UnitPlan.MacroOption::name).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-DX=`id`", "-DX=$$HOME", "-DX=a;b", "-fpie", "-imacros x.h", "-DX=$(srctree)"})
    void flagsThatAreNotSupportedAreRefused(String flag) {
        var refused = refusal("obj-m := drv.o\nccflags-y := -DOK\nccflags-y += " + flag + "\n");
        assertEquals("LB1203", refused.code());
        assertEquals(3, refused.where().line());
    }

    @Test
    void whatGnuMakeStopsAtIsRefused() {
        assertEquals("LB1220", refusal("obj-m := drv.o\nwhat is this\n").code());
        assertEquals("LB1202", refusal("all:\n\ttrue\n").code());
    }
}
