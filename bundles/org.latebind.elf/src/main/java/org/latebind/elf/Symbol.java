package org.latebind.elf;

import java.util.Objects;

/**
 * One {@code Elf64_Sym}.
 *
 * @param name empty for section symbols
 * @param section index into {@link RelocatableObject#sections()}, or one of the negative constants
 * @param value offset in its section; for a common symbol its alignment
 */
public record Symbol(
        String name, int binding, int type, int visibility, int section, long value, long size) {
    public static final int UNDEFINED = -1;
    public static final int ABSOLUTE = -2;
    public static final int COMMON = -3;

    public static final int LOCAL = 0;
    public static final int GLOBAL = 1;
    public static final int WEAK = 2;

    public static final int NO_TYPE = 0;
    public static final int OBJECT = 1;
    public static final int FUNCTION = 2;
    public static final int SECTION = 3;
    public static final int FILE = 4;

    public static final int DEFAULT_VISIBILITY = 0;
    public static final int HIDDEN = 2;

    public Symbol {
        Objects.requireNonNull(name);
    }

    public boolean isDefined() {
        return section != UNDEFINED;
    }

    /** Whether a section holds what it names. */
    public boolean isInSection() {
        return section >= 0;
    }
}
