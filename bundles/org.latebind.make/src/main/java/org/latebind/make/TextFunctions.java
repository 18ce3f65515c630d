package org.latebind.make;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions that make text of text (GNU make manual, 8.2 and 8.3). */
final class TextFunctions {
    /**
     * A function.
     *
     * @param least arguments that it needs
     * @param most arguments that it has: commas behind are part of the last one
     */
    record TextFunction(String name, int least, int most, Function<List<String>, String> body) {}

    /** An argument that GNU make stops at. */
    static final class WrongArgument extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongArgument(String message) {
            super(message, null, false, false);
        }
    }

    private static final Map<String, TextFunction> ALL = Stream.of(
            new TextFunction("subst", 3, 3, a -> subst(a.get(0), a.get(1), a.get(2))),
            new TextFunction("patsubst", 3, 3, a -> patsubst(Pattern.of(a.get(0)), Pattern.of(a.get(1)), a.get(2))),
            new TextFunction("strip", 0, 1, a -> String.join(" ", words(a))),
            new TextFunction("findstring", 2, 2, a -> a.get(1).contains(a.get(0)) ? a.get(0) : ""),
            new TextFunction("filter", 2, 2, a -> kept(a.get(1), matches(a.get(0)))),
            new TextFunction("filter-out", 2, 2, a -> kept(a.get(1), matches(a.get(0)).negate())),
            new TextFunction("sort", 0, 1, a -> String.join(" ", new TreeSet<>(words(a)))),
            new TextFunction("word", 2, 2, a -> word(a.get(0), Text.words(a.get(1)))),
            new TextFunction("wordlist", 3, 3, a -> wordList(a.get(0), a.get(1), a.get(2))),
            new TextFunction("words", 0, 1, a -> Integer.toString(words(a).size())),
            new TextFunction("firstword", 0, 1, a -> words(a).stream().findFirst().orElse("")),
            new TextFunction("lastword", 0, 1, a -> words(a).isEmpty() ? "" : words(a).getLast()),
            new TextFunction("dir", 0, 1, a -> each(words(a), word ->
                    word.indexOf('/') < 0 ? "./" : word.substring(0, word.lastIndexOf('/') + 1))),
            new TextFunction("notdir", 0, 1, a -> each(words(a), word -> word.substring(word.lastIndexOf('/') + 1))),
            new TextFunction("suffix", 0, 1, a -> words(a).stream().filter(word -> suffix(word) >= 0)
                    .map(word -> word.substring(suffix(word))).collect(Collectors.joining(" "))),
            new TextFunction("basename", 0, 1, a -> each(words(a), word ->
                    suffix(word) < 0 ? word : word.substring(0, suffix(word)))),
            new TextFunction("addsuffix", 2, 2, a -> each(Text.words(a.get(1)), word -> word + a.get(0))),
            new TextFunction("addprefix", 2, 2, a -> each(Text.words(a.get(1)), word -> a.get(0) + word)),
            new TextFunction("join", 2, 2, a -> join(Text.words(a.get(0)), Text.words(a.get(1))))
    ).collect(Collectors.toUnmodifiableMap(TextFunction::name, Function.identity()));

    private TextFunctions() {}

    static Optional<TextFunction> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static List<String> words(List<String> arguments) {
        return arguments.isEmpty() ? List.of() : Text.words(arguments.getFirst());
    }

    private static String each(List<String> words, UnaryOperator<String> change) {
        return words.stream().map(change).collect(Collectors.joining(" "));
    }

    private static String kept(String text, Predicate<String> condition) {
        return Text.words(text).stream().filter(condition).collect(Collectors.joining(" "));
    }

    private static Predicate<String> matches(String patterns) {
        var all = Text.words(patterns).stream().map(Pattern::of).toList();
        return word -> all.stream().anyMatch(pattern -> pattern.stem(word).isPresent());
    }

    private static String subst(String from, String to, String text) {
        // "The first occurrence of "" in any string is its end", function.c.
        return from.isEmpty() ? text + to : text.replace(from, to);
    }

    static String patsubst(Pattern from, Pattern to, String text) {
        if (!from.percent()) {
            return substWords(from.before(), to, text);
        }
        var out = new ArrayList<String>();
        for (var word : Text.words(text)) {
            var stem = from.stem(word);
            var replaced = stem.map(to::with).orElse(word);
            // GNU make has no blank behind a replacement that is empty as it is written.
            boolean counts = stem.isEmpty() || !to.before().isEmpty()
                    || to.percent() && word.length() + to.after().length() > 0;
            if (counts) {
                out.add(replaced);
            }
        }
        return String.join(" ", out);
    }

    /** A pattern without {@code %} keeps the white space between words. */
    private static String substWords(String from, Pattern to, String text) {
        var replacement = to.percent() ? to.before() + "%" + to.after() : to.before();
        var out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int start = Text.skipSpace(text, i);
            int end = Text.endOfWord(text, start);
            out.append(text, i, start);
            var word = text.substring(start, end);
            if (from.isEmpty()) {
                out.append(word).append(replacement);
            } else {
                out.append(word.equals(from) ? replacement : word);
            }
            i = end;
        }
        return out.toString();
    }

    private static int suffix(String word) {
        int dot = word.lastIndexOf('.');
        return dot > word.lastIndexOf('/') ? dot : -1;
    }

    private static String join(List<String> first, List<String> second) {
        var out = new ArrayList<String>();
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            out.add((i < first.size() ? first.get(i) : "") + (i < second.size() ? second.get(i) : ""));
        }
        return String.join(" ", out);
    }

    private static String word(String number, List<String> words) {
        int index = count(number, "invalid first argument to 'word' function", 1);
        return index <= words.size() ? words.get(index - 1) : "";
    }

    /** The white space between the words stays. */
    private static String wordList(String first, String last, String text) {
        int start = count(first, "invalid first argument to 'wordlist' function", 1);
        int stop = count(last, "invalid second argument to 'wordlist' function", 0);
        int index = 0;
        int from = -1;
        int to = -1;
        for (int i = Text.skipSpace(text, 0); i < text.length() && index < stop; ) {
            int end = Text.endOfWord(text, i);
            if (++index == start) {
                from = i;
            }
            to = end;
            i = Text.skipSpace(text, end);
        }
        return from < 0 ? "" : text.substring(from, to);
    }

    private static int count(String text, String message, int least) {
        var number = integer(text, message);
        if (number.signum() < 0 || number.compareTo(BigInteger.valueOf(least)) < 0) {
            throw new WrongArgument(message + ": '" + Text.stripped(text) + "'");
        }
        return number.bitLength() > 31 ? Integer.MAX_VALUE : number.intValue();
    }

    static BigInteger integer(String text, String message) {
        var digits = Text.stripped(text);
        int sign = digits.startsWith("-") || digits.startsWith("+") ? 1 : 0;
        boolean number = digits.length() > sign && digits.length() < 1000
                && digits.chars().skip(sign).allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            throw new WrongArgument(message + ": '" + text + "'");
        }
        return new BigInteger(digits);
    }
}
