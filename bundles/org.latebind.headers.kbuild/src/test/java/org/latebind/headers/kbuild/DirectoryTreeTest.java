package org.latebind.headers.kbuild;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.FileTree;

/** Trees as Debian's packages lay them out, installed and unpacked elsewhere. */
class DirectoryTreeTest {
    private static final String OBJECT = "linux-headers-1.2-3-cpu";
    private static final String SOURCE = "linux-headers-1.2-3-common";

    @TempDir
    private Path folder;

    @BeforeEach
    void layOut() throws IOException {
        lay(folder.resolve("root/usr/src"));
    }

    private static void lay(Path sources) throws IOException {
        write(sources, OBJECT + "/Makefile", "include /usr/src/" + SOURCE + "/Makefile\n");
        write(sources, OBJECT + "/include/generated/autoconf.h", "#define CONFIG_A 1\n");
        write(sources, OBJECT + "/arch/cpu/include/generated/asm/x.h", "");
        write(sources, SOURCE + "/Makefile", "VERSION = 1\n");
        write(sources, SOURCE + "/include/linux/a.h", "a");
        write(sources, SOURCE + "/include/linux/notes.txt", "a");
        write(sources, SOURCE + "/arch/cpu/include/asm/x.h", "x");
        write(sources, SOURCE + "/arch/other/include/asm/x.h", "x");
        Files.createSymbolicLink(sources.resolve(SOURCE + "/include/linux/b.h"), Path.of("a.h"));
        Files.createSymbolicLink(sources.resolve(SOURCE + "/include/linux/gone.h"), Path.of("nowhere.h"));
    }

    private static void write(Path folder, String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static FileTree open(Path input) {
        return new DirectoryReader().open(List.of(input));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOtherHalfMayBeALinkToSomewhereElse(boolean absolute) throws IOException {
        lay(folder.resolve("store"));
        var mine = Files.createDirectory(folder.resolve("mine"));
        Files.move(folder.resolve("store").resolve(OBJECT), mine.resolve(OBJECT));
        var common = folder.resolve("store").resolve(SOURCE).toRealPath();
        Files.createSymbolicLink(mine.resolve(SOURCE), absolute ? common : Path.of("../store", SOURCE));
        var files = open(mine.resolve(OBJECT));
        var tree = BuildTree.locate(files);
        assertEquals(SOURCE, Path.of(tree.source()).getFileName().toString());
        assertTrue(files.isFile(tree.source() + "/include/linux/a.h"));
    }

    @Test
    void theHalvesAreFoundFromTheRootAndFromTheFolder() {
        for (var input : List.of("root", "root/usr/src/" + OBJECT)) {
            var tree = BuildTree.locate(open(folder.resolve(input)));
            assertEquals("/usr/src/" + OBJECT, tree.object());
            assertEquals("/usr/src/" + SOURCE, tree.source());
            assertEquals("cpu", tree.kernelArchitecture());
        }
    }

    @Test
    void theSharedHalfIsLookedForBeside() throws IOException {
        lay(folder.resolve("elsewhere"));
        assertEquals("/" + SOURCE, BuildTree.locate(open(folder.resolve("elsewhere/" + OBJECT))).source());
    }

    @Test
    void buildScriptsBesideAreThoseOfTheVersion() throws IOException {
        var sources = folder.resolve("root/usr/src");
        write(sources, OBJECT + "/include/generated/utsrelease.h", "#define UTS_RELEASE \"1.2.0-3-cpu\"\n");
        for (var version : List.of("1.20", "1.2.0-33", "0.9")) {
            write(sources, "linux-kbuild-" + version + "/scripts/Makefile.lib", version);
        }
        write(sources, "linux-kbuild-1.2/scripts/Makefile.compiler", "ours");
        var tree = BuildTree.locate(open(sources.resolve(OBJECT)));
        assertEquals("ours", tree.text("scripts/Makefile.compiler").orElseThrow());
        assertTrue(tree.text("scripts/Makefile.lib").isEmpty());
        write(sources, "linux-kbuild-1.2.0-3/scripts/Makefile.lib", "ours, too");
        var two = BuildTree.locate(open(sources.resolve(OBJECT)));
        assertEquals("LB5002", assertThrows(DiagnosticException.class, () -> two.text("scripts/Makefile.lib"))
                .diagnostic().code());
    }

    @Test
    void headersAreChosenAndTheOthersCounted() {
        var selection = HeaderSelection.of(BuildTree.locate(open(folder.resolve("root"))));
        assertEquals(List.of("arch/cpu/include/asm/x.h", "arch/cpu/include/generated/asm/x.h",
                        "include/generated/autoconf.h", "include/linux/a.h", "include/linux/b.h"),
                List.copyOf(selection.headers().keySet()));
        assertArrayEquals(new byte[] {'a'}, selection.headers().get("include/linux/b.h").get());
        assertEquals(List.of("a link to a file that is not here 1", "headers of other architectures 1",
                        "not a C header (no .h) 1"),
                selection.skipped().stream().map(s -> s.reason() + " " + s.count()).sorted().toList());
    }

    @Test
    void headersNameOthersByTheirPath() throws IOException {
        write(folder.resolve("root/usr/src"), SOURCE + "/include/linux/c.h",
                "#include \"../../arch/other/include/asm/y.h\"\n#include \"../../nowhere.h\"\n#include \"../linux/a.h\"\n");
        write(folder.resolve("root/usr/src"), SOURCE + "/arch/other/include/asm/y.h", "  # include \"../../z.h\"\n");
        write(folder.resolve("root/usr/src"), SOURCE + "/arch/other/z.h", "z");
        var selection = HeaderSelection.of(BuildTree.locate(open(folder.resolve("root"))));
        assertEquals(List.of("arch/cpu/include/asm/x.h", "arch/cpu/include/generated/asm/x.h",
                        "arch/other/include/asm/y.h", "arch/other/z.h", "include/generated/autoconf.h",
                        "include/linux/a.h", "include/linux/b.h", "include/linux/c.h"),
                List.copyOf(selection.headers().keySet()));
        assertTrue(selection.skipped().stream().anyMatch(s -> s.reason().equals("headers of other architectures") && s.count() == 1));
    }

    @Test
    void linksDoNotLeadOut() throws IOException {
        write(folder, "secret", "s");
        Files.createSymbolicLink(folder.resolve("root/up"), Path.of("../../../../../../../../secret"));
        Files.createSymbolicLink(folder.resolve("root/away"), folder.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("root/circle"), Path.of("circle"));
        var tree = open(folder.resolve("root"));
        for (var link : List.of("/up", "/away", "/circle")) {
            assertFalse(tree.isFile(link), link);
            assertTrue(tree.read(link).isEmpty(), link);
        }
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Files.delete(folder.resolve("root/usr/src/" + SOURCE + "/Makefile"));
        assertEquals("LB5003", code(folder.resolve("root")));
        assertEquals("LB5001", code(folder.resolve("root/usr/src/" + SOURCE)));
        lay(Files.createDirectories(folder.resolve("two/usr/src")));
        var second = folder.resolve("two/usr/src");
        write(second, "linux-headers-9-cpu/Makefile", "VERSION = 9\n");
        write(second, "linux-headers-9-cpu/include/generated/autoconf.h", "");
        assertEquals("LB5002", code(folder.resolve("two")));
    }

    private static String code(Path input) {
        return assertThrows(DiagnosticException.class, () -> BuildTree.locate(open(input))).diagnostic().code();
    }
}
