package org.latebind.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.latebind.command.api.CommandExtension;
import org.latebind.command.api.CommandIo;
import org.latebind.command.api.CommandService;
import org.latebind.machine.api.EmulatedMachine;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Adds {@code demo} to the commands. */
@Component
public final class DemoExtension implements CommandExtension {
    private final List<EmulatedMachine> machines = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addMachine(EmulatedMachine machine) {
        machines.add(machine);
    }

    void removeMachine(EmulatedMachine machine) {
        machines.remove(machine);
    }

    @Override
    public Object command(CommandService commands, CommandIo io) {
        return new DemoCommand(io, commands, () -> List.copyOf(machines));
    }
}
