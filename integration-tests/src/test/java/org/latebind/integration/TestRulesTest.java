package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.latebind.kit.Distribution;

/** Tests are skipped in one way, which CI turns into a failure, and write expected outputs in one way, which CI refuses. */
class TestRulesTest {
    private static final Path KIT = Path.of("integration-tests/kit");
    private static final Pattern OWN_WAY = Pattern.compile(
            "\\b(assume(True|False|That)|Assumptions|TestAbortedException|assertDoesNotThrow|@Disabled\\w*|@Enabled\\w*)\\b"
                    + "|\"latebind\\.bless\"");

    @Test
    void onlyTheKitSkipsAndBlesses() throws IOException {
        var found = new ArrayList<String>();
        var tests = sources();
        for (var file : tests) {
            OWN_WAY.matcher(Files.readString(Distribution.ROOT.resolve(file))).results()
                    .forEach(match -> found.add(file + ": " + match.group()));
        }
        assertEquals(List.of(), found);
        assertTrue(tests.size() > 100, "where are the tests? " + tests);
    }

    /** Sources of tests and of what they share, but for the kit and this one. */
    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        for (var folder : List.of("bundles", "integration-tests", "templates")) {
            try (Stream<Path> files = Files.walk(Distribution.ROOT.resolve(folder))) {
                files.map(Distribution.ROOT::relativize)
                        .filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !folder.equals("bundles") || file.toString().contains("/src/test/"))
                        .filter(file -> !file.startsWith(KIT) && !file.endsWith("TestRulesTest.java"))
                        .sorted().forEach(sources::add);
            }
        }
        return sources;
    }
}
