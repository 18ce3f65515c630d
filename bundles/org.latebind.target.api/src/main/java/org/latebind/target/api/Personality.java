package org.latebind.target.api;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the compiler we act as says of itself, beyond its predefined macros.
 *
 * @param attributes names for which {@code __has_attribute} is true, without underscores around them
 * @param builtins names for which {@code __has_builtin} is true
 * @param features names for which {@code __has_feature} and {@code __has_extension} are true, without underscores
 *     around them; empty where there are no such operators
 * @param compilerHeaders whether {@code __has_include} finds {@code stdarg.h} and its like
 */
public record Personality(Set<String> attributes, Set<String> builtins, Optional<Set<String>> features, boolean compilerHeaders) {
    public Personality {
        attributes = Set.copyOf(attributes);
        builtins = Set.copyOf(builtins);
        features = features.map(Set::copyOf);
    }

    /** The operators that there are, which are macros too. */
    public Set<String> operators() {
        var operators = new HashSet<>(Set.of("__has_attribute", "__has_builtin"));
        if (features.isPresent()) {
            operators.addAll(Set.of("__has_feature", "__has_extension"));
        }
        return operators;
    }

    /** The value of one of {@link #operators}; but for builtins {@code __name__} asks the same as {@code name}. */
    public int answer(String operator, String name) {
        return switch (operator) {
            case "__has_builtin" -> builtins.contains(name);
            case "__has_attribute" -> attributes.contains(bare(name));
            default -> features.orElse(Set.of()).contains(bare(name));
        } ? 1 : 0;
    }

    private static String bare(String name) {
        return name.length() > 4 && name.startsWith("__") && name.endsWith("__")
                ? name.substring(2, name.length() - 2)
                : name;
    }
}
