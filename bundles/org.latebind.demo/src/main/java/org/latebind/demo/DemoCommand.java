package org.latebind.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.latebind.archive.ArchiveOptions;
import org.latebind.command.api.CommandIo;
import org.latebind.command.api.CommandService;
import org.latebind.archive.DebianArchive;
import org.latebind.archive.ProgressLine;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.machine.api.EmulatedMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of the demonstration. */
@Command(
        name = "demo",
        header = "Compile real modules once, link them for real kernels, boot each kernel and try the modules.",
        description = "Kernels and modules come from a Debian archive and are booted in QEMU; nothing is installed.",
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind demo",
            "  latebind demo --arch arm64 --suite bookworm --module vpoll"
        })
final class DemoCommand implements Callable<Integer> {
    /** Debian's last two stable releases and what comes next. */
    private static final List<String> SUITES = List.of("bookworm", "trixie", "sid");

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    @Mixin
    private ArchiveOptions archiveOptions;

    @Option(names = "--suite", paramLabel = "NAME",
            description = "Try the newest kernel of this suite. May be given several times.")
    private List<String> suites = new ArrayList<>();

    @Option(
            names = "--arch",
            paramLabel = "NAME",
            description = "Try kernels of this architecture, by Latebind's or Debian's name; by default this "
                    + "machine's. Not every suite has each: name suites with --suite.")
    private Optional<String> arch = Optional.empty();

    @Option(names = "--module", paramLabel = "NAME", description = "Try this module. May be given several times.")
    private List<String> modules = new ArrayList<>();

    @Option(
            names = "--self-tests",
            description = "Try the kernel's own tests instead of the demonstration's modules, compiled from the source "
                    + "package of each suite's kernel.")
    private boolean selfTests;

    @Option(names = "--output", paramLabel = "DIR",
            description = "Leave the .dko, .khd and .ko files and the logs in DIR.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--timeout", paramLabel = "SECONDS",
            description = "Give up on a boot after so long; ${DEFAULT-VALUE} by default.")
    private int timeout = 900;

    private final CommandIo io;
    private final CommandService commands;
    private final Supplier<List<EmulatedMachine>> machines;

    DemoCommand(CommandIo io, CommandService commands, Supplier<List<EmulatedMachine>> machines) {
        this.io = io;
        this.commands = commands;
        this.machines = machines;
    }

    @Override
    public Integer call() {
        ProgressLine progress = new ProgressLine(io);
        EmulatedMachine machine = machine();
        List<DemoModule> chosen = chosenModules(machine);
        Path downloads = archiveOptions.cache(io);
        Path emulator = EmulatorSetup.find(machine, progress);
        DebianArchive archive = archiveOptions.archive(io, progress);
        Path work = output.map(io.folder()::resolve)
                .orElse(downloads.resolve((selfTests ? "self-tests" : "demo") + (arch.isEmpty() ? "" : "-" + machine.packageArchitecture())));
        Demonstration demonstration =
                new Demonstration(
                        commands,
                        io,
                        progress,
                        new Supplies(archive, machine.packageArchitecture(), sourceArchitecture(machine), chosen),
                        new org.latebind.demo.boot.Emulator(machine, emulator),
                        work,
                        Duration.ofSeconds(timeout));
        boolean passed = demonstration.run(suites.isEmpty() ? SUITES : suites, chosen);
        return passed ? CommandService.OK : CommandService.REFUSED;
    }

    private EmulatedMachine machine() {
        String wanted = arch.orElse(System.getProperty("os.arch"));
        return machine(wanted).orElseThrow(() -> refused(
                "no bundle here says how to emulate a machine of '" + wanted + "'; there are: "
                        + machines.get().stream().map(EmulatedMachine::target).sorted().collect(Collectors.joining(", "))));
    }

    private Optional<EmulatedMachine> machine(String wanted) {
        return machines.get().stream()
                .filter(machine -> machine.target().equals(wanted) || machine.packageArchitecture().equals(wanted))
                .findFirst();
    }

    /** Some packages of sources are built for a few architectures only; what is in them is the same. */
    private String sourceArchitecture(EmulatedMachine emulated) {
        return machine(System.getProperty("os.arch")).orElse(emulated).packageArchitecture();
    }

    private List<DemoModule> chosenModules(EmulatedMachine machine) {
        List<DemoModule> all = selfTests ? DemoModule.selfTests() : DemoModule.all();
        List<String> known = all.stream().map(DemoModule::name).toList();
        for (String name : modules) {
            if (!known.contains(name)) {
                throw DiagnosticException.badInput(
                        Diagnostic.error("LB9812", "the demonstration has no module '" + name + "'").withHelp("it has " + String.join(", ", known)));
            }
        }
        List<DemoModule> chosen = all.stream()
                .filter(module -> modules.isEmpty() ? module.isFor(machine) && module.isSmall() : modules.contains(module.name()))
                .toList();
        chosen.stream().filter(module -> !module.isFor(machine)).findFirst().ifPresent(module -> {
            throw refused("module '" + module.name() + "' cannot work in an emulated machine of '" + machine.target() + "'");
        });
        return chosen;
    }

    private static DiagnosticException refused(String what) {
        return DiagnosticException.refused(
                Diagnostic.error("LB9813", what).withHelp("start the bundles that the distribution starts, or name another with --arch"));
    }
}
