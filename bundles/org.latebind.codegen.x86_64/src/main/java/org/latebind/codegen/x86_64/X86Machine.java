package org.latebind.codegen.x86_64;

import java.util.List;
import org.latebind.backend.QemuMachine;
import org.latebind.machine.api.EmulatedMachine;
import org.osgi.service.component.annotations.Component;

/** QEMU's q35. */
@Component
public final class X86Machine extends QemuMachine implements EmulatedMachine {
    public X86Machine() {
        super(X86.NAMES, "qemu-system-x86", "ttyS0", "-machine", "q35", "-accel", "tcg", "-cpu", "max");
    }

    /**
     * The emulated time stamp counter is the host's. A busy host spoils its calibration, and the
     * guest's time then runs many times too fast.
     */
    @Override
    public List<String> kernelParameters() {
        return List.of("tsc=unstable", "clocksource=hpet");
    }
}
