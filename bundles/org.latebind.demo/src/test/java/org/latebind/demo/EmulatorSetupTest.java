package org.latebind.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EmulatorSetupTest {
    private static final String ABSENT = "Reading package lists...\nE: Unable to locate package qemu-system-x86\n";

    @Test
    void anotherAptIsWaitedFor() {
        assertTrue(EmulatorSetup.isLock("E: Could not get lock /var/lib/apt/lists/lock. It is held by process 17 (apt)\n"
                + "E: Unable to lock directory /var/lib/apt/lists/\n"));
        assertFalse(EmulatorSetup.isLock(ABSENT));
    }

    @Test
    void whatAptSaysIsPassedOn() {
        assertEquals("Unable to locate package qemu-system-x86", EmulatorSetup.firstError(ABSENT));
    }
}
