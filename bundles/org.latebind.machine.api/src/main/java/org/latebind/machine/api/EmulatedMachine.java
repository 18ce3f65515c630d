package org.latebind.machine.api;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** An emulator of one architecture and what distributions call both. */
@ConsumerType
public interface EmulatedMachine {
    /** The target's name. */
    String target();

    /** The architecture in Debian package names and indices. */
    String packageArchitecture();

    /** The emulator's program. */
    String emulator();

    /** The Debian package that has it. */
    String emulatorPackage();

    /** Options that choose the machine; those for kernel, memory, processors and console come on top. */
    List<String> options();

    /** Devices that can be added, as the emulator calls them ({@code e1000}). */
    Set<String> devices();

    /** Kernel parameters that the emulated machine needs, because its clocks are not like a real one's. */
    List<String> kernelParameters();

    /** The serial console's device in the kernel's words. */
    String console();
}
