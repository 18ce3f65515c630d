package org.latebind.fetch;

import org.latebind.command.api.CommandExtension;
import org.latebind.command.api.CommandIo;
import org.latebind.command.api.CommandService;
import org.osgi.service.component.annotations.Component;

/** Adds {@code fetch} to the commands. */
@Component
public final class FetchExtension implements CommandExtension {
    @Override
    public Object command(CommandService commands, CommandIo io) {
        return new FetchCommand(io);
    }
}
