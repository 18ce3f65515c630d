package org.latebind.bind.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.latebind.typed.api.SymbolAttributes.Visibility;

/** Follows {@code #pragma pack} and {@code #pragma GCC visibility} through a unit. */
public final class PragmaState {
    private static final Pattern PACK = Pattern.compile("pack\\s*\\(([^)]*)\\)");
    private static final Pattern VISIBILITY =
            Pattern.compile("GCC\\s+visibility\\s+push\\s*\\(\\s*(\\w+)\\s*\\)");
    private static final Pattern VISIBILITY_POP = Pattern.compile("GCC\\s+visibility\\s+pop\\b");

    private final Deque<Integer> packs = new ArrayDeque<>();
    private final Deque<Visibility> visibilities = new ArrayDeque<>();
    private int pack;
    private Visibility visibility = Visibility.DEFAULT;

    public PragmaState() {}

    public PragmaState(FileScope.Pragmas start) {
        pack = start.pack();
        visibility = start.visibility();
    }

    public FileScope.Pragmas current() {
        return new FileScope.Pragmas(pack, visibility);
    }

    /** Heeds one pragma, whose text follows {@code #pragma}; others are none of its business. */
    public void apply(String text) {
        var trimmed = text.trim();
        var packing = PACK.matcher(trimmed);
        if (packing.lookingAt()) {
            applyPack(packing.group(1));
            return;
        }
        var push = VISIBILITY.matcher(trimmed);
        if (push.lookingAt()) {
            visibilities.push(visibility);
            visibility = visibility(push.group(1));
        } else if (VISIBILITY_POP.matcher(trimmed).lookingAt() && !visibilities.isEmpty()) {
            visibility = visibilities.pop();
        }
    }

    /** {@code ()}, {@code (n)}, {@code (push)}, {@code (push, n)}, {@code (pop)}; identifiers are skipped. */
    private void applyPack(String arguments) {
        if (arguments.isBlank()) {
            pack = 0;
            return;
        }
        for (var argument : arguments.split(",")) {
            var word = argument.trim();
            if (word.equals("push")) {
                packs.push(pack);
            } else if (word.equals("pop")) {
                pack = packs.isEmpty() ? 0 : packs.pop();
            } else if (word.matches("\\d{1,3}")) {
                pack = Integer.parseInt(word);
            }
        }
    }

    private static Visibility visibility(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "hidden" -> Visibility.HIDDEN;
            case "protected" -> Visibility.PROTECTED;
            case "internal" -> Visibility.INTERNAL;
            default -> Visibility.DEFAULT;
        };
    }
}
