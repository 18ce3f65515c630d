package org.latebind.codegen.s390x.module;

import java.util.List;
import java.util.Set;
import org.latebind.machine.api.EmulatedMachine;
import org.osgi.service.component.annotations.Component;

/** QEMU's s390-ccw-virtio, emulated in software; its console is that of the service processor. */
@Component
public final class VirtMachine implements EmulatedMachine {
    @Override
    public String target() {
        return "s390x";
    }

    @Override
    public String packageArchitecture() {
        return "s390x";
    }

    @Override
    public String emulator() {
        return "qemu-system-s390x";
    }

    @Override
    public String emulatorPackage() {
        return "qemu-system-misc";
    }

    @Override
    public List<String> options() {
        return List.of("-machine", "s390-ccw-virtio", "-accel", "tcg", "-cpu", "max");
    }

    /** Its PCI takes devices with message-signalled interrupts only. */
    @Override
    public Set<String> devices() {
        return Set.of();
    }

    @Override
    public List<String> kernelParameters() {
        return List.of();
    }

    @Override
    public String console() {
        return "ttysclp0";
    }
}
