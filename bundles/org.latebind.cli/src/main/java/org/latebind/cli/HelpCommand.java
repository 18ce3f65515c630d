package org.latebind.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.latebind.command.api.CommandService;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "help",
        header = "Show what Latebind's commands do, or all about one of them.",
        footer = {"", "@|bold Examples:|@", "  latebind help", "  latebind help link"})
final class HelpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help = new HelpOption();

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command.")
    private Optional<String> command = Optional.empty();

    @Override
    public Integer call() {
        var top = spec.parent().commandLine();
        var asked = command.map(name -> Optional.ofNullable(top.getSubcommands().get(name))
                        .orElseThrow(() -> absent(name)))
                .orElse(top);
        asked.usage(top.getOut(), top.getColorScheme());
        top.getOut().flush();
        return CommandService.OK;
    }

    private DiagnosticException absent(String name) {
        var near = Spelling.nearest(name, spec.parent().subcommands().keySet());
        return DiagnosticException.badInput(Diagnostic.error("LB9020", "there is no command '" + name + "'")
                .withHelp(near.map(s -> "did you mean '" + s + "'? ").orElse("") + "see latebind help"));
    }
}
