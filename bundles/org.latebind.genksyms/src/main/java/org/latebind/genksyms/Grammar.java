package org.latebind.genksyms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of a grammar, in their order, which decides conflicts. A line of a grammar file is one:
 *
 * <pre>
 *   left : item item ... [{action}...] [-> result]
 * </pre>
 *
 * <p>An item is a {@link Terminal} in capitals, a nonterminal, or in the middle an action in braces, which becomes an
 * empty nonterminal of its own. The result is the number of an item whose value is the rule's; with more numbers the
 * first that has a value; 0 is no value. Without it the rule has the value of its first item.
 *
 * <p>A symbol is a number: first all terminals, then nonterminals, of which the first is the start.
 */
final class Grammar {
    /**
     * @param actions names of what is done when the rule is reduced
     * @param results numbers of items from 1
     */
    record Rule(int left, int[] right, List<String> actions, int[] results) {}

    static final int TERMINALS = Terminal.values().length;

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private Grammar() {
        Arrays.stream(Terminal.values()).forEach(terminal -> number(terminal.name()));
        // Of the rule that accepts everything.
        number("all");
    }

    static Grammar of(Dialect dialect) {
        try (var in = Grammar.class.getResourceAsStream(dialect.grammar())) {
            var grammar = new Grammar();
            new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .filter(line -> dialect.hasStaticAssert() || !line.contains("static_assertion"))
                    .forEach(grammar::add);
            return grammar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Rule> rules() {
        return rules;
    }

    /** How many symbols there are. */
    int symbols() {
        return numbers.size();
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, absent -> numbers.size());
    }

    private void add(String line) {
        var sides = line.split("->");
        var words = new ArrayList<>(List.of(sides[0].strip().split("\\s+")));
        var actions = new ArrayList<String>();
        while (words.getLast().startsWith("{")) {
            actions.addFirst(action(words.removeLast()));
        }
        int left = number(words.get(0));
        if (rules.isEmpty()) {
            rules.add(new Rule(number("all"), new int[] {left, Terminal.END.ordinal()}, List.of(), new int[] {1}));
        }
        var right = words.subList(2, words.size()).stream().mapToInt(this::item).toArray();
        var results = sides.length == 1
                ? new int[] {1}
                : Arrays.stream(sides[1].strip().split("\\s+")).mapToInt(Integer::parseInt).toArray();
        rules.add(new Rule(left, right, List.copyOf(actions), results));
    }

    private int item(String word) {
        if (!word.startsWith("{")) {
            return number(word);
        }
        int marker = number("(" + rules.size() + "." + numbers.size() + ")");
        rules.add(new Rule(marker, new int[0], List.of(action(word)), new int[] {0}));
        return marker;
    }

    private static String action(String word) {
        return word.substring(1, word.length() - 1);
    }
}
