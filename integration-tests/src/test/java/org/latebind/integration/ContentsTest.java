package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.latebind.kit.Distribution;

/** What command.bndrun and appliance.bndrun require of the distribution, and what came of it. */
class ContentsTest {
    private static final Pattern PASS = Pattern.compile("(?m)^pass ([\\w-]+)");
    private static final Pattern REQUIRED = Pattern.compile("latebind\\.pass;filter:='\\D*?\\(name=([\\w-]+)\\)");
    private static final Pattern RUN_BUNDLE = Pattern.compile("(?m)^\\t([\\w.-]+);version=");

    @Test
    void everyPassOfAPipelineIsRequired() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.list(Distribution.HOME.resolve("pipelines"))) {
            for (var file : files.toList()) {
                PASS.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        var required = REQUIRED.matcher(run("command")).results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(used, required);
    }

    @Test
    void commandsHaveWhatWasResolvedAndNothingElse() throws IOException {
        assertEquals(resolved("command"), names("core"));
        var both = names("core");
        both.addAll(names("shell"));
        assertEquals(resolved("appliance"), both);
    }

    @Test
    void theApplianceHasEverythingThatCommandsHave() throws IOException {
        assertTrue(resolved("appliance").containsAll(resolved("command")));
    }

    private static TreeSet<String> names(String group) throws IOException {
        var names = new TreeSet<String>();
        for (var path : Distribution.jars(group)) {
            try (var jar = new JarFile(path.toFile())) {
                names.add(jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName").split(";")[0]);
            }
        }
        return names;
    }

    private static TreeSet<String> resolved(String name) throws IOException {
        return RUN_BUNDLE.matcher(run(name)).results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String run(String name) throws IOException {
        return Files.readString(Distribution.ROOT.resolve("distribution/" + name + ".bndrun"));
    }
}
