package org.latebind.codegen.riscv64;

import org.latebind.backend.QemuMachine;
import org.latebind.machine.api.EmulatedMachine;
import org.osgi.service.component.annotations.Component;

/** QEMU's virt, with the firmware that comes with QEMU. */
@Component
public final class RiscVMachine extends QemuMachine implements EmulatedMachine {
    public RiscVMachine() {
        super(
                RiscV.NAMES, "qemu-system-misc", "ttyS0",
                "-machine", "virt", "-accel", "tcg", "-cpu", "rv64", "-bios", "default");
    }
}
