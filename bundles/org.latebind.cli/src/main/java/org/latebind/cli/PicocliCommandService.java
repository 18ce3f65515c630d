package org.latebind.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.latebind.command.api.CommandExtension;
import org.latebind.command.api.CommandHelp;
import org.latebind.command.api.CommandIo;
import org.latebind.command.api.CommandService;
import org.latebind.command.api.Terminal;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.pass.api.ArtifactReader;
import org.latebind.pass.api.ArtifactWriter;
import org.latebind.pass.api.PipelineService;
import org.latebind.target.api.Targets;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The commands as picocli sees them. */
@Component
public final class PicocliCommandService implements CommandService {
    private static final int WIDTH = 100;
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    private final String version;

    @Reference
    private PipelineService pipelines;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ArtifactReader<?>> readers = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ArtifactWriter<?>> writers = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ArtifactPrinter<?>> printers = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<CommandExtension> extensions = List.of();

    @Reference
    private Targets targets = () -> List.of();

    @Activate
    public PicocliCommandService(BundleContext bundles) {
        this(bundles.getBundle().getVersion().toString());
    }

    private PicocliCommandService(String version) {
        this.version = version;
    }

    /** A service over fixed parts, without a framework. */
    static PicocliCommandService over(
            PipelineService pipelines,
            List<ArtifactReader<?>> readers,
            List<ArtifactWriter<?>> writers,
            List<ArtifactPrinter<?>> printers,
            List<CommandExtension> extensions) {
        var service = new PicocliCommandService("0");
        service.pipelines = pipelines;
        service.readers = readers;
        service.writers = writers;
        service.printers = printers;
        service.extensions = extensions;
        return service;
    }

    @Command(name = "latebind",
            header = "Compile a Linux kernel module once; bind it to each kernel when it is installed.",
            description = {
                "The developer compiles a module's C into a deferred module (.dko). Each machine's kernel headers "
                        + "become header data (.khd). Linking the two gives the module (.ko) for that kernel, as if "
                        + "the source had been compiled against those headers.",
            },
            synopsisSubcommandLabel = "COMMAND",
            footer = {"", "Run @|bold latebind help COMMAND|@ for a command's options."})
    private static final class Top implements Runnable {
        @CommandLine.Spec
        private CommandSpec spec;

        @CommandLine.Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
        private boolean help;

        @CommandLine.Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version and exit.")
        private boolean versionAsked;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "a command is missing");
        }
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(commandLine(silent()).getSubcommands().keySet());
    }

    @Override
    public Optional<CommandHelp> help(String name) {
        return Optional.ofNullable(commandLine(silent()).getSubcommands().get(name)).map(command -> {
            var spec = command.getCommandSpec();
            var options = spec.options().stream()
                    .filter(option -> !option.hidden())
                    .map(option -> new CommandHelp.Option(
                            List.of(option.names()), String.join(" ", option.description())))
                    .toList();
            return new CommandHelp(String.join(" ", spec.usageMessage().header()), options);
        });
    }

    @Override
    public List<String> completions(List<String> words) {
        var top = commandLine(silent());
        var found = new ArrayList<CharSequence>();
        AutoComplete.complete(top.getCommandSpec(), words.toArray(String[]::new), words.size() - 1, 0, 0, found);
        return found.stream()
                .map(CharSequence::toString)
                .filter(word -> !word.startsWith("-"))
                .distinct()
                .sorted()
                .toList();
    }

    /** For what is asked of the commands themselves, which say nothing. */
    private static CommandIo silent() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new CommandIo(InputStream.nullInputStream(), nowhere, nowhere, Path.of(""), Terminal.NONE);
    }

    @Override
    public int run(List<String> words, CommandIo io) {
        int status = commandLine(io).execute(words.toArray(String[]::new));
        io.out().flush();
        io.err().flush();
        if (!io.out().checkError()) {
            return status;
        }
        // A reader that has seen enough closes its pipe; that is nothing to complain about.
        return isPipe() ? BAD_USAGE : new Failures(io).unwritten();
    }

    private static boolean isPipe() {
        try {
            return Files.readSymbolicLink(STANDARD_OUTPUT).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private CommandLine commandLine(CommandIo io) {
        var tools = new Toolbox(pipelines, () -> new FileServices(readers, writers, printers),
                targets, io);
        var top = new CommandLine(new Top(), new Names.Factory(pipelines));
        top.getCommandSpec().version("latebind " + version);
        var commands = new ArrayList<Object>(List.of(
                new CompileCommand(tools),
                new IngestCommand(tools),
                new LinkCommand(tools),
                new CheckCommand(tools),
                new ShowCommand(tools),
                new DiffCommand(tools),
                new CcCommand(tools),
                new PassesCommand(tools),
                new PlanCommand(tools),
                new RunCommand(tools),
                new DumpCommand(tools),
                new ShellCommand(),
                new HelpCommand()));
        extensions.forEach(extension -> commands.add(extension.command(this, io)));
        commands.forEach(top::addSubcommand);
        configure(top, io);
        return top;
    }

    private static void configure(CommandLine top, CommandIo io) {
        for (var command : top.getSubcommands().values()) {
            var usage = command.getCommandSpec().usageMessage();
            usage.exitCodeListHeading("%n@|bold Exit status:|@%n");
            usage.exitCodeList(exitStatuses());
        }
        for (var command : allOf(top)) {
            var usage = command.getCommandSpec().usageMessage();
            usage.synopsisHeading("@|bold Usage:|@ ");
            usage.descriptionHeading(usage.description().length == 0 ? "" : "%n");
            usage.parameterListHeading("%n@|bold Arguments:|@%n");
            usage.optionListHeading("%n@|bold Options:|@%n");
            usage.commandListHeading("%n@|bold Commands:|@%n");
            usage.sortOptions(false);
        }
        top.setUsageHelpWidth(WIDTH);
        top.setColorScheme(CommandLine.Help.defaultColorScheme(
                io.terminal().colorOut() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        top.setOut(new PrintWriter(io.out(), true));
        top.setErr(new PrintWriter(io.err(), true));
        var failures = new Failures(io);
        top.setParameterExceptionHandler((problem, words) -> failures.badUsage(problem, List.of(words)));
        top.setExecutionExceptionHandler(
                (problem, command, parsed) -> failures.failed(problem, command, parsed.originalArgs()));
    }

    private static Map<String, String> exitStatuses() {
        var statuses = new LinkedHashMap<String, String>();
        statuses.put("0", "done");
        statuses.put("1", "the input is well formed, but what is asked of it cannot be had");
        statuses.put("2", "bad usage, or an input or output that cannot be used");
        return statuses;
    }

    private static List<CommandLine> allOf(CommandLine top) {
        var all = new ArrayList<>(top.getSubcommands().values());
        all.add(top);
        return all;
    }
}
