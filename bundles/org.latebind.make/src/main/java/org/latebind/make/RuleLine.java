package org.latebind.make;

import java.util.Optional;
import org.latebind.make.Text.Found;

/**
 * A line that is a rule or an assignment for some targets, as far as it must be expanded to see which (read.c, "This
 * line describes some target files").
 *
 * @param targets what is before the colon, expanded
 * @param rest what is behind it, not expanded, other than the end of the word with the colon
 * @param semicolon the recipe behind a semicolon of the line itself, with the semicolon; else empty
 */
record RuleLine(Value targets, String rest, String semicolon) {
    /** The rule, or empty where the line expands to nothing. */
    static Optional<RuleLine> parse(String raw, State state, Expander expander) {
        var cut = Text.find(raw, ";#", true);
        var head = Text.joined(cut.before());
        var semicolon = cut.index() >= 0 && cut.text().charAt(cut.index()) == ';'
                ? Text.joined(cut.text().substring(cut.index())) : "";
        Value line = Value.EMPTY;
        var undecided = Optional.<Reason>empty();
        int at = Text.skipSpace(head, 0);
        while (at < head.length()) {
            int end = endOfWord(head, at);
            var word = expander.expand(head.substring(at, end));
            undecided = undecided.or(word::why);
            var colon = word.known().map(text -> Text.find(text, ":", false)).filter(found -> found.index() >= 0);
            if (colon.isPresent()) {
                return Optional.of(rule(line, colon.get(), head.substring(end), semicolon));
            }
            line = line.then(Value.of(line.isEmpty().isTrue() ? "" : " ")).then(word);
            at = Text.skipSpace(head, end);
        }
        if (undecided.isPresent()) {
            throw state.refused("LB1225", "whether this is a rule is not decided", undecided.get());
        }
        if (!line.known().orElseThrow().isBlank()) {
            throw state.stop("missing separator");
        }
        if (!semicolon.isEmpty()) {
            throw state.stop("missing rule before recipe");
        }
        return Optional.empty();
    }

    private static RuleLine rule(Value before, Found word, String rest, String semicolon) {
        var text = word.before();
        var target = text.endsWith("&") ? text.substring(0, text.length() - 1) : text;
        boolean separate = !target.isEmpty() && !before.isEmpty().isTrue();
        return new RuleLine(before.then(Value.of((separate ? " " : "") + target)),
                word.text().substring(word.index() + 1) + rest, semicolon);
    }

    /** A word ends at white space, and before and behind a colon. */
    private static int endOfWord(String text, int start) {
        if (text.charAt(start) == ':') {
            return text.startsWith("::", start) ? start + 2 : start + 1;
        }
        int i = start;
        while (i < text.length() && !Text.isSpace(text.charAt(i)) && text.charAt(i) != ':') {
            char c = text.charAt(i);
            if (c == '$') {
                i = Text.endOfReference(text, i + 1);
            } else {
                boolean quotes = c == '\\' && i + 1 < text.length() && ":;=\\".indexOf(text.charAt(i + 1)) >= 0;
                i += quotes ? 2 : 1;
            }
        }
        return i;
    }

    /** What is behind {@code :}, or {@code ::}. */
    String withoutSecondColon() {
        return rest.startsWith(":") ? rest.substring(1) : rest;
    }
}
