package org.latebind.gogo;

import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.felix.service.command.CommandProcessor;
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
        try (var session = processor.createSession(System.in, System.out, System.err)) {
            for (var line : script) {
                session.put(ShellCommands.STATUS, 0);
                try {
                    var result = session.execute(line);
                    if (result != null) {
                        System.out.println(session.format(result, org.apache.felix.service.command.Converter.INSPECT));
                    }
                    status = session.get(ShellCommands.STATUS) instanceof Integer last ? last : 0;
                } catch (Exception e) {
                    System.err.println("latebind: error[LB9031]: " + line + ": " + e.getMessage());
                    status = FAILED;
                }
            }
        }
        return status;
    }
}
