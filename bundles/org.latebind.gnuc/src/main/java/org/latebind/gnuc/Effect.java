package org.latebind.gnuc;

/** What an attribute does. */
public enum Effect {
    /** Nothing: what warnings, analyzers and sparse look at. */
    WARNINGS,
    /** Nothing: what sanitizers, plugins and profilers look at, none of which runs here. */
    INSTRUMENTATION,
    /**
     * Nothing: a promise to the optimizer, which need not be believed. {@code alloc_size} and {@code counted_by}
     * make an object's size known, and an unknown size is what checks allow for.
     */
    PROMISE,
    /** Nothing: asks for what is done anyway. No access is ever told apart by its type, so {@code may_alias} is one. */
    DONE_ANYWAY,
    /** Nothing, with a warning, as in gcc: a calling convention of 32-bit code. */
    OTHER_CONVENTION,
    /** Would change what the code does or where it lies, in a way that cannot be honored: an error. */
    REFUSED,

    ALIAS, ALIGNED, ALWAYS_INLINE, CLEANUP, COLD, CONST, CONSTRUCTOR, COPY, DEPRECATED, DESIGNATED_INIT, DESTRUCTOR, ERROR, FLATTEN,
    FOREIGN_CALL, GNU_INLINE, HOT, KEPT, MALLOC, MODE, NAKED, NO_CF_CHECK, NO_CLONE, NO_COMMON, NO_INLINE,
    NO_INSTRUMENT_FUNCTION, NO_PROFILE, NO_RETURN, NO_STACK_PROTECTOR, NON_STRING, OPTIMIZE, PACKED, PATCHABLE_ENTRY,
    PURE, RETURNS_TWICE, SECTION, TLS_MODEL, TRANSPARENT_UNION, UNINITIALIZED, UNUSED, VECTOR_SIZE, VISIBILITY,
    WARN_UNUSED_RESULT, WARNING, WEAK
}
