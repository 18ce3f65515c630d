package org.latebind.codegen.x86_64.module;

import java.util.List;
import java.util.Set;
import org.latebind.machine.api.EmulatedMachine;
import org.osgi.service.component.annotations.Component;

/** QEMU's q35. Emulated in software: nested virtualisation is seldom to be had. */
@Component
public final class PcMachine implements EmulatedMachine {
    @Override
    public String target() {
        return "x86_64";
    }

    @Override
    public String packageArchitecture() {
        return "amd64";
    }

    @Override
    public String emulator() {
        return "qemu-system-x86_64";
    }

    @Override
    public String emulatorPackage() {
        return "qemu-system-x86";
    }

    @Override
    public List<String> options() {
        return List.of("-machine", "q35", "-accel", "tcg", "-cpu", "max");
    }

    @Override
    public Set<String> devices() {
        return Set.of("e1000");
    }

    /**
     * The emulated time stamp counter is the host's. A busy host spoils its calibration, and the
     * guest's time then runs many times too fast.
     */
    @Override
    public List<String> kernelParameters() {
        return List.of("tsc=unstable", "clocksource=hpet");
    }

    @Override
    public String console() {
        return "ttyS0";
    }
}
