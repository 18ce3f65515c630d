package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Command;
import org.latebind.kit.Distribution;
import org.latebind.kit.Needs;

/** What README tells to type does what it says, in its order: by hand, in the shell, with a pipeline of one's own. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void commandsDoWhatTheySay() throws Exception {
        Needs.programs("apt-get");
        Files.createSymbolicLink(folder.resolve("latebind"), Distribution.ROOT.resolve("latebind"));
        Files.createSymbolicLink(folder.resolve("distribution"), Distribution.ROOT.resolve("distribution"));
        var readme = Files.readString(Distribution.ROOT.resolve("README.md"));

        run(only("sh", section(readme, "Commands")));
        assertTrue(Files.size(folder.resolve("example.ko")) > 0);

        var lines = section(readme, "The appliance").lines()
                .filter(line -> line.startsWith("g! ")).map(line -> line.substring(3).split("  +")[0].strip()).toList();
        assertTrue(lines.size() >= 4, lines.toString());
        var shell = new ArrayList<String>();
        lines.forEach(line -> shell.add("'" + line + "'"));
        var said = run("./latebind shell " + String.join(" ", shell));
        assertTrue(said.contains("pass    bind") && said.contains("define "), said);

        var appliance = Files.readString(Distribution.ROOT.resolve("docs/appliance.md"));
        run(only("sh", section(appliance, "A pipeline of your own")));
        try (var objects = Files.list(folder.resolve("objects"))) {
            assertEquals(2, objects.filter(file -> file.toString().endsWith(".o")).count());
        }
    }

    private static String section(String readme, String title) {
        int start = readme.indexOf("\n## " + title + "\n");
        assertTrue(start >= 0, "no section " + title);
        int end = readme.indexOf("\n## ", start + 1);
        return readme.substring(start, end < 0 ? readme.length() : end);
    }

    private static String only(String language, String section) {
        var blocks = BLOCK.matcher(section).results().filter(m -> m.group(1).equals(language)).map(m -> m.group(2)).toList();
        assertEquals(1, blocks.size(), section);
        return blocks.getFirst();
    }

    private String run(String script) throws Exception {
        return Command.of(folder, "sh", "-euc", script).run().done();
    }
}
