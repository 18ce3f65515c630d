package org.latebind.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.latebind.command.api.CommandIo;
import org.latebind.command.api.CommandService;
import org.latebind.command.api.Terminal;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the launcher, which sees no class of ours, hands the command line's words in. */
@Capability(namespace = "latebind.entry", name = "command")
@Component(service = ToIntFunction.class, property = "latebind.entry=command")
public final class CommandEntry implements ToIntFunction<List<String>> {
    private final CommandService commands;

    @Activate
    public CommandEntry(@Reference CommandService commands) {
        this.commands = commands;
    }

    @Override
    public int applyAsInt(List<String> words) {
        var terminals = System.getProperty("latebind.terminals", "");
        var terminal = Terminal.of(terminals.contains("1"), terminals.contains("2"), System.getenv());
        var io = new CommandIo(System.in, System.out, System.err, Path.of(""), terminal);
        return commands.run(words, io);
    }
}
