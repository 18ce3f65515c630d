package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.kit.Command;
import org.latebind.kit.Golden;
import org.latebind.kit.Needs;

/**
 * What C11's "Constraints" paragraphs forbid is reported: {@code constraints/} has a file for each clause, one
 * violation a line, and beside it what {@code cc} prints of them.
 *
 * <p>clang is asked, too: each line where {@code -std=gnu11 -pedantic-errors} has an error is one of ours, and no line
 * of ours is one of which clang says nothing at all.
 */
class ConstraintsTest {
    private static final Path SOURCES = Path.of("src/test/resources/constraints").toAbsolutePath();

    @TempDir
    Path work;

    static Stream<String> clauses() {
        return Golden.inputs(SOURCES).stream().map(file -> file.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void violationsAreReported(String clause) throws Exception {
        var printed = printed(clause);
        assertFalse(printed.isEmpty(), "nothing is reported");
        Golden.assertSame(SOURCES.resolve(clause), ".err", printed);
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void clangReportsTheSameLines(String clause) throws Exception {
        Needs.programs("clang-16");
        var ours = lines(clause, printed(clause), "error|warning");
        var required = lines(clause, clang(clause, "-pedantic-errors", "-Wno-everything"), "fatal error|error");
        var unreported = new TreeSet<>(required);
        unreported.removeAll(ours);
        assertEquals(new TreeSet<Integer>(), unreported, "lines of which only clang complains");
        var unfounded = new TreeSet<>(ours);
        unfounded.removeAll(lines(clause, clang(clause, "-pedantic", "-Wall", "-Wextra"), "fatal error|error|warning"));
        assertEquals(new TreeSet<Integer>(), unfounded, "lines of which clang says nothing");
    }

    private String printed(String clause) throws Exception {
        var ran = Latebind.run("cc", "-std=gnu11", "-c", SOURCES.resolve(clause), "-o", work.resolve("a.o"));
        return ran.err().replace(SOURCES + "/", "");
    }

    private static SortedSet<Integer> lines(String clause, String text, String severities) {
        var lines = new TreeSet<Integer>();
        var message = Pattern.compile("(?m)^" + Pattern.quote(clause) + ":(\\d+):\\d+: (" + severities + ")\\b").matcher(text);
        while (message.find()) {
            lines.add(Integer.parseInt(message.group(1)));
        }
        return lines;
    }

    private static String clang(String clause, String... flags) throws Exception {
        var command = new ArrayList<>(List.of("clang-16", "-std=gnu11", "-fsyntax-only", "-ferror-limit=0"));
        command.addAll(List.of(flags));
        command.add(clause);
        var ran = Command.of(SOURCES, command).run();
        assertFalse(ran.isHung(), "clang does not end");
        return ran.text();
    }
}
