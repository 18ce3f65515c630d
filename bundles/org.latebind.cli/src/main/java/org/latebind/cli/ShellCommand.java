package org.latebind.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "shell",
        header = "Start the appliance with the Gogo shell.",
        description = {
            "Bundles put into the deploy folder are installed while it runs, and removed with their files. Every "
                    + "command is there under the same name and with the same options.",
            "",
            "With SCRIPT, or when standard input is not a terminal, the script's commands run and the exit status is "
                    + "that of the last one.",
        },
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind shell",
            "  latebind shell --deploy ./bundles 'passes' 'plan link'"
        })
final class ShellCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help = new HelpOption();

    @Option(names = "--deploy", paramLabel = "DIR",
            description = "Watch DIR; by default the deploy folder of the distribution where that can be written, "
                    + "otherwise none.")
    private String deploy;

    @Parameters(arity = "0..*", paramLabel = "SCRIPT", description = "Gogo commands to run, one after the other.")
    private List<String> script = new ArrayList<>();

    /** The launcher starts the shell, since it takes more bundles; who gets here is in it already. */
    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "this is the shell already");
    }
}
