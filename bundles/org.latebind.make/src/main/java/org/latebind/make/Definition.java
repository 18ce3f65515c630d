package org.latebind.make;

import java.util.Optional;

/** {@code name operator value}, not expanded: a name has no white space outside of references. */
record Definition(String name, Operator operator, String value) {
    static Optional<Definition> parse(String text) {
        int start = Text.skipSpace(text, 0);
        int nameEnd = -1;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '#') {
                return Optional.empty();
            }
            if (Text.isBlank(c)) {
                if (nameEnd >= 0) {
                    return Optional.empty();
                }
                nameEnd = i;
                i = Text.skipSpace(text, i);
                continue;
            }
            var operator = operatorAt(text, i);
            if (operator.isPresent()) {
                int value = i + operator.get().length();
                return Optional.of(new Definition(text.substring(start, nameEnd < 0 ? i : nameEnd),
                        operator.get().operator(), text.substring(Text.skipSpace(text, value))));
            }
            if (nameEnd >= 0 || c == ':') {
                return Optional.empty();
            }
            i = c == '$' ? Text.endOfReference(text, i + 1) : i + 1;
        }
        return Optional.empty();
    }

    private record Written(Operator operator, int length) {}

    private static Optional<Written> operatorAt(String text, int at) {
        for (var written : new String[] {":::=", "::=", ":=", "+=", "?=", "!=", "="}) {
            if (text.startsWith(written, at)) {
                return Optional.of(new Written(operator(written), written.length()));
            }
        }
        return Optional.empty();
    }

    private static Operator operator(String written) {
        return switch (written) {
            case ":::=" -> Operator.IMMEDIATE;
            case "::=", ":=" -> Operator.SIMPLE;
            case "+=" -> Operator.APPEND;
            case "?=" -> Operator.CONDITIONAL;
            case "!=" -> Operator.SHELL;
            default -> Operator.RECURSIVE;
        };
    }
}
