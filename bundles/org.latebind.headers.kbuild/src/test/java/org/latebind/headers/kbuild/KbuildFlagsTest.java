package org.latebind.headers.kbuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.DiagnosticException;

class KbuildFlagsTest {
    private static KbuildFlags flags(String noStandardFolders) {
        return evaluate(Map.of(
                "Makefile", "LINUXINCLUDE := -I$(srctree)/include\nNOSTDINC_FLAGS := " + noStandardFolders + "\n",
                "scripts/Makefile.lib", "c_flags = $(NOSTDINC_FLAGS) $(LINUXINCLUDE)\n"));
    }

    private static KbuildFlags evaluate(Map<String, String> files) {
        return KbuildFlags.evaluate("x86", new TreeMap<>(), path -> Optional.ofNullable(files.get(path)));
    }

    @Test
    void theCompilersOwnHeadersComeLastWhereTheKernelHasThemSearched() {
        var flags = flags("-nostdinc -isystem $(shell $(CC) -print-file-name=include)");
        assertEquals(List.of("-nostdinc"), flags.flags());
        assertEquals(List.of("include", CompilerHeaders.FOLDER), flags.includePath().directories());
        var headers = CompilerHeaders.added(new TreeMap<String, Supplier<byte[]>>(), flags.includePath());
        assertEquals(List.of(CompilerHeaders.FOLDER + "/stdarg.h"), List.copyOf(headers.keySet()));
    }

    @Test
    void otherKernelsHaveNone() {
        var flags = flags("-nostdinc");
        assertEquals(List.of("include"), flags.includePath().directories());
        assertEquals(0, CompilerHeaders.added(new TreeMap<String, Supplier<byte[]>>(), flags.includePath()).size());
    }

    /** arm64 passes {@code -DARM64_ASM_ARCH='"armv8.5-a"'}. */
    @Test
    void aDefinitionIsWhatTheShellLeavesOfIt() {
        var flags = flags("-DA='\"armv8.5-a\"' -DB=\\\"b\\\" -DC=\"c d\" -DD");
        assertEquals(
                List.of("A=\"armv8.5-a\"", "B=\"b\"", "C=c d", "D=1"),
                flags.includePath().definitions().stream().map(d -> d.name() + "=" + d.value()).toList());
    }

    @Test
    void whatThePreprocessorIsToldStaysButForDependencies() {
        assertEquals(List.of("-Wp,-DX", "-Wp,-MMD,x.d,-DX"),
                flags("-Wp,-MMD,.x.o.d -Wp,-MD,.x.o.d -Wp,-DX -Wp,-MMD,x.d,-DX").flags());
    }

    /** arch/arm64/Makefile alone has flags that keep the kernel's code off the FPU. */
    @Test
    void aMakefileThatIsIncludedIsNeeded() {
        var files = new TreeMap<>(Map.of(
                "Makefile", "include $(srctree)/arch/$(SRCARCH)/Makefile\ninclude $(objtree)/include/config/auto.conf\n-include local\n",
                "arch/x86/Makefile", "KBUILD_CFLAGS += -mgeneral-regs-only\n",
                "scripts/Makefile.lib", "c_flags = $(KBUILD_CFLAGS)\n"));
        assertEquals(List.of("-mgeneral-regs-only"), evaluate(files).flags());
        for (var path : List.copyOf(files.keySet())) {
            var text = files.remove(path);
            var refused = assertThrows(DiagnosticException.class, () -> evaluate(files), path).diagnostic();
            assertEquals("LB5004", refused.code());
            assertTrue(refused.message().startsWith(path + " "), refused.message());
            files.put(path, text);
        }
    }
}
