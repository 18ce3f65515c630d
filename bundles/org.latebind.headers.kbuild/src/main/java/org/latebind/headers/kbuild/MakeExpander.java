package org.latebind.headers.kbuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/**
 * Variables and functions of GNU make, as far as they decide compiler flags (GNU make manual, chapters
 * 6 and 8).
 *
 * <p>Nothing is run: what {@code $(shell)} or kbuild's {@code scripts/Makefile.compiler} would ask a compiler is
 * answered by {@link CompilerQuestions}; other commands give nothing.
 */
final class MakeExpander {
    /** Bounds the work that one text can cause, and ends recursive variables that name themselves. */
    private static final int MAX_DEPTH = 200;
    private static final int MAX_TEXT = 1 << 20;
    /** Characters expanded in all, and a toll for each text: variables that name each other twice double it. */
    private static final long MAX_WORK = 200_000_000;
    private static final int TOLL = 100;

    private record Variable(String value, boolean recursive) {}

    private final Map<String, Variable> variables = new HashMap<>();
    private final Set<String> fixed = new TreeSet<>();
    private final CompilerQuestions compiler = new CompilerQuestions();
    private int depth;
    private long work;

    /** Sets a variable as make's command line does: assignments in Makefiles do not change it. */
    void fix(String name, String value) {
        variables.put(name, new Variable(value, false));
        fixed.add(name);
    }

    /** Sets a variable that Makefiles may change. */
    void set(String name, String value) {
        variables.put(name, new Variable(value, false));
    }

    boolean isDefined(String name) {
        var variable = variables.get(name);
        return variable != null && !variable.value().isEmpty();
    }

    /** Carries out {@code name operator value}, the name expanded already. */
    void assign(String name, String operator, String value) {
        if (fixed.contains(name)) {
            return;
        }
        var old = variables.get(name);
        switch (operator) {
            case "=" -> variables.put(name, new Variable(value, true));
            case ":=", "::=" -> variables.put(name, new Variable(expand(value), false));
            case "?=" -> variables.putIfAbsent(name, new Variable(value, true));
            case "+=" -> variables.put(name, appended(old, value));
            default -> variables.put(name, new Variable("", false)); // != runs a command
        }
    }

    private Variable appended(Variable old, String value) {
        if (old == null) {
            return new Variable(value, true);
        }
        var more = old.recursive() ? value : expand(value);
        return new Variable(bounded(old.value().isEmpty() ? more : old.value() + " " + more), old.recursive());
    }

    String expand(String text) {
        return expand(text, List.of());
    }

    private String expand(String text, List<String> arguments) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        work += TOLL + text.length();
        if (depth > MAX_DEPTH || work > MAX_WORK) {
            throw endless();
        }
        depth++;
        try {
            return expandReferences(text, arguments);
        } finally {
            depth--;
        }
    }

    private static String bounded(String text) {
        if (text.length() > MAX_TEXT) {
            throw endless();
        }
        return text;
    }

    private static DiagnosticException endless() {
        return DiagnosticException.badInput(Diagnostic.error(
                "LB5011", "the kernel's Makefiles have variables that expand without an end"));
    }

    private String expandReferences(String text, List<String> arguments) {
        var out = new StringBuilder();
        int i = 0;
        while (i < text.length() && out.length() <= MAX_TEXT) {
            char c = text.charAt(i);
            if (c != '$' || i + 1 == text.length()) {
                out.append(c);
                i++;
                continue;
            }
            char next = text.charAt(i + 1);
            if (next == '(' || next == '{') {
                int end = closing(text, i + 1);
                out.append(reference(text.substring(i + 2, end), arguments));
                i = Math.min(end + 1, text.length());
            } else {
                out.append(next == '$' ? "$" : reference(String.valueOf(next), arguments));
                i += 2;
            }
        }
        return bounded(out.toString());
    }

    /** The index of the bracket that closes the one at {@code open}, or the text's end. */
    static int closing(String text, int open) {
        char opening = text.charAt(open);
        char closing = opening == '(' ? ')' : '}';
        int level = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == opening) {
                level++;
            } else if (text.charAt(i) == closing && --level == 0) {
                return i;
            }
        }
        return text.length();
    }

    private String reference(String inside, List<String> arguments) {
        int space = firstSpace(inside);
        if (space > 0) {
            var function = function(inside.substring(0, space), inside.substring(space + 1).stripLeading(), arguments);
            if (function.isPresent()) {
                return function.get();
            }
        }
        var name = expand(inside, arguments).strip();
        int colon = name.indexOf(':');
        int equals = name.indexOf('=', colon + 1);
        if (colon > 0 && equals > 0) {
            return substitutionReference(name.substring(0, colon), name.substring(colon + 1, equals),
                    name.substring(equals + 1), arguments);
        }
        return value(name, arguments);
    }

    private String substitutionReference(String name, String from, String to, List<String> arguments) {
        var pattern = from.contains("%") ? from : "%" + from;
        var replacement = from.contains("%") ? to : "%" + to;
        return eachWord(value(name, arguments), word -> substitute(word, pattern, replacement));
    }

    private String value(String name, List<String> arguments) {
        if (name.length() == 1 && Character.isDigit(name.charAt(0))) {
            int index = name.charAt(0) - '0';
            return index < arguments.size() ? arguments.get(index) : "";
        }
        var variable = variables.get(name);
        if (variable == null) {
            return "";
        }
        return variable.recursive() ? expand(variable.value(), arguments) : variable.value();
    }

    private static int firstSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t') {
                return i;
            }
            if (c == '$' || c == '(' || c == ',') {
                return -1;
            }
        }
        return -1;
    }

    private Optional<String> function(String name, String rest, List<String> arguments) {
        var parts = commaSeparated(rest, arity(name));
        UnaryOperator<String> expanded = text -> expand(text, arguments);
        switch (name) {
            case "if":
                var condition = expanded.apply(parts.get(0)).strip();
                return Optional.of(expanded.apply(at(parts, condition.isEmpty() ? 2 : 1)));
            case "or":
                return Optional.of(parts.stream().map(part -> expanded.apply(part).strip())
                        .filter(part -> !part.isEmpty()).findFirst().orElse(""));
            case "and":
                return Optional.of(parts.stream().map(part -> expanded.apply(part).strip())
                        .reduce((a, b) -> a.isEmpty() ? "" : b).orElse(""));
            case "call":
                return Optional.of(call(parts.stream().map(expanded).toList()));
            case "foreach":
                return Optional.of(forEach(expanded.apply(parts.get(0)).strip(), expanded.apply(at(parts, 1)),
                        at(parts, 2), arguments));
            case "shell":
                return Optional.of(compiler.shell(expanded.apply(rest).strip()));
            case "eval", "error", "warning", "info", "wildcard", "file", "value":
                return Optional.of("");
            default:
                return textFunction(name, parts.stream().map(expanded).toList());
        }
    }

    private String forEach(String variable, String list, String body, List<String> arguments) {
        var outer = Optional.ofNullable(variables.get(variable));
        var results = new ArrayList<String>();
        for (var word : words(list)) {
            variables.put(variable, new Variable(word, false));
            results.add(expand(body, arguments));
        }
        outer.ifPresentOrElse(old -> variables.put(variable, old), () -> variables.remove(variable));
        return String.join(" ", results);
    }

    private String call(List<String> arguments) {
        var name = arguments.get(0).strip();
        var answer = compiler.answer(name, arguments, variable -> value(variable, List.of()));
        return answer.orElseGet(() -> value(name, arguments));
    }

    private Optional<String> textFunction(String name, List<String> p) {
        return Optional.ofNullable(switch (name) {
            case "subst" -> at(p, 2).replace(p.get(0), at(p, 1));
            case "patsubst" -> eachWord(at(p, 2), word -> substitute(word, p.get(0).strip(), at(p, 1).strip()));
            case "strip" -> String.join(" ", words(p.get(0)));
            case "findstring" -> at(p, 1).contains(p.get(0)) ? p.get(0) : "";
            case "filter" -> kept(at(p, 1), word -> matchesAny(word, p.get(0)));
            case "filter-out" -> kept(at(p, 1), word -> !matchesAny(word, p.get(0)));
            case "sort" -> String.join(" ", new TreeSet<>(words(p.get(0))));
            case "word" -> nth(words(at(p, 1)), p.get(0));
            case "words" -> Integer.toString(words(p.get(0)).size());
            case "firstword" -> words(p.get(0)).stream().findFirst().orElse("");
            case "lastword" -> words(p.get(0)).stream().reduce((a, b) -> b).orElse("");
            case "addprefix" -> eachWord(at(p, 1), word -> p.get(0) + word);
            case "addsuffix" -> eachWord(at(p, 1), word -> word + p.get(0));
            case "notdir" -> eachWord(p.get(0), word -> word.substring(word.lastIndexOf('/') + 1));
            case "dir" -> eachWord(p.get(0), word -> word.substring(0, word.lastIndexOf('/') + 1));
            case "basename" -> eachWord(p.get(0), word -> word.replaceFirst("\\.[^./]*$", ""));
            case "abspath", "realpath" -> p.get(0);
            case "origin" -> variables.containsKey(p.get(0).strip()) ? "file" : "undefined";
            case "flavor" -> "undefined";
            default -> null;
        });
    }

    private static String at(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    private static String nth(List<String> words, String number) {
        var digits = number.strip();
        int index = digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
        return index >= 1 && index <= words.size() ? words.get(index - 1) : "";
    }

    /** How many arguments a function takes at most: commas in the last one are part of it. */
    private static int arity(String name) {
        return switch (name) {
            case "or", "and", "call" -> Integer.MAX_VALUE;
            case "subst", "patsubst", "if", "foreach" -> 3;
            case "findstring", "filter", "filter-out", "word", "addprefix", "addsuffix", "file" -> 2;
            default -> 1;
        };
    }

    private static List<String> commaSeparated(String text, int most) {
        var parts = new ArrayList<String>();
        int start = 0;
        int level = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '{') {
                level++;
            } else if (c == ')' || c == '}') {
                level--;
            } else if (c == ',' && level == 0 && parts.size() + 1 < most) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var rest = new StringTokenizer(text); rest.hasMoreTokens(); ) {
            words.add(rest.nextToken());
        }
        return words;
    }

    private static String eachWord(String list, UnaryOperator<String> change) {
        return words(list).stream().map(change).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String kept(String list, Predicate<String> condition) {
        return words(list).stream().filter(condition).collect(Collectors.joining(" "));
    }

    private static boolean matchesAny(String word, String patterns) {
        return words(patterns).stream().anyMatch(pattern -> stem(word, pattern).isPresent());
    }

    private static String substitute(String word, String pattern, String replacement) {
        return stem(word, pattern)
                .map(stem -> pattern.contains("%") ? replacement.replaceFirst("%",
                        java.util.regex.Matcher.quoteReplacement(stem)) : replacement)
                .orElse(word);
    }

    /** What {@code %} stands for when the pattern is the word; empty text for a pattern without it. */
    private static Optional<String> stem(String word, String pattern) {
        int percent = pattern.indexOf('%');
        if (percent < 0) {
            return word.equals(pattern) ? Optional.of("") : Optional.empty();
        }
        var before = pattern.substring(0, percent);
        var after = pattern.substring(percent + 1);
        if (word.length() < before.length() + after.length() || !word.startsWith(before) || !word.endsWith(after)) {
            return Optional.empty();
        }
        return Optional.of(word.substring(before.length(), word.length() - after.length()));
    }
}
