package org.latebind.sema.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.latebind.typed.api.SymbolAttributes.Visibility;

/** Follows {@code #pragma pack} and {@code #pragma GCC visibility} through a unit. */
public final class PragmaState {
    private static final Pattern PACK = Pattern.compile("pack\\s*\\(([^)]*)\\)");
    private static final Pattern VISIBILITY =
            Pattern.compile("GCC\\s+visibility\\s+push\\s*\\(\\s*(\\w+)\\s*\\)");
    private static final Pattern VISIBILITY_POP = Pattern.compile("GCC\\s+visibility\\s+pop\\b");

    /** What {@code push} kept, and the identifier it gave; an empty one for none. */
    private record Pushed(String name, int pack) {}

    private final Deque<Pushed> packs = new ArrayDeque<>();
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

    /**
     * {@code ()}, {@code (n)}, {@code (push)}, {@code (push, n)}, {@code (push, name, n)}, {@code (pop)}, and {@code
     * (pop, name)}, which undoes what was pushed since, too.
     */
    private void applyPack(String arguments) {
        if (arguments.isBlank()) {
            pack = 0;
            return;
        }
        var words = Stream.of(arguments.split(",")).map(String::trim).toList();
        var name = words.stream().skip(1).filter(w -> !w.isEmpty() && !Character.isDigit(w.charAt(0))).findFirst().orElse("");
        switch (words.getFirst()) {
            case "push" -> packs.push(new Pushed(name, pack));
            case "pop" -> pop(name);
            default -> { }
        }
        words.stream().filter(w -> w.matches("\\d{1,3}")).forEach(n -> pack = Integer.parseInt(n));
    }

    /** One that nothing was pushed for has no effect, and a name that was not pushed is none, as in gcc. */
    private void pop(String name) {
        if (packs.stream().anyMatch(p -> p.name().equals(name))) {
            while (!packs.getFirst().name().equals(name) && !name.isEmpty()) {
                packs.pop();
            }
        }
        if (!packs.isEmpty()) {
            pack = packs.pop().pack();
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
