package org.latebind.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.latebind.command.api.CommandIo;
import org.latebind.command.api.CommandService;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What becomes of a command that has no {@link Job} to report it: its words are wrong, or it failed before or beside
 * one. Reported as everything else is, as JSON where the words ask for that.
 */
record Failures(CommandIo io) {
    private static final String JSON = "--json";

    int badUsage(ParameterException problem, List<String> words) {
        var command = problem.getCommandLine();
        return report(command.getCommandName(), usageError(problem, command), CommandService.BAD_USAGE, words);
    }

    private static Diagnostic usageError(ParameterException problem, CommandLine command) {
        var help = "see " + command.getCommandSpec().qualifiedName() + " --help";
        if (problem instanceof UnmatchedArgumentException unmatched) {
            var word = unmatched.getUnmatched().getFirst();
            var near = nearest(word, command).map(s -> "did you mean '" + s + "'? ").orElse("");
            return Diagnostic.error("LB9020", unmatched(word, command)).withHelp(near + help);
        }
        var message = problem instanceof MissingParameterException || problem.getMessage().startsWith("Missing")
                ? problem.getMessage().replaceFirst("Missing required (parameters?|options?):", "missing:")
                : problem.getMessage();
        return Diagnostic.error("LB9020", message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1))
                .withHelp(help);
    }

    private static String unmatched(String word, CommandLine command) {
        if (word.startsWith("-")) {
            return "unknown option: '" + word + "'";
        }
        return command.getSubcommands().isEmpty()
                ? "one argument too many: '" + word + "'"
                : "there is no command '" + word + "'";
    }

    /** What the word was meant to be: a command, or an option of the command. */
    private static Optional<String> nearest(String word, CommandLine command) {
        if (!word.startsWith("-")) {
            return Spelling.nearest(word, command.getSubcommands().keySet());
        }
        var options = command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> List.of(option.names()).stream())
                .filter(name -> name.startsWith("--"))
                .toList();
        return Spelling.nearest(word.replaceFirst("=.*", ""), options);
    }

    int failed(Exception problem, CommandLine command, List<String> words) {
        var name = command.getCommandName();
        return switch (problem) {
            case DiagnosticException told -> report(name, told.diagnostic(),
                    told.isBadInput() ? CommandService.BAD_USAGE : CommandService.REFUSED, words);
            case Exception e when e instanceof IOException || e instanceof UncheckedIOException -> report(name,
                    Diagnostic.error("LB9023", String.valueOf(problem.getMessage())), CommandService.BAD_USAGE, words);
            default -> {
                System.getLogger(Failures.class.getName())
                        .log(System.Logger.Level.DEBUG, "a command failed", problem);
                var at = problem.getStackTrace().length == 0 ? "" : " at " + problem.getStackTrace()[0];
                yield report(name, Diagnostic.error("LB9008", "internal error: " + problem + at)
                                .withHelp("this is a bug in Latebind, please report it with the input"),
                        CommandService.BAD_USAGE, words);
            }
        };
    }

    /** Standard output is not there to be written to. */
    int unwritten() {
        var diagnostic = Diagnostic.error("LB9022", "cannot write standard output");
        return report("", diagnostic, CommandService.BAD_USAGE, List.of());
    }

    private int report(String command, Diagnostic diagnostic, int status, List<String> words) {
        var report = new Report(command);
        report.report(diagnostic);
        if (words.contains(JSON)) {
            io.out().print(Json.write(report.document(status)));
        } else {
            report.print(io, false, true);
        }
        io.out().flush();
        io.err().flush();
        return status;
    }
}
