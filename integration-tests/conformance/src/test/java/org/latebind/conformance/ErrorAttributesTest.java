package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.kit.Command;
import org.latebind.kit.Golden;
import org.latebind.kit.Needs;

/**
 * {@code __attribute__((error))} and {@code ((warning))} in the files of {@code diagnosed/}: calls that are left
 * after optimization are complained of where gcc and clang do at {@code -O2}, and no others.
 */
class ErrorAttributesTest {
    private static final Path SOURCES = Path.of("src/test/resources/diagnosed").toAbsolutePath();
    private static final Pattern COMPLAINT =
            Pattern.compile(".*:(\\d+):\\d+:? (error|warning)\\b.*call to .(\\w+). declared with .*");

    @TempDir
    Path work;

    static Stream<Path> sources() {
        return Golden.inputs(SOURCES).stream();
    }

    /** gcc places a call out of a macro where the macro is defined: whose calls they are is compared. */
    @ParameterizedTest
    @MethodSource("sources")
    void whatGccComplainsOf(Path source) throws Exception {
        assertEquals(complaints(theirs("gcc", source), "$2 $3"), complaints(ours(source), "$2 $3"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whatClangComplainsOfAndWhere(Path source) throws Exception {
        assertEquals(complaints(theirs("clang-16", source), "$1 $2 $3"), complaints(ours(source), "$1 $2 $3"));
    }

    private String theirs(String oracle, Path source) throws Exception {
        Needs.programs(oracle);
        var printed = Command.of(work, oracle, "-O2", "-c", "-o", "a.o", source.toString()).run().text();
        assertFalse(complaints(printed, "$3").isEmpty(), "nothing is complained of by " + oracle);
        return printed;
    }

    private String ours(Path source) throws Exception {
        return Latebind.run("cc", "-c", source, "-o", work.resolve("a.o")).err();
    }

    /** Of each complaint what {@code form} asks for: line, severity, function. */
    private static SortedSet<String> complaints(String text, String form) {
        return text.lines().map(COMPLAINT::matcher).filter(Matcher::matches).map(m -> m.replaceFirst(form))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
