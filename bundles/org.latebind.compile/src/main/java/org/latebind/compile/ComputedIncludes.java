package org.latebind.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * What includes may name whose name is computed, by whichever definitions the module has of the macros in it.
 *
 * <pre>
 * #define BOARD "a.h"                      #include BOARD          a.h, b.h
 * #define BOARD "b.h"
 * #define TRACE_INCLUDE_PATH ../trace      by the kernel's define_trace.h: ../trace/drv.h
 * #define TRACE_INCLUDE_FILE drv
 * #include KERNEL_MACRO                    anything
 * </pre>
 */
final class ComputedIncludes {
    private static final int MOST_NAMES = 256;
    private static final int DEEPEST = 12;
    private static final String KERNELS_STRINGIFY = "__stringify";

    private record Definition(Optional<List<String>> parameters, List<Token> body) {}

    /** More is meant than can be listed, or what no file of the module decides. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("unknown", null, false, false);
        }
    }

    private final Map<String, List<Definition>> macros = new HashMap<>();
    private final Set<List<String>> uses = new LinkedHashSet<>();
    private final List<List<Token>> operands = new ArrayList<>();

    /** Takes a file's definitions and computed includes. */
    void collect(List<Token> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).has(Token.LINE_START) && tokens.get(i).isPunctuator("#")) {
                int end = endOfLine(tokens, i);
                if (tokens.get(i + 1).isIdentifier("define") && end > i + 2) {
                    define(tokens.subList(i + 2, end));
                }
            }
        }
    }

    /** The operand of an include directive or of {@code __has_include} that is no plain name. */
    void use(List<Token> operand) {
        if (uses.add(operand.stream().map(Token::text).toList())) {
            operands.add(List.copyOf(operand));
        }
    }

    /** From a macro's definition on the command line. */
    void define(List<Token> line) {
        var name = line.getFirst().text();
        boolean function = line.size() > 1 && line.get(1).isPunctuator("(") && !line.get(1).has(Token.SPACE_BEFORE);
        int close = function ? indexOf(line, ")") : 0;
        if (close < 0) {
            return;
        }
        var parameters = function
                ? Optional.of(line.subList(2, close).stream().map(Token::text).filter(text -> !text.equals(",")).toList())
                : Optional.<List<String>>empty();
        macros.computeIfAbsent(name, n -> new ArrayList<>()).add(new Definition(parameters, line.subList(close + 1, line.size())));
    }

    static int endOfLine(List<Token> tokens, int from) {
        int end = from + 1;
        while (end < tokens.size() && !tokens.get(end).has(Token.LINE_START) && tokens.get(end).kind() != TokenKind.END) {
            end++;
        }
        return end;
    }

    /** All that may be named, without quotes or brackets; empty where it may be anything. */
    Optional<Set<String>> names() {
        var found = new LinkedHashSet<String>();
        try {
            for (var operand : operands) {
                expansions(operand, DEEPEST).forEach(tokens -> found.add(name(tokens)));
            }
            found.addAll(traceHeaders());
        } catch (Unknown anything) {
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /** {@code TRACE_INCLUDE(TRACE_INCLUDE_FILE)} in the kernel's define_trace.h. */
    private Set<String> traceHeaders() {
        var found = new LinkedHashSet<String>();
        var files = bodies(macros.containsKey("TRACE_INCLUDE_FILE") ? "TRACE_INCLUDE_FILE" : "TRACE_SYSTEM");
        for (var path : bodies("TRACE_INCLUDE_PATH")) {
            files.forEach(file -> found.add(path + "/" + file + ".h"));
        }
        return found;
    }

    private Set<String> bodies(String name) {
        var found = new LinkedHashSet<String>();
        for (var definition : macros.getOrDefault(name, List.of())) {
            expansions(definition.body(), DEEPEST).forEach(tokens -> found.add(spelled(tokens)));
        }
        return found;
    }

    private static String name(List<Token> tokens) {
        var text = spelled(tokens).strip();
        if (text.length() > 2 && text.startsWith("<") && text.endsWith(">")
                || text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
            return text.substring(1, text.length() - 1);
        }
        throw new Unknown();
    }

    private static String spelled(List<Token> tokens) {
        var text = new StringBuilder();
        for (var token : tokens) {
            text.append(token.has(Token.SPACE_BEFORE) && !text.isEmpty() ? " " : "").append(token.text());
        }
        return text.toString();
    }

    /** What a run of tokens may become. */
    private List<List<Token>> expansions(List<Token> tokens, int depth) {
        if (depth == 0) {
            throw new Unknown();
        }
        var results = new ArrayList<List<Token>>(List.of(List.of()));
        for (int i = 0; i < tokens.size();) {
            var token = tokens.get(i);
            int end = argumentsEnd(tokens, i + 1);
            boolean stringify = token.isIdentifier(KERNELS_STRINGIFY) && !macros.containsKey(KERNELS_STRINGIFY) && end > i + 1;
            var known = token.kind() == TokenKind.IDENTIFIER
                    ? macros.getOrDefault(token.text(), List.of()) : List.<Definition>of();
            List<List<Token>> parts;
            int next = i + 1;
            if (stringify) {
                parts = expansions(tokens.subList(i + 2, end - 1), depth - 1).stream()
                        .map(inner -> List.of(string(token, inner))).toList();
                next = end;
            } else if (known.isEmpty()) {
                parts = List.of(List.of(token));
            } else {
                var all = new ArrayList<List<Token>>();
                for (var definition : known) {
                    if (definition.parameters().isEmpty()) {
                        all.addAll(expansions(definition.body(), depth - 1));
                    } else if (end > i + 1) {
                        all.addAll(called(definition, arguments(tokens.subList(i + 2, end - 1)), depth - 1));
                    }
                }
                boolean function = known.stream().anyMatch(definition -> definition.parameters().isPresent());
                next = function && end > i + 1 ? end : i + 1;
                parts = all.isEmpty() ? List.of(List.of(token)) : all;
            }
            results = joined(results, parts);
            i = next;
        }
        return results;
    }

    private static ArrayList<List<Token>> joined(List<List<Token>> heads, List<List<Token>> tails) {
        var all = new ArrayList<List<Token>>();
        for (var head : heads) {
            for (var tail : tails) {
                var both = new ArrayList<>(head);
                both.addAll(tail);
                all.add(both);
            }
        }
        if (all.size() > MOST_NAMES) {
            throw new Unknown();
        }
        return all;
    }

    private List<List<Token>> called(Definition definition, List<List<Token>> arguments, int depth) {
        var parameters = definition.parameters().orElseThrow();
        var replaced = new ArrayList<Token>();
        var body = definition.body();
        for (int i = 0; i < body.size(); i++) {
            var token = body.get(i);
            if (token.isPunctuator("##")) {
                throw new Unknown();
            }
            boolean hash = token.isPunctuator("#") && i + 1 < body.size() && parameters.contains(body.get(i + 1).text());
            var word = hash ? body.get(++i) : token;
            int parameter = parameters.indexOf(word.text());
            if (parameter >= arguments.size()) {
                throw new Unknown();
            }
            if (hash) {
                replaced.add(string(word, arguments.get(parameter)));
            } else if (parameter >= 0) {
                replaced.addAll(arguments.get(parameter));
            } else {
                replaced.add(token);
            }
        }
        return expansions(replaced, depth);
    }

    private static Token string(Token at, List<Token> content) {
        return new Token(TokenKind.STRING, '"' + spelled(content) + '"', at.file(), at.line(), at.column(), 0, at.expansion());
    }

    private static List<List<Token>> arguments(List<Token> tokens) {
        var all = new ArrayList<List<Token>>();
        var current = new ArrayList<Token>();
        int depth = 0;
        for (var token : tokens) {
            if (depth == 0 && token.isPunctuator(",")) {
                all.add(current);
                current = new ArrayList<>();
            } else {
                depth += token.isPunctuator("(") ? 1 : token.isPunctuator(")") ? -1 : 0;
                current.add(token);
            }
        }
        all.add(current);
        return all;
    }

    /** Behind the arguments that begin here, or the place itself. */
    private static int argumentsEnd(List<Token> tokens, int place) {
        if (place >= tokens.size() || !tokens.get(place).isPunctuator("(")) {
            return place;
        }
        int depth = 0;
        for (int i = place; i < tokens.size(); i++) {
            depth += tokens.get(i).isPunctuator("(") ? 1 : tokens.get(i).isPunctuator(")") ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return place;
    }

    private static int indexOf(List<Token> tokens, String text) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isPunctuator(text)) {
                return i;
            }
        }
        return -1;
    }
}
