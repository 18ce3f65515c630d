package org.latebind.sema;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.SymbolAttributes;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.SymbolAttributes.Visibility;

/**
 * What the attributes of one or several declarations say, joined.
 *
 * @param alignment bytes of the largest {@code aligned}, 0 for none
 * @param cleanup name of the function and where it was named
 * @param designated {@code designated_init}
 * @param nonString has no effect, but can be asked for
 * @param vectorBytes what {@code vector_size} says, 0 where it is not there
 * @param mode machine mode without underscores
 */
record AttributeSet(
        int alignment,
        boolean packed,
        boolean transparent,
        boolean designated,
        boolean gnuInline,
        boolean uninitialized,
        boolean nonString,
        int addressSpace,
        int vectorBytes,
        Optional<String> mode,
        Optional<Cleanup> cleanup,
        Optional<String> section,
        Optional<String> alias,
        Optional<Visibility> visibility,
        Optional<String> error,
        Optional<String> warning,
        Set<Flag> flags) {

    record Cleanup(String function, Position at) {}

    static final AttributeSet NONE = new AttributeSet(
            0, false, false, false, false, false, false, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    AttributeSet {
        flags = Set.copyOf(flags);
    }

    boolean is(Flag flag) {
        return flags.contains(flag);
    }

    AttributeSet and(AttributeSet more) {
        if (more.equals(NONE)) {
            return this;
        }
        if (equals(NONE)) {
            return more;
        }
        Set<Flag> all = EnumSet.noneOf(Flag.class);
        all.addAll(flags);
        all.addAll(more.flags);
        return new AttributeSet(
                Math.max(alignment, more.alignment), packed || more.packed, transparent || more.transparent,
                designated || more.designated,
                gnuInline || more.gnuInline, uninitialized || more.uninitialized, nonString || more.nonString,
                Math.max(addressSpace, more.addressSpace), more.vectorBytes > 0 ? more.vectorBytes : vectorBytes,
                later(mode, more.mode), later(cleanup, more.cleanup), later(section, more.section),
                later(alias, more.alias), later(visibility, more.visibility), later(error, more.error),
                later(warning, more.warning), all);
    }

    private static <T> Optional<T> later(Optional<T> first, Optional<T> second) {
        return second.isPresent() ? second : first;
    }

    /** With the visibility of a pragma where none is given here. */
    AttributeSet unlessVisible(Visibility inForce) {
        return inForce == Visibility.DEFAULT || visibility.isPresent()
                ? this
                : new AttributeSet(
                        alignment, packed, transparent, designated, gnuInline, uninitialized, nonString, addressSpace, vectorBytes, mode,
                        cleanup, section, alias, Optional.of(inForce), error, warning, flags);
    }

    SymbolAttributes symbol() {
        return new SymbolAttributes(
                section, alignment, alias, visibility.orElse(Visibility.DEFAULT), error, warning, flags);
    }
}
