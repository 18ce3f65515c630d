package org.latebind.demo;

import java.util.List;
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
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<EmulatedMachine> machines = List.of();

    @Override
    public Object command(CommandService commands, CommandIo io) {
        return new DemoCommand(io, commands, () -> machines);
    }
}
