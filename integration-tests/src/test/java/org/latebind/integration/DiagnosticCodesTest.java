package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.latebind.kit.Command;
import org.latebind.kit.Distribution;

/** Every diagnostic code has one meaning and one page. */
class DiagnosticCodesTest {
    private static final Pattern IN_CODE = Pattern.compile("\"(LB\\d{4})\"|error\\[(LB\\d{4})]");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (LB\\d{4}): (.*)$");
    private static final String PAGES = "src/main/resources/OSGI-INF/latebind/diagnostics.md";
    private static final int LONGEST_TITLE = 70;
    private static final Pattern IN_TEST = Pattern.compile("\\b(LB\\d{4})\\b");
    private static final String REASONS = "not-reached.txt";
    /** One of so many codes may have a reason. */
    private static final int MOST_EXCUSED = 10;
    private static final Path BUNDLES = Distribution.ROOT.resolve("bundles");

    @Test
    void everyCodeHasOnePage() throws IOException {
        var owners = new TreeMap<String, List<String>>();
        for (var bundle : bundles()) {
            HEADING.matcher(pages(bundle)).results().forEach(
                    heading -> owners.computeIfAbsent(heading.group(1), code -> new ArrayList<>()).add(name(bundle)));
        }
        assertEquals(Map.of(), with(owners, names -> names.size() > 1), "codes with several pages");
        assertEquals(reported(), new TreeSet<>(owners.keySet()), "codes that are reported, and codes that have pages");
    }

    /** Where several bundles name a code, its page is in one that each of them is wired to: none hangs on another provider. */
    @Test
    void aCodeOfSeveralBundlesHasItsPageInOneThatTheyShare() throws IOException {
        var owners = new TreeMap<String, String>();
        for (var bundle : bundles()) {
            HEADING.matcher(pages(bundle)).results().forEach(heading -> owners.put(heading.group(1), name(bundle)));
        }
        var misplaced = new ArrayList<String>();
        for (var bundle : Distribution.bundles()) {
            for (var code : codes(files(BUNDLES.resolve(bundle.name()), "/src/main/", ".java"))) {
                var owner = owners.getOrDefault(code, "none");
                if (!owner.equals(bundle.name()) && !bundle.packages("Import-Package").contains(owner)) {
                    misplaced.add(code + " of " + bundle + " has its page in " + owner);
                }
            }
        }
        assertEquals(List.of(), misplaced);
    }

    @Test
    void aTitleIsShortAndNoSentence() throws IOException {
        for (var bundle : bundles()) {
            HEADING.matcher(pages(bundle)).results().map(heading -> heading.group(2)).forEach(title -> assertTrue(
                    title.length() <= LONGEST_TITLE && !title.endsWith(".") && !title.isBlank(), title));
        }
    }

    /** The reference is what {@code latebind explain --all > docs/diagnostics.md} writes. */
    @Test
    void theReferenceIsUpToDate() throws Exception {
        var printed = Command.latebind(Distribution.ROOT, "explain", "--all").run().done();
        assertEquals(printed, Files.readString(Distribution.ROOT.resolve("docs/diagnostics.md")),
                "docs/diagnostics.md is not what 'latebind explain --all' prints");
    }

    /**
     * A code occurs in a test when an input of {@link DiagnosticCasesTest} has its name, or when a test's source or
     * expected output names it. For a few there is a reason in place of that.
     */
    @Test
    void everyCodeOccursInATest() throws IOException {
        var codes = new TreeSet<String>();
        for (var bundle : bundles()) {
            HEADING.matcher(pages(bundle)).results().forEach(heading -> codes.add(heading.group(1)));
        }
        var tested = tested();
        var untested = new TreeSet<>(codes);
        untested.removeAll(tested);
        var excused = reasons();
        assertEquals(untested, new TreeSet<>(excused.keySet()), "codes that occur in no test, and codes with a reason");
        assertTrue(excused.values().stream().noneMatch(String::isBlank), excused.toString());
        assertTrue(excused.size() * MOST_EXCUSED <= codes.size(),
                excused.size() + " of " + codes.size() + " codes have a reason in place of a test");
    }

    private static TreeSet<String> tested() throws IOException {
        var codes = new TreeSet<String>();
        for (var root : List.of("bundles", "integration-tests", "distribution")) {
            for (var file : files(Distribution.ROOT.resolve(root), "/src/test/", "")) {
                if (Files.isRegularFile(file) && !file.endsWith(REASONS)) {
                    IN_TEST.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).results()
                            .forEach(found -> codes.add(found.group(1)));
                }
            }
        }
        return codes;
    }

    /** Lines of a code and why no test has it. */
    private static Map<String, String> reasons() throws IOException {
        var reasons = new TreeMap<String, String>();
        for (var line : Files.readAllLines(DiagnosticCasesTest.CASES.resolve(REASONS))) {
            var parts = line.split(": ", 2);
            reasons.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return reasons;
    }

    /** The codes in the sources of bundles and launcher. */
    private static TreeSet<String> reported() throws IOException {
        var sources = new ArrayList<>(files(BUNDLES, "/src/main/", ".java"));
        sources.addAll(files(Distribution.ROOT.resolve("distribution/src/main"), "", ".java"));
        sources.add(Distribution.ROOT.resolve("latebind"));
        return codes(sources);
    }

    private static TreeSet<String> codes(List<Path> sources) throws IOException {
        var codes = new TreeSet<String>();
        for (var file : sources) {
            var found = IN_CODE.matcher(withoutComments(Files.readString(file)));
            found.results().forEach(each -> codes.add(each.group(1) == null ? each.group(2) : each.group(1)));
        }
        return codes;
    }

    /** A comment may show what is printed. */
    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "");
    }

    private static Map<String, List<String>> with(
            Map<String, List<String>> all, Predicate<List<String>> wanted) {
        var some = new TreeMap<>(all);
        some.values().removeIf(wanted.negate());
        return some;
    }

    private static List<Path> bundles() throws IOException {
        try (var folders = Files.list(BUNDLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
        }
    }

    private static String pages(Path bundle) throws IOException {
        var file = bundle.resolve(PAGES);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static String name(Path bundle) {
        return bundle.getFileName().toString();
    }

    private static List<Path> files(Path root, String within, String ending) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().contains(within) && file.toString().endsWith(ending))
                    .sorted().toList();
        }
    }
}
