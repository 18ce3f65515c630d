package org.latebind.backend.oracles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.latebind.kit.Needs;

/**
 * The macros of {@code gcc -dM -E}.
 *
 * @param gcc the program
 * @param marker a macro that only this machine's compiler has
 * @param leftOut names that the backend leaves out on purpose, as a regular expression
 */
public record GccMacrosOracle(String gcc, String marker, String leftOut) {
    /** Types that we do not have, and glibc's stdc-predef.h. */
    private static final String LEFT_OUT_EVERYWHERE = "__(FLT(16|32|64|128)X?|DEC(32|64|128))_\\w+"
            + "|__DECIMAL_BID_FORMAT__|__DEC_EVAL_METHOD__|_STDC_PREDEF_H|__STDC_IEC_\\w+|__STDC_ISO_10646__";

    /** No difference but in what is left out, if this gcc is installed. */
    public void assertSame(List<String> flags, String ours) throws IOException, InterruptedException {
        var theirs = ask(flags);
        var mine = parse(ours);
        var names = new TreeSet<>(theirs.keySet());
        names.addAll(mine.keySet());
        var differences = new ArrayList<String>();
        for (var name : names) {
            boolean same = theirs.containsKey(name) == mine.containsKey(name)
                    && String.valueOf(theirs.get(name)).equals(String.valueOf(mine.get(name)));
            if (!same && !name.matches(LEFT_OUT_EVERYWHERE) && !name.matches(leftOut)) {
                differences.add(name + ": gcc " + theirs.get(name) + ", we " + mine.get(name));
            }
        }
        assertEquals(List.of(), differences);
    }

    private static TreeMap<String, String> parse(String text) {
        var macros = new TreeMap<String, String>();
        text.lines().forEach(line -> {
            var words = line.split(" ", 3);
            macros.put(words[1], words.length > 2 ? words[2].strip() : "");
        });
        return macros;
    }

    private TreeMap<String, String> ask(List<String> flags) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(gcc));
        command.addAll(flags);
        command.addAll(List.of("-dM", "-E", "-x", "c", "/dev/null"));
        Needs.programs(gcc);
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Needs.that(process.waitFor() == 0, gcc + " that knows these flags: " + flags);
        var macros = parse(text);
        Needs.that("12".equals(macros.get("__GNUC__")), "version 12 of " + gcc);
        Needs.that(macros.containsKey(marker), gcc + " for the machine that has " + marker);
        return macros;
    }
}
