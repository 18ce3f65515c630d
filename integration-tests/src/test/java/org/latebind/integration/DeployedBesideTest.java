package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Distribution;
import org.latebind.kit.SmallKernel;

/** Jars in the deploy folder that have the name of a bundle of the installation, and files there that are no bundles. */
class DeployedBesideTest {
    private static final long SOON_SECONDS = 30;
    private static final String LINK = "link m.dko k.khd -o m.ko";

    @TempDir
    private Path folder;

    private RunningAppliance appliance;

    @BeforeEach
    void start() throws Exception {
        appliance = RunningAppliance.start(RunningAppliance.copyWithout(folder, List.of()), folder);
        assertEquals(0, appliance.run("passes").status());
    }

    @AfterEach
    void stop() throws Exception {
        appliance.close();
    }

    private void makeInputs() throws Exception {
        SmallKernel.write(folder.resolve("headers"));
        Files.writeString(folder.resolve("m.c"), SmallKernel.MODULE);
        assertEquals(0, appliance.run("compile m.c -o m.dko").status());
        assertEquals(0, appliance.run("ingest headers -o k.khd").status());
        assertEquals(0, appliance.run(LINK).status());
    }

    @Test
    void removalBringsTheInstallationsOwnBack() throws Exception {
        makeInputs();
        var before = Files.readAllBytes(folder.resolve("m.ko"));
        var backend = backend();
        var file = appliance.deployFolder().resolve("backend.jar");
        for (var jar : List.of(
                Jars.successor(backend.jar(), 7),
                // What a developer builds has the installation's own version.
                Jars.with(backend.jar(), headers -> headers.putValue("Bundle-Name", "mine")))) {
            Jars.drop(jar, file);
            awaitStates(backend.name(), "Resolved", "Active");
            linksAsBefore(before);
            for (int i = 0; i < 10; i++) {
                appliance.begin(LINK);
            }
            Files.delete(file);
            for (int i = 0; i < 10; i++) {
                var linked = appliance.finish();
                assertEquals(0, linked.status(), linked.toString());
            }
            awaitStates(backend.name(), "Active");
            linksAsBefore(before);
        }
    }

    @Test
    void removalOfAnApiLeavesEverybodyWired() throws Exception {
        makeInputs();
        var before = Files.readAllBytes(folder.resolve("m.ko"));
        var file = appliance.deployFolder().resolve("api.jar");
        Jars.drop(Files.readAllBytes(bundle("org.latebind.pass.api").jar()), file);
        awaitStates("org.latebind.pass.api", "Resolved", "Active");
        // This one is wired to the newer of both, and to the older when that has gone.
        Jars.drop(Jars.successor(backend().jar(), 1), appliance.deployFolder().resolve("backend.jar"));
        awaitStates(backend().name(), "Resolved", "Active");
        linksAsBefore(before);
        Files.delete(file);
        awaitStates("org.latebind.pass.api", "Active");
        linksAsBefore(before);
    }

    @Test
    void aBackendForAnOlderContractIsRefusedAndTheInstallationsStays() throws Exception {
        makeInputs();
        var before = Files.readAllBytes(folder.resolve("m.ko"));
        var old = Jars.with(backend().jar(), headers -> headers.putValue("Import-Package",
                headers.getValue("Import-Package").replaceFirst(
                        "(org\\.latebind\\.codegen\\.api;version=)\"[^\"]+\"", "$1\"[0.9,0.10)\"")));
        Jars.drop(old, appliance.deployFolder().resolve("old.jar"));
        var reported = appliance.waitFor("LB9036", SOON_SECONDS);
        assertTrue(reported.contains("org.latebind.codegen.api") && reported.contains(backend().name()), reported);
        assertFalse(reported.contains("Exception"), reported);
        linksAsBefore(before);
    }

    @Test
    void filesThatAreNotBundlesAreReported() throws Exception {
        var whole = Files.readAllBytes(backend().jar());
        isReported("text.jar", "not a bundle\n".getBytes(), "text.jar is not a jar");
        isReported("cut.jar", Arrays.copyOf(whole, whole.length / 2), "cut.jar is not a jar, or was not copied to its end");
        isReported("empty.jar", new byte[0], "empty.jar is not a jar");
        isReported("bare.jar", jar(), "bare.jar is a jar without a manifest");
        isReported("nameless.jar", Jars.of(List.of()), "nameless.jar is a jar, but not a bundle");
        isReported("notes.txt", "to do\n".getBytes(), "notes.txt is ignored");
    }

    @Test
    void aFileThatIsCutLeavesWhatWasDeployedBefore() throws Exception {
        var name = backend().name();
        var file = appliance.deployFolder().resolve("backend.jar");
        var whole = Jars.successor(backend().jar(), 3);
        Jars.drop(whole, file);
        appliance.waitUntil("passes", answer -> answer.text().contains(name + " 0.2.3"), SOON_SECONDS);
        isReported("backend.jar", Arrays.copyOf(whole, whole.length / 2), "was not copied to its end");
        assertTrue(appliance.run("passes").text().contains(name + " 0.2.3"));
    }

    /** The states of all bundles of a name, in the order in which they were installed. */
    private void awaitStates(String name, String... states) throws Exception {
        var line = Pattern.compile("\\|(\\w+) *\\| *\\d+\\|" + Pattern.quote(name) + " \\(");
        appliance.waitUntil("lb -s", answer -> line.matcher(answer.text()).results()
                .map(found -> found.group(1))
                .toList()
                .equals(List.of(states)), SOON_SECONDS);
    }

    private void isReported(String name, byte[] content, String words) throws Exception {
        Jars.drop(content, appliance.deployFolder().resolve(name));
        appliance.waitFor(words, SOON_SECONDS);
    }

    private static byte[] jar() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new ZipEntry("a"));
        }
        return bytes.toByteArray();
    }

    private void linksAsBefore(byte[] before) throws Exception {
        Files.delete(folder.resolve("m.ko"));
        var linked = appliance.run(LINK);
        assertEquals(0, linked.status(), linked.toString());
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(folder.resolve("m.ko"))));
    }

    private static Distribution.Bundle bundle(String name) {
        return Distribution.bundles().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static Distribution.Bundle backend() {
        return Distribution.bundles().stream()
                .filter(each -> each.name().startsWith("org.latebind.codegen.") && each.kind() == Distribution.Kind.PROVIDER)
                .filter(each -> SmallKernel.isFor(each.name()))
                .findFirst()
                .orElseThrow();
    }
}
