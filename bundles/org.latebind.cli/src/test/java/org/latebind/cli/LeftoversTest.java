package org.latebind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    /** More than Linux gives. */
    private static final String NOBODY = "999999999";

    @TempDir
    private Path folder;

    @Test
    void whatAKilledProcessLeftIsRemovedWhenItIsOld() throws IOException {
        var running = "." + "a.ko." + ProcessHandle.current().pid() + ".1f.tmp";
        old(".a.ko." + NOBODY + ".1f.tmp");
        old("..a.ko." + NOBODY + ".1f.tmp.1f-2e.part");
        old(running);
        old(".b.ko." + NOBODY + ".1f.tmp");
        old(".axko." + NOBODY + ".1f.tmp");
        old(".a.ko.tmp");
        Files.createFile(folder.resolve(".a.ko." + NOBODY + ".2e.tmp"));

        Leftovers.remove(folder.resolve("a.ko"));

        assertEquals(List.of(".a.ko." + NOBODY + ".2e.tmp", ".a.ko.tmp", running, ".axko." + NOBODY + ".1f.tmp",
                ".b.ko." + NOBODY + ".1f.tmp").stream().sorted().toList(), names());
    }

    @Test
    void aNewNameIsOneThatWouldBeRemoved() throws IOException {
        var name = Leftovers.temporary(folder.resolve("a.ko")).getFileName().toString();
        old(name.replace("." + ProcessHandle.current().pid() + ".", "." + NOBODY + "."));
        Leftovers.remove(folder.resolve("a.ko"));
        assertEquals(List.of(), names());
    }

    private void old(String name) throws IOException {
        var file = Files.createFile(folder.resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
