package org.latebind.kmod.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ObjectNameTest {
    @Test
    void itsTextReadsBack() {
        var name = new ObjectName("snd-drv", "core/main");
        assertEquals("snd-drv/core/main", name.toString());
        assertEquals(name, ObjectName.parse(name.toString()));
        assertEquals("snd_drv", name.modname());
    }

    @Test
    void anObjectMayBeAModule() {
        assertEquals(new ObjectName("drv", "drv"), ObjectName.parse("drv"));
    }

    @Test
    void aModuleIsNotAPath() {
        assertThrows(IllegalArgumentException.class, () -> new ObjectName("a/b", "c"));
    }
}
