package org.latebind.gogo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.apache.felix.service.command.Function;
import org.jline.builtins.Completers.CompletionData;
import org.jline.reader.ParsedLine;
import org.latebind.command.api.CommandHelp;
import org.latebind.command.api.CommandService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes a person's session know our commands: which a name means, and what a tabulator may complete.
 *
 * <p>The console keeps that in a variable of the session, by command, as its own {@code complete} does. Words that
 * are no options are asked for when they are needed: a function is called by its name here.
 */
@Component(
        service = {CommandSessionListener.class, Function.class},
        property = {CommandProcessor.COMMAND_SCOPE + "=" + ShellCommands.SCOPE, CommandProcessor.COMMAND_FUNCTION + "=" + Sessions.WORDS})
public final class Sessions implements CommandSessionListener, Function {
    /** The console does not offer names that begin so. */
    static final String WORDS = "__words";

    private static final String SCOPES = "SCOPE";

    /** What the console's profile sets, unless somebody wrote another profile. */
    private static final String CONSOLES_SCOPES = "gogo:*";

    private static final String COMPLETIONS = ".completions";

    /** The commands that were there when those were last told: only others are worth telling. */
    private static final String COMPLETED = ".latebind.completed";

    private static final String COMMAND_LINE = ".commandLine";

    private final CommandService commands;

    @Activate
    public Sessions(@Reference CommandService commands) {
        this.commands = commands;
    }

    @Override
    @SuppressWarnings("unchecked") // the console's own type for its variable
    public void beforeExecute(CommandSession session, CharSequence line) {
        if (CONSOLES_SCOPES.equals(session.get(SCOPES))) {
            useOurCommands(session);
        }
        if (session.get(COMPLETIONS) instanceof Map<?, ?> known) {
            var names = commands.names();
            if (names.equals(session.get(COMPLETED))) {
                return;
            }
            session.put(COMPLETED, names);
            var completions = new HashMap<>((Map<String, List<CompletionData>>) known);
            completions.keySet().removeIf(command -> command.startsWith(ShellCommands.SCOPE + ":"));
            for (var name : names) {
                commands.help(name).ifPresent(help -> completions.put(ShellCommands.SCOPE + ":" + name, completions(help)));
            }
            completions.put(ShellCommands.SCOPE + ":" + HelpCommand.NAME, List.of(
                    new CompletionData(null, "Tell what a command does", null, null),
                    new CompletionData(null, null, "$.commands", null)));
            session.put(COMPLETIONS, completions);
        }
    }

    /** Makes names without a scope mean our commands first. */
    static void useOurCommands(CommandSession session) {
        session.put(SCOPES, ShellCommands.SCOPE + ":" + CONSOLES_SCOPES);
    }

    private static List<CompletionData> completions(CommandHelp help) {
        var completions = new ArrayList<CompletionData>();
        completions.add(new CompletionData(null, help.summary(), null, null));
        for (var option : help.options()) {
            completions.add(new CompletionData(option.names(), option.description(), null, null));
        }
        completions.add(new CompletionData(null, null, ShellCommands.SCOPE + ":" + WORDS, null));
        return completions;
    }

    @Override
    public void afterExecute(CommandSession session, CharSequence line, Exception exception) {}

    @Override
    public void afterExecute(CommandSession session, CharSequence line, Object result) {}

    /** Words for the line that is being typed; where there are none, files. */
    @Override
    public Object execute(CommandSession session, List<Object> arguments) throws Exception {
        if (!(session.get(COMMAND_LINE) instanceof ParsedLine line)) {
            return List.of();
        }
        var words = new ArrayList<>(line.words().subList(0, line.wordIndex()));
        words.set(0, words.getFirst().substring(words.getFirst().indexOf(':') + 1));
        words.add("");
        var found = commands.completions(words);
        return found.isEmpty() ? session.execute("__files") : found;
    }
}
