package org.latebind.gogo;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.latebind.command.api.CommandExtension;
import org.latebind.command.api.CommandIo;
import org.latebind.command.api.CommandService;
import org.latebind.command.api.Terminal;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Registers a Gogo function for each command there is, in the scope {@value #SCOPE}.
 *
 * <p>The exit status of the last command is in the session's variable {@code status}.
 */
@Component(service = ShellCommands.class, immediate = true)
public final class ShellCommands {
    static final String SCOPE = "latebind";

    /** The session variable that holds the last exit status. */
    static final String STATUS = "status";

    /** As that, but forgotten when a script's next line begins. */
    static final String LINE_STATUS = ".latebind.status";

    private final BundleContext bundles;
    private final CommandService commands;
    private final Map<String, ServiceRegistration<Function>> registered = new HashMap<>();

    @Activate
    public ShellCommands(BundleContext bundles, @Reference CommandService commands) {
        this.bundles = bundles;
        this.commands = commands;
        update();
    }

    @Deactivate
    synchronized void close() {
        registered.values().forEach(ServiceRegistration::unregister);
        registered.clear();
    }

    /** Bundles that bring commands come and go. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removed")
    void added(CommandExtension extension) {
        update();
    }

    void removed(CommandExtension extension) {
        update();
    }

    private synchronized void update() {
        var names = new TreeSet<>(commands.names());
        names.remove(HelpCommand.NAME); // the shell's own knows all others, too
        for (var name : names) {
            registered.computeIfAbsent(name, this::register);
        }
        registered.entrySet().removeIf(entry -> {
            boolean gone = !names.contains(entry.getKey());
            if (gone) {
                entry.getValue().unregister();
            }
            return gone;
        });
    }

    private ServiceRegistration<Function> register(String name) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CommandProcessor.COMMAND_SCOPE, SCOPE);
        properties.put(CommandProcessor.COMMAND_FUNCTION, name);
        Function function = (session, arguments) -> run(
                commands, session, Stream.concat(Stream.of(name), arguments.stream().map(String::valueOf)).toList());
        return bundles.registerService(Function.class, function, properties);
    }

    /** Progress lines would be drawn over by what is being typed; colors are shown where a stream is the console's. */
    private static Terminal terminal(Process process) {
        if (process == null) {
            return Terminal.NONE;
        }
        // Gogo knows whether a stream is the session's own; the launcher, whether that is a terminal.
        var terminals = System.getProperty("latebind.terminals", "");
        var allowed = Terminal.of(terminals.contains("1") && process.isTty(1),
                terminals.contains("2") && process.isTty(2), System.getenv());
        return new Terminal(false, allowed.colorOut(), allowed.colorErr());
    }

    /** Runs a command in a session, whose variables get the exit status. */
    static Object run(CommandService commands, CommandSession session, List<String> words) {
        // Gogo gives each command of a pipe its own System.in, out and err.
        var process = Process.Utils.current();
        var io = new CommandIo(System.in, System.out, System.err, session.currentDir(), terminal(process));
        int status = commands.run(words, io);
        session.put(STATUS, status);
        session.put(LINE_STATUS, status);
        if (process != null) {
            process.error(status); // what && and || ask
        }
        return null; // what Gogo takes for "no result to print"
    }
}
