package org.latebind.typed.api;

/** C11 6.2.2 linkage of what a unit defines or refers to. */
public enum Linkage {
    EXTERNAL,
    INTERNAL,
    /** A body for inlining only; the definition is elsewhere ({@code extern inline} of gnu89, {@code inline} of C99). */
    AVAILABLE_EXTERNALLY
}
