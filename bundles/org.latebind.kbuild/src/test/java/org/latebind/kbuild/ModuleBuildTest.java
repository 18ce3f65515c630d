package org.latebind.kbuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.UnitPlan;

/** What is built of packages: their modules, objects and flags, and what is refused with its line. */
class ModuleBuildTest {
    private final TreeMap<String, Optional<String>> files = new TreeMap<>();
    private StubKernel kernel = StubKernel.with("CONFIG_SMP=y", "CONFIG_PPP=m");

    private ModuleBuildTest sources(String... paths) {
        for (var path : paths) {
            files.put(path, Optional.empty());
        }
        return this;
    }

    private ModuleBuildTest text(String path, String text) {
        files.put(path, Optional.of(text));
        return this;
    }

    /** {@code name: object(flags) ...; ...}. */
    private String plan() {
        var source = new BuildDescription.Package("drv-1.0", ".", files.entrySet().stream()
                .map(file -> new BuildDescription.File(file.getKey(), file.getValue())).toList());
        return ModuleBuild.plan(source, kernel.headers()).modules().stream()
                .map(module -> module.name() + ": "
                        + module.units().stream().map(ModuleBuildTest::unit).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private static String unit(UnitPlan unit) {
        var flags = unit.includeFolders().stream().map(f -> "-I" + f).collect(Collectors.joining(" "))
                + unit.macros().stream().map(m -> " -D" + m.name() + m.value().map(v -> "=" + v).orElse(" undefined"))
                        .collect(Collectors.joining())
                + unit.forcedHeaders().stream().map(header -> " -include " + header).collect(Collectors.joining());
        return unit.object() + (flags.isEmpty() ? "" : "(" + flags.strip() + ")");
    }

    private Diagnostic refusal() {
        return assertThrows(DiagnosticException.class, this::plan).diagnostic();
    }

    private void refused(String code, String place, String message) {
        var found = refusal();
        assertEquals(code + " " + place, found.code() + " " + found.where());
        assertTrue(found.message().contains(message), found.message());
    }

    @Test
    void objectsByTheKernelsConfiguration() {
        sources("drv.c", "smp.c", "up.c", "ppp.c").text("Makefile", """
                obj-m := d.o
                d-y := drv.o
                d-$(CONFIG_SMP) += smp.o
                d-$(if $(CONFIG_SMP),n,y) += up.o
                obj-$(CONFIG_PPP) += ppp.o
                ccflags-$(CONFIG_SMP) := -DPERCPU
                CFLAGS_smp.o := -DONE=1 -I$(src)/inc
                """).text("inc/x.h", "");
        assertEquals("d: drv(-DPERCPU=1) smp(-Iinc -DPERCPU=1 -DONE=1); ppp: ppp(-DPERCPU=1)", plan());
        kernel = StubKernel.with("CONFIG_PPP=y");
        assertEquals("d: drv up", plan());
    }

    @Test
    void foldersAreDescendedIntoWithWhatTheyExport() {
        sources("a.c", "sub/b.c", "sub/deep/c.c").text("Kbuild", "export SHARED := -DSHARED\nobj-m := a.o sub/\n"
                        + "subdir-ccflags-y := -DALL\n")
                .text("sub/Makefile", "obj-m := b.o\nobj-y += deep/\nccflags-y := $(SHARED)\n")
                .text("sub/deep/Kbuild", "obj-m := c.o\n");
        assertTrue(plan().matches("a: a\\(.*\\); c: sub/deep/c.*; b: sub/b.*|a: a\\(.*\\); b: sub/b.*; c: sub/deep/c.*"),
                plan());
        assertTrue(plan().contains("-DSHARED=1"), plan());
    }

    @Test
    void includesConditionalsAndShells() {
        sources("drv.c", "new.c").text("flags.mk", "ccflags-y += -DBIGFIFO\n").text("version.h", "#define V 7\n")
                .text("Makefile", """
                        	-include $(src)/flags.mk
                        	obj-m := drv.o
                        ifneq ($(shell grep -c since_6_1 $(srctree)/include/linux/fs.h),0)
                        	drv-y := drv.o new.o
                        endif
                        ccflags-y += -DRELEASE='"$(shell uname -r)"' -DV=$(shell sed -n 's/^#define V //p' $(src)/version.h)
                        """);
        files.remove("drv.c");
        sources("main.c");
        refused("LB1233", "Makefile:4:1", "there is no 'drv.c'");
        sources("drv.c");
        assertEquals("drv: drv(-DBIGFIFO=1 -DRELEASE=\"6.1-cpu\" -DV=7) new(-DBIGFIFO=1 -DRELEASE=\"6.1-cpu\" -DV=7)",
                plan());
    }

    @Test
    void whatIsNotKnownIsRefusedWhereItMatters() {
        sources("drv.c").text("Makefile", "HOST := $(shell gcc -dumpversion)\nobj-m := drv.o\n");
        assertEquals("drv: drv", plan());
        text("Makefile", "HOST := $(shell gcc -dumpversion)\nobj-m := drv.o\nccflags-y := -DHOST=$(HOST)\n");
        refused("LB1230", "Makefile:1:1", "gcc");
        text("Makefile", "obj-m := drv.o\nccflags-y := -fpack-struct\n");
        refused("LB1232", "Makefile:2:1", "-fpack-struct");
        text("Makefile", "obj-m := drv.o\nccflags-y := -Wp,-DX\n");
        refused("LB1232", "Makefile:2:1", "-Wp,-DX");
        text("Makefile", "obj-m := drv.o\nCFLAGS_REMOVE_drv.o := -pg\n");
        refused("LB1232", "Makefile:2:1", "-pg");
        text("Makefile", "obj-m := drv.o\nldflags-y := -T lds\n");
        refused("LB1232", "Makefile:2:1", "ld_flags");
        text("Makefile", "obj-m := drv.o\n$(obj)/drv.o: drv.c\n\tcc -o $@ $<\n");
        refused("LB1234", "Makefile:2:1", "drv.o");
        text("Makefile", "obj-m := drv.o\nccflags-y := -O3 -Wall -Wno-unused -fno-strict-aliasing\n");
        assertEquals("drv: drv", plan());
    }

    @Test
    void kindsOfSources() {
        sources("drv.S").text("Makefile", "obj-m := drv.o\n");
        refused("LB1233", "Makefile:1:1", "an assembler source");
        files.remove("drv.S");
        sources("drv.o_shipped");
        refused("LB1233", "Makefile:1:1", "compiled elsewhere");
    }

    @Test
    void dkmsConfIsFollowedToKbuild() {
        sources("src/drv.c").text("src/Makefile", """
                ifneq ($(KERNELRELEASE),)
                obj-m := drv.o
                ccflags-y := $(FLAGS)
                else
                all: modules
                modules:
                	@echo building
                	$(MAKE) -C $(KDIR) M=$(PWD) FLAGS="-DX -I$(PWD)" modules
                clean:
                	rm -f *.o
                endif
                """).text("dkms.conf", """
                PACKAGE_NAME="drv"
                PACKAGE_VERSION="1.0"
                MAKE[0]="cd src && make KDIR=$kernel_source_dir"
                BUILT_MODULE_NAME[0]="drv"
                BUILT_MODULE_LOCATION[0]="src/"
                DEST_MODULE_LOCATION[0]="/updates"
                AUTOINSTALL="yes"
                """);
        assertEquals("drv: src/drv(-Isrc -DX=1)", plan());
        text("dkms.conf", files.get("dkms.conf").orElseThrow() + "V=$(echo $kernelver | sed -e s/[.][0-9]*//)\n");
        assertEquals("drv: src/drv(-Isrc -DX=1)", plan());
        text("dkms.conf", files.get("dkms.conf").orElseThrow() + "BUILD_EXCLUSIVE_CONFIG=\"CONFIG_NOSUCH\"\n");
        refused("LB1237", "dkms.conf:1:1", "CONFIG_NOSUCH");
    }

    @Test
    void whatTheTopMakefileReadsIsRefusedOnItsCommandLine() {
        sources("drv.c").text("Makefile", "obj-m := drv.o\n").text("dkms.conf", """
                PACKAGE_NAME="drv"
                PACKAGE_VERSION="1.0"
                MAKE[0]="make -C $kernel_source_dir M=$dkms_tree/drv/1.0/build KCFLAGS=-DX"
                BUILT_MODULE_NAME[0]="drv"
                DEST_MODULE_LOCATION[0]="/updates"
                AUTOINSTALL="yes"
                """);
        refused("LB1236", "dkms.conf:1:1", "KCFLAGS=-DX");
        text("dkms.conf", files.get("dkms.conf").orElseThrow().replace("KCFLAGS=-DX", "clean modules VERSION=-DX"));
        assertEquals("drv: drv", plan());
    }

    @Test
    void severalRecipesOfOneTargetAreRefused() {
        sources("drv.c").text("Makefile", "all::\n\t@echo one\nall::\n\t$(MAKE) -C $(KDIR) M=$(PWD)\n")
                .text("dkms.conf", """
                        PACKAGE_NAME="drv"
                        PACKAGE_VERSION="1.0"
                        MAKE[0]="'make' KDIR=$kernel_source_dir"
                        BUILT_MODULE_NAME[0]="drv"
                        DEST_MODULE_LOCATION[0]="/updates"
                        AUTOINSTALL="yes"
                        """);
        refused("LB1236", "Makefile:3:1", "more than one recipe");
    }

    @Test
    void aMakefileThatStopsIsRefused() {
        sources("drv.c").text("Makefile", "obj-m := drv.o\nifeq ($(CONFIG_SMP),y)\n$(error no SMP)\nendif\n");
        refused("LB1223", "Makefile:3:1", "no SMP");
    }

    @Test
    void listedBuildsAreAsTheyAre() {
        var unit = new UnitPlan("m", "m.c", List.of("."), List.of());
        var listed = new BuildDescription.Listed(List.of(new org.latebind.ir.api.ModulePlan("m", List.of(unit))));
        assertEquals(listed.modules(), ModuleBuild.plan(listed, kernel.headers()).modules());
    }
}
