package org.latebind.dkms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.shell.Dialect;
import org.latebind.shell.RecordedCall;
import org.latebind.shell.Shell;
import org.latebind.shell.ShellHost;
import org.latebind.shell.ShellLimits;
import org.latebind.shell.ShellResult;
import org.latebind.shell.Unknowns;

/**
 * The calls of make in a shell command: {@code MAKE} of {@code dkms.conf}, or a line of a recipe after make has
 * expanded it. The command is evaluated, and each {@code make} is taken to succeed.
 *
 * @param calls in the order of the command
 * @param written files that the command leaves besides, by path
 */
public record BuildCommands(List<BuildCommand> calls, Map<String, String> written) {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)(=|:=|::=|\\+=|\\?=)(.*)", Pattern.DOTALL);

    public BuildCommands {
        calls = List.copyOf(calls);
        written = Map.copyOf(written);
    }

    /**
     * Reads a command.
     *
     * @param dialect bash for dkms, {@code sh} for a recipe
     * @param folder in which it is run
     * @throws DiagnosticException where the command is not covered, not decided, or fails
     */
    public static BuildCommands read(String command, Dialect dialect, String folder, ShellHost host, Unknowns unknowns,
            Position at) {
        var shell = new Shell(host, dialect, ShellLimits.DEFAULT, unknowns, org.latebind.shell.Decider.NONE);
        shell.record("make");
        shell.enter(folder);
        switch (shell.run(command, at)) {
            case ShellResult.Known known when known.status() == 0 -> { }
            case ShellResult.Known known -> throw DiagnosticException.refused(Diagnostic.error("LB1253", at,
                    "the build command fails with status " + known.status()));
            case ShellResult.Undecided(var reason) -> throw DiagnosticException.refused(Diagnostic.error("LB1251",
                    reason.at(), "what the build command does is not decided: " + reason.what()));
            case ShellResult.Refused(var diagnostic) -> throw DiagnosticException.refused(diagnostic);
        }
        return new BuildCommands(shell.calls().stream().map(BuildCommands::call).toList(), shell.written());
    }

    private static BuildCommand call(RecordedCall call) {
        return new Words(call).read();
    }

    /** Reads the arguments of make: GNU make manual, 9.7 Summary of Options. */
    private static final class Words {
        private final RecordedCall call;
        private final List<BuildCommand.Assignment> variables = new ArrayList<>();
        private final List<String> targets = new ArrayList<>();
        private String folder;
        private Optional<String> file = Optional.empty();
        private boolean keepsGoing;
        private int at = 1;

        Words(RecordedCall call) {
            this.call = call;
            this.folder = call.folder();
        }

        BuildCommand read() {
            while (at < call.words().size()) {
                word(call.words().get(at++));
            }
            return new BuildCommand(folder, call.folder(), file, variables, call.exported(), targets, keepsGoing, call.at());
        }

        private DiagnosticException notCovered(String word) {
            return DiagnosticException.refused(Diagnostic.error("LB1253", call.at(), "'make " + word + "' is not covered"));
        }

        private void word(String word) {
            var assignment = ASSIGNMENT.matcher(word);
            if (word.startsWith("--")) {
                longOption(word);
            } else if (word.startsWith("-") && word.length() > 1) {
                shortOptions(word);
            } else if (assignment.matches()) {
                variables.add(new BuildCommand.Assignment(assignment.group(1),
                        assignment.group(2).replace("::=", ":="), assignment.group(3)));
            } else if (word.indexOf('=') >= 0) {
                throw notCovered(word);
            } else if (!word.isEmpty()) {
                targets.add(word);
            }
        }

        private void longOption(String word) {
            int equals = word.indexOf('=');
            var value = equals < 0 ? Optional.<String>empty() : Optional.of(word.substring(equals + 1));
            switch (equals < 0 ? word : word.substring(0, equals)) {
                case "--directory" -> enter(value.orElseGet(() -> argument(word)));
                case "--file", "--makefile" -> file = Optional.of(value.orElseGet(() -> argument(word)));
                case "--no-print-directory", "--print-directory", "--silent", "--quiet", "--jobs", "--output-sync",
                        "--always-make", "--max-load", "--load-average", "--trace", "--no-silent" -> { }
                case "--keep-going" -> keepsGoing = true;
                default -> throw notCovered(word);
            }
        }

        private String argument(String word) {
            if (at == call.words().size()) {
                throw notCovered(word);
            }
            return call.words().get(at++);
        }

        private void shortOptions(String word) {
            for (int i = 1; i < word.length(); i++) {
                var rest = word.substring(i + 1);
                switch (word.charAt(i)) {
                    case 'C' -> {
                        enter(rest.isEmpty() ? argument(word) : rest);
                        return;
                    }
                    case 'f' -> {
                        if (file.isPresent()) {
                            throw notCovered("with two makefiles");
                        }
                        file = Optional.of(rest.isEmpty() ? argument(word) : rest);
                        return;
                    }
                    case 'j', 'l', 'O' -> {
                        boolean number = rest.isEmpty() && word.charAt(i) != 'O' && at < call.words().size()
                                && call.words().get(at).matches("[0-9]+");
                        at += number ? 1 : 0;
                        return;
                    }
                    case 's', 'w', 'B', 'S', 'b', 'm' -> { }
                    case 'k', 'i' -> keepsGoing = true;
                    default -> throw notCovered(word);
                }
            }
        }

        private void enter(String other) {
            folder = other.startsWith("/") || Unknowns.isUnknown(other.isEmpty() ? ' ' : other.charAt(0)) ? other
                    : folder + "/" + other;
            folder = normal(folder);
        }

        private static String normal(String path) {
            var parts = new ArrayList<String>();
            for (var part : path.split("/")) {
                if (part.equals("..") && !parts.isEmpty() && !parts.getLast().isEmpty()) {
                    parts.removeLast();
                } else if (!part.equals(".") && !(part.isEmpty() && !parts.isEmpty())) {
                    parts.add(part);
                }
            }
            return String.join("/", parts);
        }
    }
}
