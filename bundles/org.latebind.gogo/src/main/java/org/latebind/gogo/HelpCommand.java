package org.latebind.gogo;

import java.util.List;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.latebind.command.api.CommandService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code help COMMAND}: a command's own help where it is one of ours. Felix's help, which looks for annotated
 * methods, tells of all others.
 */
@Component(property = {
    CommandProcessor.COMMAND_SCOPE + "=" + ShellCommands.SCOPE,
    CommandProcessor.COMMAND_FUNCTION + "=" + HelpCommand.NAME
})
public final class HelpCommand implements Function {
    static final String NAME = "help";

    private final CommandService commands;

    @Activate
    public HelpCommand(@Reference CommandService commands) {
        this.commands = commands;
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) throws Exception {
        if (arguments.isEmpty()) {
            ShellCommands.run(commands, session, List.of("--help"));
            System.out.println("The shell's other commands: felix:help; of one: help COMMAND.");
            return null; // what Gogo takes for "no result to print"
        }
        var asked = String.valueOf(arguments.getFirst());
        var scope = ShellCommands.SCOPE + ":";
        var name = asked.startsWith(scope) ? asked.substring(scope.length()) : asked;
        if (commands.names().contains(name)) {
            return ShellCommands.run(commands, session, List.of(name, "--help"));
        }
        session.put(".latebind.asked", asked);
        return session.execute("felix:help ${.latebind.asked}");
    }
}
