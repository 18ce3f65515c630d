package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Command;

/** Settings that nobody knows or that have wrong values, in files and among the framework's properties. */
class SettingsTest {
    private static final long SOON_SECONDS = 30;

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void copy() throws Exception {
        home = RunningAppliance.copyWithout(folder, List.of());
    }

    @Test
    void filesAreCheckedWhileTheApplianceRuns() throws Exception {
        // One that is there when it starts, too.
        var llvm = Files.writeString(home.resolve("conf/org.latebind.llvm.cfg"), "wrokers=3\ntimeout=60\n");
        try (var appliance = RunningAppliance.start(home, folder)) {
            var unknown = appliance.waitFor("LB9035", SOON_SECONDS);
            assertTrue(unknown.endsWith("conf/org.latebind.llvm.cfg: there is no setting 'wrokers'"), unknown);
            assertEquals("help: did you mean 'workers'? settings there are: isolation, jar, natives, timeout, workers",
                    appliance.waitFor("help", SOON_SECONDS));

            Files.writeString(llvm, "workers=many\n");
            var wrong = appliance.waitFor("LB9035", SOON_SECONDS);
            assertTrue(wrong.endsWith("conf/org.latebind.llvm.cfg: setting 'workers': 'many' is not a number that it takes"),
                    wrong);
            assertTrue(appliance.waitFor("help", SOON_SECONDS).contains("from 1 on"));

            Files.writeString(llvm, "isolation=yes\n");
            appliance.waitFor("setting 'isolation': 'yes' is not one of worker, none", SOON_SECONDS);

            var pipeline = Files.writeString(appliance.settingsFolder().resolve("org.latebind.pipelin.cfg"), "a=b\n");
            appliance.waitFor("org.latebind.pipelin.cfg: no bundle that is here has settings of this name", SOON_SECONDS);
            assertTrue(appliance.waitFor("help", SOON_SECONDS).contains("did you mean 'org.latebind.pipeline.cfg'?"));
            Files.delete(pipeline);

            // None of it stopped a service: the defaults hold.
            assertEquals(0, appliance.run("passes").status());
            Files.writeString(appliance.settingsFolder().resolve("org.latebind.pipeline.cfg"), "drain.seconds=soon\n");
            appliance.waitFor("setting 'drain.seconds': 'soon' is not", SOON_SECONDS);
            assertEquals(0, appliance.run("passes").status());
        }
    }

    @Test
    void aPropertyThatNobodyKnowsIsRefused() throws Exception {
        setProperty("org.latebind.llvm.wrokers=3");
        var ran = Command.of(folder, home.resolve("latebind").toString(), "passes").run();
        assertEquals(2, ran.status());
        assertTrue(ran.text().contains("conf/framework.properties: there is no setting 'org.latebind.llvm.wrokers'; there are: ")
                && ran.text().contains("org.latebind.llvm.workers"), ran.text());
    }

    @Test
    void aPropertyWithAWrongValueIsAnErrorOfTheCommandThatNeedsIt() throws Exception {
        setProperty("org.latebind.llvm.workers=many");
        assertEquals(0, Command.of(folder, home.resolve("latebind").toString(), "passes").run().status());
        Files.writeString(folder.resolve("a.c"), "int a;\n");
        var ran = Command.of(folder, home.resolve("latebind").toString(), "cc", "-c", "a.c", "-o", "a.o").run();
        assertEquals(2, ran.status());
        assertTrue(ran.text().contains("setting 'org.latebind.llvm.workers': 'many' is not a whole number from 1 on"), ran.text());
    }

    private void setProperty(String line) throws Exception {
        var file = home.resolve("conf/framework.properties");
        var before = Files.readString(file);
        Files.delete(file); // shared with the distribution by a hard link
        Files.writeString(file, before + "\n" + line + "\n", StandardOpenOption.CREATE_NEW);
    }
}
