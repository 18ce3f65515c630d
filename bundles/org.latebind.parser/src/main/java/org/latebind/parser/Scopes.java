package org.latebind.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.latebind.syntax.api.ModuleNames;
import org.latebind.syntax.api.TypedefNames;

/**
 * Which ordinary identifiers are typedef names where the parser stands (C11 6.2.1, 6.7.8): an inner
 * declaration of the name as anything else hides the typedef.
 */
final class Scopes {
    /** What an identifier was declared as. */
    enum Meaning { TYPEDEF, ORDINARY }

    private final TypedefNames outer;
    private final ModuleNames module;
    private final Deque<Map<String, Meaning>> open = new ArrayDeque<>();

    Scopes(TypedefNames outer) {
        this(outer, ModuleNames.NONE);
    }

    /** @param module names that count as declared before the first token, in one table for all files */
    Scopes(TypedefNames outer, ModuleNames module) {
        this.outer = outer;
        this.module = module;
        enter();
        declare("__builtin_va_list", Meaning.TYPEDEF);
        declare("__int128_t", Meaning.TYPEDEF);
        declare("__uint128_t", Meaning.TYPEDEF);
    }

    void enter() {
        open.push(new HashMap<>(4));
    }

    void leave() {
        open.pop();
    }

    int depth() {
        return open.size();
    }

    /** Back to the scope that was open at {@code depth}, after an error inside it. */
    void leaveTo(int depth) {
        while (open.size() > depth) {
            open.pop();
        }
    }

    void declare(String name, Meaning meaning) {
        open.peek().put(name, meaning);
    }

    boolean isTypedefName(String name) {
        return meaning(name).map(meaning -> meaning == Meaning.TYPEDEF).orElseGet(() -> outer.isTypedefName(name));
    }

    /** What this parse itself saw the name declared as, or else the module's other files have it as. */
    Optional<Meaning> meaning(String name) {
        for (var scope : open) {
            var meaning = scope.get(name);
            if (meaning != null) {
                return Optional.of(meaning);
            }
        }
        if (module.typedefs().contains(name)) {
            return Optional.of(Meaning.TYPEDEF);
        }
        return module.ordinary().contains(name) ? Optional.of(Meaning.ORDINARY) : Optional.empty();
    }

    boolean isAddressSpace(String name) {
        return outer.isAddressSpace(name);
    }
}
