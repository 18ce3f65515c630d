package org.latebind.codegen.riscv64.module;

import java.util.List;
import java.util.Set;
import org.latebind.machine.api.EmulatedMachine;
import org.osgi.service.component.annotations.Component;

/** QEMU's virt, with the firmware that comes with QEMU. Emulated in software. */
@Component
public final class VirtMachine implements EmulatedMachine {
    @Override
    public String target() {
        return "riscv64";
    }

    @Override
    public String packageArchitecture() {
        return "riscv64";
    }

    @Override
    public String emulator() {
        return "qemu-system-riscv64";
    }

    @Override
    public String emulatorPackage() {
        return "qemu-system-misc";
    }

    @Override
    public List<String> options() {
        return List.of("-machine", "virt", "-accel", "tcg", "-cpu", "rv64", "-bios", "default");
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
    public String console() {
        return "ttyS0";
    }
}
