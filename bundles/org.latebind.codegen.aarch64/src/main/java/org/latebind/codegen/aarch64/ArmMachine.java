package org.latebind.codegen.aarch64;

import org.latebind.backend.QemuMachine;
import org.latebind.machine.api.EmulatedMachine;
import org.osgi.service.component.annotations.Component;

/** QEMU's virt. A processor with pointer authentication takes ten times as long to emulate. */
@Component
public final class ArmMachine extends QemuMachine implements EmulatedMachine {
    public ArmMachine() {
        super(
                AArch64.NAMES, "qemu-system-arm", "ttyAMA0",
                "-machine", "virt", "-accel", "tcg", "-cpu", "cortex-a72");
    }
}
