package org.latebind.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.kit.Needs;

/**
 * Small scripts, ours next to the real shell's over the same folder. {@code posix.txt} is run by sh and by bash, {@code
 * bash.txt} by bash.
 */
class ShellOracleTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/scripts");
    /** Two of {@code bash.txt} that show it. */
    private static final int MOST_REFUSED = 3;

    @TempDir
    private static Path folder;

    private record Script(Dialect dialect, String text) {}

    private record Said(String output, int status) {}

    @BeforeAll
    static void makeFiles() throws IOException {
        write("k/.config", "# Linux\nCONFIG_SMP=y\nCONFIG_HZ=250\n# CONFIG_X is not set\nCONFIG_FW_LOADER=m\n"
                + "CONFIG_CC_VERSION_TEXT=\"gcc-12 (Debian 12.2.0-14) 12.2.0\"\n");
        write("k/include/generated/utsrelease.h", "#define UTS_RELEASE \"6.1.0-57-amd64\"\n");
        write("k/include/generated/compile.h", "#define LINUX_COMPILER \"gcc-12 (Debian 12.2.0-14) 12.2.0, GNU ld\"\n");
        write("k/include/linux/skbuff.h", "struct sk_buff {\n\tstruct net *net;\n};\n"
                + "int skb_linearize(struct sk_buff *skb, int gfp);\n");
        write("list.txt", "alpha\nbeta/b\ngamma a.b\nabc\n[x]x\nabab bb\namd64\nCONFIG y\n");
        write("sub/a.c", "");
        write("sub/b.c", "");
        write("vars.sh", "FROM_VARS='set here'\n");
        write("noexec.sh", "echo \"noexec $1\"\n");
        write("prog.sh", "#!/bin/sh\necho \"$# $1 $X\"\nexit 3\n");
        Files.setPosixFilePermissions(folder.resolve("prog.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static Stream<Script> scripts() throws IOException {
        var posix = read("posix.txt");
        var scripts = new ArrayList<Script>();
        posix.forEach(text -> scripts.add(new Script(Dialect.SH, text)));
        posix.forEach(text -> scripts.add(new Script(Dialect.BASH, text)));
        read("bash.txt").forEach(text -> scripts.add(new Script(Dialect.BASH, text)));
        return scripts.stream();
    }

    private static List<String> read(String name) throws IOException {
        return List.of(Files.readString(SCRIPTS.resolve(name)).split("(?m)^--\n"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void isEvaluatedAsTheShellDoes(Script script) throws Exception {
        Needs.programs("dash", "bash", "bc", "mawk", "git");
        if (ours(script) instanceof ShellResult.Known(var output, var status, var written)) {
            assertEquals(real(script), new Said(output, status), script.text());
            assertEquals(Map.of(), written);
        }
    }

    @Test
    void nearlyAllAreCovered() throws Exception {
        var refused = scripts().map(script -> ours(script)).filter(result -> !(result instanceof ShellResult.Known))
                .map(ShellResult::toString).toList();
        assertTrue(refused.size() <= MOST_REFUSED, () -> String.join("\n", refused));
    }

    private static ShellResult ours(Script script) {
        return new Shell(new FolderHost(folder, Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C")), script.dialect())
                .run(script.text(), new Position(new SourceFile("script", Origin.MODULE), 1, 1));
    }

    private static Said real(Script script) throws Exception {
        var builder = new ProcessBuilder(script.dialect() == Dialect.SH ? "dash" : "bash", "-c", script.text())
                .directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C"));
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor(20, TimeUnit.SECONDS);
        return new Said(output, process.exitValue());
    }
}
