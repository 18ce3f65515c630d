package org.latebind.genksyms.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.latebind.genksyms.Dialect;
import org.latebind.kit.AptPackages;
import org.latebind.kit.Golden;
import org.latebind.kit.Needs;

/**
 * Versions and dumps of types are those of a kernel's own genksyms, for the cases and random declarations. The program
 * is that of this machine's suite; {@code LATEBIND_GENKSYMS="5.10=PROGRAM 6.12=PROGRAM"} names others.
 */
class GenksymsAgreementTest {
    private static final int FILES = 50;
    private static final int DECLARATIONS = 20;

    @TestFactory
    Stream<DynamicTest> everyProgram() throws IOException, InterruptedException {
        return programs().entrySet().stream().flatMap(each -> tests(each.getKey(), each.getValue()));
    }

    private static Stream<DynamicTest> tests(String release, Path program) {
        return Stream.of(
                DynamicTest.dynamicTest("cases " + release, () -> cases(release, program)),
                DynamicTest.dynamicTest("random " + release, () -> random(release, program)));
    }

    private static void cases(String release, Path program) throws IOException, InterruptedException {
        for (var input : Golden.inputs(Path.of("src/test/resources/cases"), ".i")) {
            assertAgrees(release, program, input.toString(), Files.readString(input));
        }
    }

    private static void random(String release, Path program) throws IOException, InterruptedException {
        for (long seed : LongStream.rangeClosed(1, FILES).toArray()) {
            assertAgrees(release, program, "random:" + seed, RandomDeclarations.of(seed, DECLARATIONS));
        }
    }

    private static void assertAgrees(String release, Path program, String name, String text)
            throws IOException, InterruptedException {
        var theirs = CompareWithGenksyms.ask(program, text);
        assertEquals(theirs.text(), CompareWithGenksyms.ours(Dialect.of(release).orElseThrow(), text).text(), name);
    }

    private static Map<String, Path> programs() throws IOException, InterruptedException {
        var programs = new LinkedHashMap<String, Path>();
        var named = System.getenv("LATEBIND_GENKSYMS");
        if (named != null) {
            Arrays.stream(named.strip().split("\\s+")).map(each -> each.split("="))
                    .forEach(each -> programs.put(each[0], Path.of(each[1])));
            return programs;
        }
        Needs.that(System.getProperty("os.arch").equals("amd64"), "an amd64 machine");
        Needs.programs("apt-get", "dpkg-deb");
        var script = "apt-get download linux-kbuild-6.1 && dpkg-deb -x *.deb .";
        var folder = Needs.found(AptPackages.folder("genksyms", script), "the package linux-kbuild-6.1");
        return Map.of("6.1", folder.resolve("usr/lib/linux-kbuild-6.1/scripts/genksyms/genksyms"));
    }
}
