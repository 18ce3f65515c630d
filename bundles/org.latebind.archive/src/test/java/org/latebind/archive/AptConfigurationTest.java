package org.latebind.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AptConfigurationTest {
    @Test
    void readsBothFormats(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sources.list.d"));
        Files.writeString(
                folder.resolve("sources.list"),
                "# deb http://commented/debian x main\n"
                        + "deb [arch=amd64 signed-by=/k] http://one.example/debian/ bookworm main contrib\n"
                        + "deb-src http://source.example/debian bookworm main\n"
                        + "deb http://other.example/apt stable extras\n");
        Files.writeString(
                folder.resolve("sources.list.d/debian.sources"),
                "Types: deb\nURIs: http://two.example/debian-security\nSuites: bookworm-security\nComponents: main\n\n"
                        + "Enabled: no\nTypes: deb\nURIs: http://off.example/debian\nSuites: x\nComponents: main\n");
        AptConfiguration.Sources sources = AptConfiguration.read(folder);
        assertEquals(List.of("http://one.example/debian"), sources.archives());
        assertEquals(List.of("http://two.example/debian-security"), sources.security());
    }
}
