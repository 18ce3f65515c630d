package org.latebind.typed.api;

import java.util.Optional;
import java.util.Set;

/**
 * What attributes say about a symbol's definition and use.
 *
 * @param section of {@code section("x")}
 * @param alignment bytes, 0 for the type's own
 * @param alias the symbol this one is another name of
 * @param errorMessage of {@code error("x")}: a surviving call is an error
 * @param warningMessage of {@code warning("x")}
 */
public record SymbolAttributes(
        Optional<String> section,
        int alignment,
        Optional<String> alias,
        Visibility visibility,
        Optional<String> errorMessage,
        Optional<String> warningMessage,
        Set<Flag> flags) {

    public static final SymbolAttributes NONE = new SymbolAttributes(
            Optional.empty(), 0, Optional.empty(), Visibility.DEFAULT, Optional.empty(), Optional.empty(), Set.of());

    public enum Visibility { DEFAULT, HIDDEN, PROTECTED, INTERNAL }

    /** Attributes without arguments. */
    public enum Flag {
        WEAK, USED, UNUSED, COLD, HOT, NORETURN, NOINLINE, ALWAYS_INLINE, PURE, CONST, MALLOC, RETURNS_TWICE, NAKED,
        CONSTRUCTOR, DESTRUCTOR, NO_INSTRUMENT_FUNCTION, NO_STACK_PROTECTOR, NO_CF_CHECK, NO_CLONE, FLATTEN,
        NO_PROFILE, WARN_UNUSED_RESULT, DEPRECATED, TLS_LOCAL_EXEC, FOREIGN_CALL, NO_PATCHABLE_ENTRY
    }

    public SymbolAttributes {
        flags = Set.copyOf(flags);
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }
}
