package org.latebind.gogo;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Converter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs Gogo commands without a person: {@code latebind shell 'passes' 'plan link'}. */
@Component(service = ToIntFunction.class, property = "latebind.entry=shell")
public final class ScriptEntry implements ToIntFunction<List<String>> {
    private static final int FAILED = 2;

    private final CommandProcessor processor;

    @Activate
    public ScriptEntry(@Reference CommandProcessor processor, @Reference ShellCommands commands) {
        this.processor = processor;
    }

    @Override
    public int applyAsInt(List<String> script) {
        int status = 0;
        // The streams themselves: System.out is Gogo's by now, and leads to the session's stream.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
        try (var session = processor.createSession(new FileInputStream(FileDescriptor.in), out, err)) {
            for (var line : script) {
                session.put(ShellCommands.STATUS, 0);
                try {
                    var result = session.execute(line);
                    if (result != null) {
                        out.println(session.format(result, Converter.INSPECT));
                    }
                    status = session.get(ShellCommands.STATUS) instanceof Integer last ? last : 0;
                } catch (Exception e) {
                    err.println("latebind: error[LB9031]: " + line + ": " + e.getMessage());
                    status = FAILED;
                }
            }
        }
        return status;
    }
}
