package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Appliance;
import org.latebind.kit.SmallKernel;

/** A module's file keeps the dashes of its name, as kbuild's; what the kernel reads has underscores. */
class ModuleNamesTest {
    @TempDir
    private static Path folder;

    private static Appliance appliance;

    @BeforeAll
    static void aKernel() throws Exception {
        appliance = Appliance.shared();
        SmallKernel.write(folder.resolve("tree"));
        assertEquals(0, appliance.run("ingest", folder.resolve("tree"), "-o", folder.resolve("k.khd")).status());
    }

    @Test
    void ofABuildFile() throws Exception {
        var source = Files.createDirectories(folder.resolve("drv"));
        Files.writeString(source.resolve("Kbuild"), "obj-m := hid-some-thing.o\n");
        Files.writeString(source.resolve("hid-some-thing.c"), SmallKernel.MODULE + "const char *me = KBUILD_MODNAME;\n");
        linked("drv", "hid-some-thing", "hid_some_thing", source);
    }

    @Test
    void givenByTheUser() throws Exception {
        var source = folder.resolve("m.c");
        Files.writeString(source, SmallKernel.MODULE + "const char *me = KBUILD_MODNAME;\n");
        linked("m", "a-b", "a_b", source, "--name", "a-b");
    }

    private static void linked(String dko, String file, String modname, Path source, String... options) throws Exception {
        var deferred = folder.resolve(dko + ".dko");
        var compile = new ArrayList<Object>(List.of("compile", source, "-o", deferred));
        compile.addAll(List.of(options));
        var compiled = appliance.run(compile.toArray());
        assertEquals(0, compiled.status(), compiled.err());
        var results = Files.createDirectories(folder.resolve(dko + "-results"));
        var linked = appliance.run("link", deferred, folder.resolve("k.khd"), "-o", results);
        assertEquals(0, linked.status(), linked.err());
        var bytes = Files.readString(results.resolve(file + ".ko"), StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains("\0name=" + modname + "\0"));
        assertTrue(bytes.contains("\0" + modname + "\0"), "KBUILD_MODNAME");
    }
}
