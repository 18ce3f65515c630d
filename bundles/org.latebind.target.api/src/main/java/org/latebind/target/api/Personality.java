package org.latebind.target.api;

import java.util.Set;

/**
 * What the compiler we act as says of itself, beyond its predefined macros.
 *
 * @param attributes names for which {@code __has_attribute} is true, without underscores around them
 * @param builtins names for which {@code __has_builtin} is true
 * @param compilerHeaders whether {@code __has_include} finds {@code stdarg.h} and its like
 */
public record Personality(Set<String> attributes, Set<String> builtins, boolean compilerHeaders) {
    public Personality {
        attributes = Set.copyOf(attributes);
        builtins = Set.copyOf(builtins);
    }

    /** The value of {@code __has_attribute(name)}; {@code __name__} asks the same as {@code name}. */
    public int hasAttribute(String name) {
        var bare = name.length() > 4 && name.startsWith("__") && name.endsWith("__")
                ? name.substring(2, name.length() - 2)
                : name;
        return attributes.contains(bare) ? 1 : 0;
    }

    /** The value of {@code __has_builtin(name)}. */
    public int hasBuiltin(String name) {
        return builtins.contains(name) ? 1 : 0;
    }
}
