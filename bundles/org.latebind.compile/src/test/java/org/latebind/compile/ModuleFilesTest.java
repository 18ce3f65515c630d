package org.latebind.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.preprocessor.lexer.GnuLexer;

/** Which files a module has. */
class ModuleFilesTest {
    @TempDir
    private Path folder;

    private final List<Diagnostic> told = new ArrayList<>();

    private ModuleFiles files;

    private List<String> read(String... includeFolders) {
        told.clear();
        var unit = new UnitPlan("m", "m.c", List.of(includeFolders), List.of());
        var build = new BuildDescription.Listed(List.of(new ModulePlan("m", List.of(unit))));
        files = new ModuleFiles(new Sources(folder, build, List.of(unit), true), new GnuLexer(), told::add);
        return files.read().stream().map(file -> file.file().path()).toList();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void onlyWhatIsIncludedIsRead() throws IOException {
        write("m.c", "#include \"a.h\"\n#include <inc.h>\n#if __has_include(\"asked.h\") && __has_include(<sub/asked.h>)\n#endif\n");
        write("a.h", "#include \"sub/b.h\"\n#include <linux/kernel.h>\n");
        write("sub/b.h", "");
        write("sub/asked.h", "");
        write("asked.h", "");
        write("include/inc.h", "");
        write("other.h", "class Cxx { std::string operator\"\" _x(); };\n");
        write("include/other.h", "namespace n {}\n");
        assertEquals(List.of("a.h", "asked.h", "include/inc.h", "m.c", "sub/asked.h", "sub/b.h"), read("include"));
        assertEquals(List.of(), told);
    }

    @Test
    void aComputedIncludeMayNameAnyHeader() throws IOException {
        write("m.c", "#define NAME \"x.h\"\n#include NAME\n#include \"sure.h\"\n");
        write("x.h", "");
        write("sure.h", "");
        assertEquals(List.of("m.c", "sure.h", "x.h"), read());
        assertFalse(files.isCertain("x.h"));
        assertTrue(files.isCertain("sure.h"));
    }

    @Test
    void aQuotedHeaderThatTheModuleLacksIsReported() throws IOException {
        write("m.c", "#include \"utli.h\"\n");
        write("util.h", "");
        assertEquals(List.of("m.c"), read());
        assertEquals("LB1212", told.getFirst().code());
        assertEquals(Optional.of("did you mean \"util.h\"?"), told.getFirst().help());
        assertEquals(10, told.getFirst().where().column());
    }

    @Test
    void whatAKernelOrAConfigurationMayHaveIsNot() throws IOException {
        write("m.c", "#include \"guarded.h\"\n#include \"linux/module.h\"\n#include <utli.h>\n"
                + "#ifdef HAVE_CONFIG_H\n#include \"config.h\"\n#endif\n");
        write("guarded.h", "#ifndef GUARDED_H\n#define GUARDED_H\n#include \"nosuch.h\"\n#endif\n");
        read();
        assertEquals(List.of("'nosuch.h' is not in the module's folders"),
                told.stream().map(Diagnostic::message).toList());
    }
}
