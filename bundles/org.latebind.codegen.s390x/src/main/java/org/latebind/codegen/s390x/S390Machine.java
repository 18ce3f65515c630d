package org.latebind.codegen.s390x;

import java.util.Set;
import org.latebind.backend.QemuMachine;
import org.latebind.machine.api.EmulatedMachine;
import org.osgi.service.component.annotations.Component;

/** QEMU's s390-ccw-virtio; its console is that of the service processor. */
@Component
public final class S390Machine extends QemuMachine implements EmulatedMachine {
    public S390Machine() {
        super(
                S390.NAMES, "qemu-system-misc", "ttysclp0",
                "-machine", "s390-ccw-virtio", "-accel", "tcg", "-cpu", "max");
    }

    /** Its PCI takes devices with message-signaled interrupts only. */
    @Override
    public Set<String> devices() {
        return Set.of();
    }
}
