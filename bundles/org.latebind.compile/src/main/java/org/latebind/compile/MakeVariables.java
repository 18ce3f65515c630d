package org.latebind.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Position;

/** Variables of a Makefile, expanded only when one is asked for: most of a Makefile is not for us. */
final class MakeVariables {
    /** One assignment's part of a value. */
    private record Part(String text, Position at, boolean undecided) {}

    /** What an expansion met that cannot be known without a kernel or a shell. */
    static final class Unknowable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Position at;

        Unknowable(String message, Position at) {
            super(message);
            this.at = at;
        }

        Position at() {
            return at;
        }
    }

    private static final Set<String> OF_THE_KERNEL = Set.of(
            "VERSION", "PATCHLEVEL", "SUBLEVEL", "EXTRAVERSION", "ARCH", "SRCARCH", "UTS_MACHINE", "CC", "LD",
            "KERNELVERSION", "CROSS_COMPILE", "LINUXINCLUDE", "KBUILD_CFLAGS", "CONFIG_SHELL");

    private final Map<String, List<Part>> values = new HashMap<>();

    MakeVariables() {
        assign("KERNELRELEASE", "=", "(the target's)", Position.NONE, false);
        for (var here : List.of("src", "obj", "M", "KBUILD_EXTMOD", "PWD", "CURDIR")) {
            assign(here, "=", ".", Position.NONE, false);
        }
    }

    void assign(String name, String operator, String text, Position at, boolean undecided) {
        var part = new Part(text, at, undecided);
        switch (operator) {
            case "+=" -> values.computeIfAbsent(name, n -> new ArrayList<>()).add(part);
            case "?=" -> values.computeIfAbsent(name, n -> new ArrayList<>(List.of(part)));
            default -> values.put(name, new ArrayList<>(List.of(part)));
        }
    }

    Set<String> names() {
        return values.keySet();
    }

    /** The words of a variable; none where it is not set. */
    List<String> words(String name) throws Unknowable {
        return List.of(expand(name, new HashSet<>()).trim().split("\\s+")).stream().filter(w -> !w.isEmpty()).toList();
    }

    /** Text with its references replaced. */
    String expandText(String text, Position at) throws Unknowable {
        return expandText(text, at, new HashSet<>());
    }

    private String expand(String name, Set<String> open) throws Unknowable {
        var parts = values.get(name);
        if (parts == null) {
            return "";
        }
        if (!open.add(name)) {
            throw new Unknowable("variable '" + name + "' refers to itself", parts.getFirst().at());
        }
        var result = new StringBuilder();
        for (var part : parts) {
            if (part.undecided()) {
                throw new Unknowable("'" + name + "' depends on a condition that only a kernel decides", part.at());
            }
            result.append(result.isEmpty() ? "" : " ").append(expandText(part.text(), part.at(), open));
        }
        open.remove(name);
        return result.toString();
    }

    private String expandText(String text, Position at, Set<String> open) throws Unknowable {
        var result = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '$' || i + 1 == text.length()) {
                result.append(c);
                i++;
                continue;
            }
            char next = text.charAt(i + 1);
            if (next == '(' || next == '{') {
                int end = close(text, i + 1).orElseThrow(() -> new Unknowable("unterminated reference", at));
                result.append(reference(text.substring(i + 2, end), at, open));
                i = end + 1;
            } else {
                result.append(next == '$' ? "$" : reference(String.valueOf(next), at, open));
                i += 2;
            }
        }
        return result.toString();
    }

    private static Optional<Integer> close(String text, int open) {
        char opening = text.charAt(open);
        char closing = opening == '(' ? ')' : '}';
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == opening) {
                depth++;
            } else if (text.charAt(i) == closing && --depth == 0) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private String reference(String inner, Position at, Set<String> open) throws Unknowable {
        var name = expandText(inner, at, open).trim();
        if (name.matches("[^\\s:]+:[^\\s=]*=.*")) {
            return substitution(name, at, open);
        }
        if (name.matches("\\S+\\s.*")) {
            return function(name, at);
        }
        if (!values.containsKey(name) && (name.startsWith("CONFIG_") || OF_THE_KERNEL.contains(name))) {
            throw new Unknowable("'$(" + name + ")' is the kernel's to say", at);
        }
        return expand(name, open);
    }

    /** {@code $(name:.c=.o)}. */
    private String substitution(String text, Position at, Set<String> open) throws Unknowable {
        int colon = text.indexOf(':');
        int equals = text.indexOf('=', colon);
        var from = text.substring(colon + 1, equals);
        var to = text.substring(equals + 1);
        if (from.contains("%")) {
            throw new Unknowable("patterns in '$(" + text + ")' are not read", at);
        }
        var result = new StringBuilder();
        for (var word : expand(text.substring(0, colon), open).trim().split("\\s+")) {
            var changed = word.endsWith(from) ? word.substring(0, word.length() - from.length()) + to : word;
            result.append(result.isEmpty() ? "" : " ").append(changed);
        }
        return result.toString();
    }

    private static String function(String call, Position at) throws Unknowable {
        int space = call.indexOf(' ');
        var name = call.substring(0, space);
        var argument = call.substring(space + 1).trim();
        return switch (name) {
            case "strip" -> String.join(" ", argument.split("\\s+"));
            case "addprefix" -> {
                int comma = argument.indexOf(',');
                if (comma < 0) {
                    throw new Unknowable("'addprefix' takes two arguments", at);
                }
                var prefix = argument.substring(0, comma);
                yield String.join(" ", List.of(argument.substring(comma + 1).trim().split("\\s+")).stream()
                        .map(word -> prefix + word).toList());
            }
            default -> throw new Unknowable("'$(" + name + " ...)' is not run", at);
        };
    }
}
