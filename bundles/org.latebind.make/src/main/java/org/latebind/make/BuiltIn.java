package org.latebind.make;

import java.util.Optional;

/**
 * A function of GNU make.
 *
 * @param least arguments that it needs
 * @param most arguments that it has
 * @param lazy whether it expands its arguments itself
 */
record BuiltIn(String name, int least, int most, boolean lazy) {
    private static final int ANY = Integer.MAX_VALUE;

    static Optional<BuiltIn> named(String name) {
        return TextFunctions.named(name).map(text -> new BuiltIn(name, text.least(), text.most(), false))
                .or(() -> Optional.ofNullable(special(name)));
    }

    private static BuiltIn special(String name) {
        return switch (name) {
            case "if" -> new BuiltIn(name, 2, 3, true);
            case "or", "and" -> new BuiltIn(name, 1, ANY, true);
            case "foreach", "let" -> new BuiltIn(name, 3, 3, true);
            case "intcmp" -> new BuiltIn(name, 2, 5, true);
            case "call" -> new BuiltIn(name, 1, ANY, false);
            case "file" -> new BuiltIn(name, 1, 2, false);
            case "wildcard", "realpath", "abspath", "value", "eval", "origin", "flavor", "error", "warning", "info",
                    "shell" -> new BuiltIn(name, 0, 1, false);
            default -> null;
        };
    }
}
