package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Distribution;
import org.latebind.kit.SmallKernel;

/** Bundles dropped into the deploy folder of a running appliance, replaced there and taken away. */
class HotDeployTest {
    private static final String DEB_READER = "org.latebind.headers.deb";
    private static final String BTF_READER = "org.latebind.headers.btf";

    private static final Path TEMPLATE = Distribution.ROOT.resolve("templates/lint");

    /** How soon a dropped jar must serve; more than its half second, since the machine may be busy. */
    private static final long SOON_SECONDS = 10;

    @TempDir
    private Path folder;

    private String backend;
    private RunningAppliance appliance;

    @BeforeEach
    void start() throws Exception {
        backend = backendOfSmallKernels();
        SmallKernel.write(folder.resolve("headers"));
        Files.writeString(folder.resolve("m.c"), SmallKernel.MODULE);
        var home = RunningAppliance.copyWithout(folder, List.of(backend, DEB_READER, BTF_READER));
        appliance = RunningAppliance.start(home, folder);
        assertEquals(0, appliance.run("compile m.c -o m.dko").status());
    }

    @AfterEach
    void stop() throws Exception {
        appliance.close();
    }

    private static String backendOfSmallKernels() throws Exception {
        return Distribution.bundles().stream()
                .filter(bundle -> bundle.name().startsWith("org.latebind.codegen.") && bundle.kind() == Distribution.Kind.PROVIDER)
                .map(Distribution.Bundle::name)
                .filter(SmallKernel::isFor)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBackendComesIsReplacedAndGoes() throws Exception {
        var file = appliance.deployFolder().resolve("backend.jar");
        var jar = Distribution.HOME.resolve("bundles/core/" + backend + ".jar");

        assertMissing(appliance.run("ingest headers -o k.khd"), "(&(name=target)(kernel=");
        Jars.drop(Files.readAllBytes(jar), file);
        assertSoon("ingest headers -o k.khd", 0);
        assertEquals(0, appliance.run("link m.dko k.khd -o m.ko").status());
        assertTrue(appliance.run("passes").text().contains(backend + " 0.1.0"));

        // Links run while the successor comes; each is done by the one or the other.
        for (int i = 0; i < 20; i++) {
            appliance.begin("link m.dko k.khd -o m" + i + ".ko");
        }
        Jars.drop(Jars.successor(jar, 7), file);
        for (int i = 0; i < 20; i++) {
            var linked = appliance.finish();
            assertEquals(0, linked.status(), linked.toString());
            assertEquals(-1, Files.mismatch(folder.resolve("m.ko"), folder.resolve("m" + i + ".ko")));
        }
        appliance.waitUntil("passes", answer -> answer.text().contains(backend + " 0.2.7"), SOON_SECONDS);

        Files.delete(file);
        assertSoon("link m.dko k.khd -o gone.ko", 2);
        assertMissing(appliance.run("link m.dko k.khd -o never.ko"), "(&(name=codegen)(&(arch=");
        assertMissing(appliance.run("ingest headers -o never.khd"), "(&(name=target)(kernel=");
        assertTrue(Files.notExists(folder.resolve("never.ko")) && Files.notExists(folder.resolve("never.khd")));
    }

    @Test
    void headerReadersComeAndGo() throws Exception {
        comesAndGoes(DEB_READER, "ingest m.c -o x.khd", "Debian packages");
        comesAndGoes(BTF_READER, "ingest headers --btf m.c -o x.khd", "no deployed bundle reads '.btf' files");
        comesAndGoes(BTF_READER, "ingest m.c -o x.khd", "BTF alone");
    }

    /** @param words of the answer, there or not there with the bundle */
    private void comesAndGoes(String reader, String command, String words) throws Exception {
        boolean before = appliance.run(command).text().contains(words);
        var file = appliance.deployFolder().resolve("reader.jar");
        Jars.drop(Files.readAllBytes(Distribution.HOME.resolve("bundles/core/" + reader + ".jar")), file);
        awaitWords(command, words, !before);
        Jars.drop(Jars.successor(Distribution.HOME.resolve("bundles/core/" + reader + ".jar"), 1), file);
        appliance.waitUntil("lb", answer -> answer.text().contains("0.2.1"), SOON_SECONDS);
        awaitWords(command, words, !before);
        Files.delete(file);
        awaitWords(command, words, before);
    }

    private void awaitWords(String command, String words, boolean there) throws Exception {
        appliance.waitUntil(command, answer -> answer.text().contains(words) == there, SOON_SECONDS);
    }

    @Test
    void thePassOfTheTemplateRunsFromTheShell() throws Exception {
        Files.writeString(folder.resolve("old.c"), SmallKernel.MODULE.replace("t.parent = &t;", "strcpy(t.comm, \"x\");"));
        Files.copy(TEMPLATE.resolve("lint.pipeline"), folder.resolve("lint.pipeline"));
        assertEquals(0, appliance.run("compile old.c -o old.dko").status());
        assertEquals(2, appliance.run("run lint.pipeline old.dko").status());
        try (var files = Files.list(TEMPLATE.resolve("target"))) {
            var jar = files.filter(file -> file.toString().endsWith("SNAPSHOT.jar")).findFirst().orElseThrow();
            Jars.drop(Files.readAllBytes(jar), appliance.deployFolder().resolve("lint.jar"));
        }
        var found = appliance.waitUntil("run lint.pipeline old.dko", answer -> answer.status() == 0, SOON_SECONDS);
        assertTrue(found.text().contains("old.c:7:2: warning[LB9990]: 'strcpy' is deprecated"), found.toString());
        assertEquals("", appliance.run("run lint.pipeline m.dko").text());
        // Gogo's own: a variable, a pipe, settings of the pipeline's text.
        assertEquals(0, appliance.run("kernels = m.dko").status());
        var named = appliance.run("run lint.pipeline $kernels --set names=printk");
        assertTrue(named.text().contains("'printk' is deprecated"), named.toString());
        var piped = appliance.run("passes | grep --color=never org.example.lint");
        assertTrue(piped.text().startsWith("pass    lint "), piped.toString());
    }

    @Test
    void aJarThatCannotBeResolvedIsReportedWithWhatItMisses() throws Exception {
        var jar = Jars.of(List.of(
                "Bundle-SymbolicName: not.resolvable",
                "Bundle-Version: 1.0.0",
                "Import-Package: org.example.nowhere;version=\"[3,4)\""));
        long start = System.nanoTime();
        Jars.drop(jar, appliance.deployFolder().resolve("not-resolvable.jar"));
        var told = appliance.waitFor("org.example.nowhere", SOON_SECONDS);
        assertTrue(told.contains("not.resolvable") || told.contains("not-resolvable.jar"), told);
        assertFalse(told.contains("Exception"), told);
        System.err.println("reported after " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms: " + told);
    }

    private void assertSoon(String command, int status) throws Exception {
        long start = System.nanoTime();
        appliance.waitUntil(command, answer -> answer.status() == status, SOON_SECONDS);
        System.err.println("'" + command + "' ended with " + status + " after "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }

    private static void assertMissing(RunningAppliance.Answer answer, String filter) {
        assertEquals(2, answer.status(), answer.toString());
        assertTrue(answer.text().contains("missing capability: latebind.pass; filter:=\"" + filter), answer.toString());
    }
}
