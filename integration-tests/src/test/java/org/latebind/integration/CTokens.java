package org.latebind.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Spellings of the preprocessing tokens of a text (C11 6.4), as far as two preprocessors' outputs can be compared. */
final class CTokens {
    private static final Pattern TOKEN = Pattern.compile("""
            (?:u8|[uUL])?"(?:[^"\\\\\\n]|\\\\.)*"\
            |[uUL]?'(?:[^'\\\\\\n]|\\\\.)*'\
            |[\\p{L}_$][\\p{L}\\p{Nd}_$]*\
            |\\.?[0-9](?:[eEpP][+-]|[\\p{L}\\p{Nd}_.])*\
            |%:%:|\\.\\.\\.|<<=|>>=|->|\\+\\+|--|<<|>>|<=|>=|==|!=|&&|\\|\\||[-*/%+&^|]=|\\#\\#|<:|:>|<%|%>|%:|\\S""");
    /** gcc prints those that it has obeyed as well. */
    private static final Pattern OBEYED = Pattern.compile("#\\s*pragma\\s+(GCC\\s+(system_header|poison|warning|error)|(push|pop)_macro)\\b.*");

    private CTokens() {}

    static List<String> of(String text) {
        var tokens = new ArrayList<String>();
        for (var line : (Iterable<String>) text.lines()::iterator) {
            if (line.indexOf('#') < 0 || !OBEYED.matcher(line.strip()).matches()) {
                var found = TOKEN.matcher(line);
                while (found.find()) {
                    tokens.add(found.group());
                }
            }
        }
        return tokens;
    }

    /** What is different first, with its surroundings; empty where nothing is. */
    static String difference(List<String> gcc, List<String> ours) {
        int i = 0;
        while (i < gcc.size() && i < ours.size() && gcc.get(i).equals(ours.get(i))) {
            i++;
        }
        return i == gcc.size() && i == ours.size() ? "" : "\n  gcc:  " + around(gcc, i) + "\n  ours: " + around(ours, i);
    }

    private static String around(List<String> tokens, int at) {
        return String.join(" ", tokens.subList(Math.max(0, at - 8), Math.min(at, tokens.size()))) + " >>> "
                + String.join(" ", tokens.subList(Math.min(at, tokens.size()), Math.min(at + 8, tokens.size())));
    }
}
