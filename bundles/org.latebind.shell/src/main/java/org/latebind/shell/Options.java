package org.latebind.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command's options as getopt_long reads them: short ones in one word, long ones, operands in between. */
final class Options {
    private final Map<Character, List<String>> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    /**
     * Reads them, or refuses the first that is not known.
     *
     * @param flags those without an argument
     * @param withArgument those with one
     * @param names {@code long=s}: what a long option is in short
     */
    static Options read(Call call, String flags, String withArgument, Map<String, Character> names) {
        var options = new Options();
        var words = call.arguments();
        for (int i = 0; i < words.size(); i++) {
            var word = call.world().inspect(words.get(i).startsWith("-") ? words.get(i) : "").isEmpty()
                    ? words.get(i) : words.get(i);
            if (word.equals("--")) {
                options.operands.addAll(words.subList(i + 1, words.size()));
                break;
            }
            if (word.startsWith("--")) {
                i = options.readLong(call, word, i, withArgument, names);
            } else if (word.startsWith("-") && word.length() > 1) {
                i = options.readShort(call, word, i, flags, withArgument);
            } else {
                options.operands.add(word);
            }
        }
        return options;
    }

    private int readLong(Call call, String word, int index, String withArgument, Map<String, Character> names) {
        int equals = word.indexOf('=');
        var name = word.substring(2, equals < 0 ? word.length() : equals);
        var option = names.get(name);
        if (option == null) {
            throw call.notCovered(word);
        }
        boolean takes = withArgument.indexOf(option) >= 0;
        if (takes && equals < 0) {
            if (index + 1 == call.arguments().size()) {
                throw call.notCovered(word);
            }
            add(option, call.arguments().get(index + 1));
            return index + 1;
        }
        if (!takes && equals >= 0) {
            throw call.notCovered(word);
        }
        add(option, takes ? word.substring(equals + 1) : "");
        return index;
    }

    private int readShort(Call call, String word, int index, String flags, String withArgument) {
        for (int i = 1; i < word.length(); i++) {
            char option = word.charAt(i);
            if (flags.indexOf(option) >= 0) {
                add(option, "");
            } else if (withArgument.indexOf(option) >= 0) {
                if (i + 1 < word.length()) {
                    add(option, word.substring(i + 1));
                    return index;
                }
                if (index + 1 == call.arguments().size()) {
                    throw call.notCovered(word);
                }
                add(option, call.arguments().get(index + 1));
                return index + 1;
            } else {
                throw call.notCovered(word);
            }
        }
        return index;
    }

    private void add(char option, String value) {
        values.computeIfAbsent(option, any -> new ArrayList<>()).add(value);
    }

    boolean has(char option) {
        return values.containsKey(option);
    }

    Optional<String> value(char option) {
        return Optional.ofNullable(values.get(option)).map(List::getLast);
    }

    List<String> all(char option) {
        return values.getOrDefault(option, List.of());
    }

    List<String> operands() {
        return operands;
    }
}
