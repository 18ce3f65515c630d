package org.latebind.headers.kbuild;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.latebind.target.api.ConfigAnswer;

/** {@code include/generated/autoconf.h} with config symbols answered for our compiler. */
final class AnsweredAutoconf {
    private AnsweredAutoconf() {}

    /** Lines of answered symbols are emptied, so that all others keep their numbers; new ones follow. */
    static byte[] rewrite(byte[] original, SortedMap<String, String> symbols, List<ConfigAnswer> answers) {
        var text = new String(original, StandardCharsets.ISO_8859_1);
        var added = new StringBuilder();
        for (var answer : answers) {
            var name = "CONFIG_" + answer.option();
            var value = answer.value().orElse("n");
            if (!value.equals(symbols.getOrDefault(name, "n"))) {
                text = text.replaceAll("(?m)^#define " + name + "(_MODULE)? .*$", "");
                added.append(definition(name, value));
            }
        }
        return (text + added).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String definition(String name, String value) {
        return switch (value) {
            case "n" -> "";
            case "y" -> "#define " + name + " 1\n";
            case "m" -> "#define " + name + "_MODULE 1\n";
            default -> "#define " + name + " " + value + "\n";
        };
    }
}
