package org.latebind.token.api;

import java.util.List;
import java.util.Objects;
import org.latebind.diagnostics.api.Position;

/**
 * A macro definition, C11 6.10.3.
 *
 * @param parameters in order; a variadic macro's last one is {@code __VA_ARGS__} or the name before
 *     the dots (GNU)
 * @param body the replacement list, {@code #} and {@code ##} still in it; empty for built-in macros
 * @param definition where the name stands in its definition
 */
public record Macro(
        String name, Form form, List<String> parameters, boolean variadic, List<Token> body, Position definition) {

    /** How a macro is used. */
    public enum Form {
        OBJECT,
        FUNCTION,
        /** Its value is computed at each use: {@code __LINE__}, {@code __has_include} ... */
        BUILT_IN
    }

    public Macro {
        Objects.requireNonNull(name);
        Objects.requireNonNull(form);
        Objects.requireNonNull(definition);
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
        if (variadic && parameters.isEmpty()) {
            throw new IllegalArgumentException("a variadic macro has a last parameter");
        }
    }

    public static Macro builtIn(String name) {
        return new Macro(name, Form.BUILT_IN, List.of(), false, List.of(), Position.NONE);
    }

    public boolean isFunctionLike() {
        return form == Form.FUNCTION;
    }

    /**
     * Whether another definition means the same: spellings and separations by white space, not
     * positions (C11 6.10.3p1).
     */
    public boolean means(Macro other) {
        if (this == other) {
            return true;
        }
        if (form != other.form || variadic != other.variadic || body.size() != other.body.size()
                || !parameters.equals(other.parameters)) {
            return false;
        }
        for (int i = 0; i < body.size(); i++) {
            var a = body.get(i);
            var b = other.body.get(i);
            if (a.kind() != b.kind() || !a.text().equals(b.text())
                    || i > 0 && a.has(Token.SPACE_BEFORE) != b.has(Token.SPACE_BEFORE)) {
                return false;
            }
        }
        return true;
    }
}
