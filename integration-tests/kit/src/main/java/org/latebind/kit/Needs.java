package org.latebind.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs of the machine that it runs on. Where that is missing the test is skipped and says so; with
 * {@code LATEBIND_CI=required} in the environment it fails instead. A test that skips itself in another way is found by
 * {@code .ci/run}.
 */
public final class Needs {
    private Needs() {}

    /** All of these programs are on the path. */
    public static void programs(String... names) {
        var missing = Stream.of(names).filter(name -> !isThere(name)).toList();
        that(missing.isEmpty(), "the programs " + String.join(", ", missing));
    }

    /** Headers and linker of this machine's C library, and gcc to link with. */
    public static void hostedC() {
        programs("gcc");
        that(Files.exists(Path.of("/usr/include/stdio.h")), "the C library's headers");
        that(System.getProperty("os.arch").equals("amd64"), "an amd64 machine");
    }

    public static void that(boolean present, String what) {
        if (!present) {
            missing(what, System.getenv());
        }
    }

    /** What was looked for. */
    public static <T> T found(Optional<T> found, String what) {
        return found.orElseGet(() -> {
            missing(what, System.getenv());
            throw new IllegalStateException("a skipped test goes on");
        });
    }

    /** A test that runs only when it is asked for, or that may be left out on request: no tool is missing. */
    public static void asked(boolean asked, String how) {
        Assumptions.assumeTrue(asked, "SKIPPED: " + how);
    }

    /** What a machine may lack even where every tool of Debian's is installed: {@code .ci/allowed-skips} has these tests. */
    public static void optional(boolean present, String what) {
        Assumptions.assumeTrue(present, "SKIPPED: missing here: " + what);
    }

    /** The first of these programs that is on the path. */
    public static Optional<String> first(List<String> names) {
        return names.stream().filter(Needs::isThere).findFirst();
    }

    public static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static void missing(String what, Map<String, String> environment) {
        if ("required".equals(environment.get("LATEBIND_CI"))) {
            throw new AssertionError("missing here, and LATEBIND_CI=required: " + what);
        }
        System.err.println("SKIPPED: missing here: " + what);
        Assumptions.abort("SKIPPED: missing here: " + what);
    }
}
