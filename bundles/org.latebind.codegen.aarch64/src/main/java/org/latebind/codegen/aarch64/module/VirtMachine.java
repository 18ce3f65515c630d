package org.latebind.codegen.aarch64.module;

import java.util.List;
import java.util.Set;
import org.latebind.machine.api.EmulatedMachine;
import org.osgi.service.component.annotations.Component;

/** QEMU's virt. Emulated in software; a processor with pointer authentication takes ten times as long. */
@Component
public final class VirtMachine implements EmulatedMachine {
    @Override
    public String target() {
        return "aarch64";
    }

    @Override
    public String packageArchitecture() {
        return "arm64";
    }

    @Override
    public String emulator() {
        return "qemu-system-aarch64";
    }

    @Override
    public String emulatorPackage() {
        return "qemu-system-arm";
    }

    @Override
    public List<String> options() {
        return List.of("-machine", "virt", "-accel", "tcg", "-cpu", "cortex-a72");
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
        return "ttyAMA0";
    }
}
