package org.latebind.gogo;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.latebind.command.api.CommandService;
import org.latebind.diagnostics.api.Spelling;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs Gogo commands without a person: {@code latebind shell 'passes' 'plan link'}; without words, each line
 * of standard input as it comes. The exit status is the last command's.
 */
@Capability(namespace = "latebind.entry", name = "shell")
@Component(service = ToIntFunction.class, property = "latebind.entry=shell")
public final class ScriptEntry implements ToIntFunction<List<String>> {
    private static final int FAILED = 2;

    private final CommandProcessor processor;
    private final CommandService commands;

    @Activate
    public ScriptEntry(
            @Reference CommandProcessor processor,
            @Reference ShellCommands registered,
            @Reference CommandService commands) {
        this.processor = processor;
        this.commands = commands;
    }

    @Override
    public int applyAsInt(List<String> script) {
        // The streams themselves: System.out is Gogo's by now, and leads to the session's stream.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
        var in = new FileInputStream(FileDescriptor.in);
        if (!script.isEmpty()) {
            return run(script.iterator(), in, out, err);
        }
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
        return run(lines.iterator(), InputStream.nullInputStream(), out, err);
    }

    private int run(Iterator<String> script, InputStream in, PrintStream out, PrintStream err) {
        int status = 0;
        try (var session = processor.createSession(in, out, err)) {
            Sessions.useOurCommands(session);
            while (script.hasNext()) {
                status = run(session, script.next(), out, err);
            }
        }
        return status;
    }

    private int run(CommandSession session, String line, PrintStream out, PrintStream err) {
        session.put(ShellCommands.LINE_STATUS, 0);
        try {
            var result = session.execute(line);
            if (result != null) {
                out.println(session.format(result, Converter.INSPECT));
            }
            return session.get(ShellCommands.LINE_STATUS) instanceof Integer last ? last : 0;
        } catch (CommandNotFoundException e) {
            err.println("latebind: error[LB9020]: there is no command '" + e.getCommand() + "'");
            Spelling.nearest(e.getCommand(), commands.names())
                    .ifPresent(near -> err.println("help: did you mean '" + near + "'?"));
            return FAILED;
        } catch (Exception e) {
            err.println("latebind: error[LB9038]: " + line + ": " + e.getMessage());
            return FAILED;
        }
    }
}
