package org.latebind.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reference that is a call of a function.
 *
 * @param arguments not expanded
 * @param end the offset behind the closing bracket
 */
record FunctionCall(BuiltIn function, List<String> arguments, int end) {
    static Optional<FunctionCall> parse(String text, int open, State state) {
        int nameEnd = open + 1;
        while (nameEnd < text.length() && isNameCharacter(text.charAt(nameEnd))) {
            nameEnd++;
        }
        boolean delimited = nameEnd == text.length() || Text.isSpace(text.charAt(nameEnd));
        var function = delimited ? BuiltIn.named(text.substring(open + 1, nameEnd)) : Optional.<BuiltIn>empty();
        if (function.isEmpty()) {
            return Optional.empty();
        }
        int start = Text.skipSpace(text, nameEnd);
        char bracket = text.charAt(open);
        int close = Text.closing(text, start, bracket);
        if (close < 0) {
            throw state.stop("unterminated call to function '" + function.get().name() + "': missing '"
                    + Text.closes(bracket) + "'");
        }
        return Optional.of(new FunctionCall(function.get(),
                split(text.substring(start, close), bracket, function.get().most()), close + 1));
    }

    private static boolean isNameCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    private static List<String> split(String text, char open, int most) {
        var arguments = new ArrayList<String>();
        char close = Text.closes(open);
        int start = 0;
        int level = 0;
        for (int i = 0; i < text.length() && arguments.size() + 1 < most; i++) {
            char c = text.charAt(i);
            if (c == open) {
                level++;
            } else if (c == close) {
                level--;
            } else if (c == ',' && level == 0) {
                arguments.add(text.substring(start, i));
                start = i + 1;
            }
        }
        arguments.add(text.substring(start));
        return arguments;
    }
}
