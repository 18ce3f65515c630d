package org.latebind.bind.inspect;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.HeaderData;
import org.latebind.token.api.Token;

/**
 * What a kernel has of a name, as text.
 *
 * @param keyword of the tag that is meant; empty for whatever has the name
 * @param name with the members on the way to one after it, if one is meant
 */
record EntityText(Optional<String> keyword, String name) {
    /** How many users of a type are tried. */
    private static final int MOST_USERS = 12;
    private static final Pattern TAG = Pattern.compile("(" + String.join("|", Occurrences.TAGS) + ")\\s+(\\S+)");

    static EntityText of(String text) {
        var tag = TAG.matcher(text);
        return tag.matches() ? new EntityText(Optional.of(tag.group(1)), tag.group(2)) : new EntityText(Optional.empty(), text);
    }

    /** Whether there is something of the name. */
    boolean print(HeaderData data, DescribeTypes types, Appendable out) throws IOException {
        var symbol = keyword.isPresent() ? Optional.<ExportedSymbol>empty() : data.symbol(name);
        if (symbol.isPresent()) {
            out.append("exported: ");
            HeaderDataPrinter.symbol(symbol.get(), out);
        }
        var places = definitions(data);
        if (!isMember()) {
            printDefinitions(places, out);
        }
        var layouts = layouts(data, types, places);
        if (!isMember() && !layouts.isEmpty()) {
            out.append("laid out for kernel ").append(data.identity().release()).append(":\n");
        }
        for (var layout : layouts) {
            out.append(layout);
        }
        return symbol.isPresent() || !layouts.isEmpty() || !isMember() && !places.isEmpty();
    }

    /** As its header gives it; else as one that uses it does, since not every header stands alone. */
    private List<String> layouts(HeaderData data, DescribeTypes types, SortedMap<String, List<List<Token>>> places) {
        var found = types.describe(data, name, List.copyOf(places.keySet())).stream().filter(this::isMeant).toList();
        if (!found.isEmpty() || places.values().stream().flatMap(List::stream).noneMatch(EntityText::isType)) {
            return found;
        }
        return data.headersWith(outermost()).stream().filter(path -> !places.containsKey(path)).limit(MOST_USERS)
                .map(path -> types.describe(data, name, List.of(path)).stream().filter(this::isMeant).toList())
                .filter(texts -> !texts.isEmpty()).findFirst().orElse(List.of());
    }

    private static boolean isType(List<Token> definition) {
        return definition.getFirst().isIdentifier("typedef") || Occurrences.TAGS.contains(definition.getFirst().text());
    }

    private String outermost() {
        return isMember() ? name.substring(0, name.indexOf('.')) : name;
    }

    private boolean isMember() {
        return name.indexOf('.') >= 0;
    }

    private static void printDefinitions(SortedMap<String, List<List<Token>>> places, Appendable out) throws IOException {
        for (var place : places.entrySet()) {
            for (var tokens : place.getValue()) {
                int line = tokens.getFirst().line();
                out.append(place.getKey()).append(':').append(Integer.toString(line)).append(":\n")
                        .append(HeaderText.of(tokens, line));
            }
        }
    }

    /** Where headers define or declare it, by the header's path. */
    private SortedMap<String, List<List<Token>>> definitions(HeaderData data) {
        var outermost = outermost();
        var found = new TreeMap<String, List<List<Token>>>();
        for (var path : data.headersWith(outermost)) {
            var here = Occurrences.in(data.header(path).orElseThrow(), outermost).stream()
                    .filter(tokens -> keyword.isEmpty() || isTag(tokens, keyword.get(), outermost)).toList();
            if (!here.isEmpty()) {
                found.put(path, here);
            }
        }
        return found;
    }

    private static boolean isTag(List<Token> definition, String keyword, String tag) {
        return definition.size() > 2 && definition.get(0).isIdentifier(keyword) && definition.get(1).isIdentifier(tag)
                && definition.get(2).isPunctuator("{");
    }

    /** Layouts begin with what they are of: {@code struct task {}}, {@code struct task.pid: offset 4}. */
    private boolean isMeant(String layout) {
        return keyword.isEmpty() || layout.startsWith(keyword.get() + " ");
    }
}
