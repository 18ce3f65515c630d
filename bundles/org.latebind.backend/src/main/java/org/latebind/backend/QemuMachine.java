package org.latebind.backend;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.latebind.machine.api.EmulatedMachine;
import org.latebind.target.api.ArchNames;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A machine of {@code qemu-system-ARCH}, emulated in software since nested virtualization is seldom to be had.
 *
 * <pre>
 * {@literal @}Component
 * public final class PrefixMachine extends QemuMachine implements EmulatedMachine {
 * </pre>
 */
@ConsumerType
public abstract class QemuMachine implements EmulatedMachine {
    private final ArchNames names;
    private final String emulatorPackage;
    private final String console;
    private final List<String> options;

    /**
     * @param emulatorPackage the Debian package that has the emulator
     * @param console the serial console's device in the kernel's words
     * @param options of the emulator that choose machine and processor
     */
    protected QemuMachine(ArchNames names, String emulatorPackage, String console, String... options) {
        this.names = Objects.requireNonNull(names);
        this.emulatorPackage = Objects.requireNonNull(emulatorPackage);
        this.console = Objects.requireNonNull(console);
        this.options = List.of(options);
    }

    @Override
    public final String target() {
        return names.arch();
    }

    @Override
    public final String packageArchitecture() {
        return names.debianArch();
    }

    @Override
    public final String emulator() {
        return "qemu-system-" + names.arch();
    }

    @Override
    public final String emulatorPackage() {
        return emulatorPackage;
    }

    @Override
    public final List<String> options() {
        return options;
    }

    @Override
    public Set<String> devices() {
        return Set.of("e1000");
    }

    @Override
    public List<String> kernelParameters() {
        return List.of();
    }

    @Override
    public final String console() {
        return console;
    }
}
