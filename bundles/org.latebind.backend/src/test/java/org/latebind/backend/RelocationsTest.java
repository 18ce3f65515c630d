package org.latebind.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelocationsTest {
    private static final Relocations RELOCATIONS = Relocations.of(1, 2).patching(2, 20).patchingFromTo(4, 30, 32);

    @Test
    void typesOfAbsoluteAndRelativeAddressesAreAmongThem() {
        assertEquals(Set.of(1, 2, 20, 30, 31, 32), RELOCATIONS.types());
        assertEquals(OptionalInt.of(8), RELOCATIONS.patchedBytes(1));
        assertEquals(OptionalInt.of(4), RELOCATIONS.patchedBytes(2));
    }

    @Test
    void whatTheModuleLoaderDoesNotKnowIsEmpty() {
        assertEquals(OptionalInt.of(4), RELOCATIONS.patchedBytes(31));
        assertEquals(OptionalInt.empty(), RELOCATIONS.patchedBytes(33));
    }

    /** A slip in a backend's table ends its bundle's first test, not a module's life. */
    @Test
    void aTypeListedTwiceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RELOCATIONS.patching(8, 31));
    }
}
