package org.latebind.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.latebind.archive.ArchiveOptions;
import org.latebind.archive.KernelPackages;
import org.latebind.archive.ProgressLine;
import org.latebind.command.api.CommandIo;
import org.latebind.command.api.CommandService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches what is needed to ingest a suite's newest kernel and to check what was ingested. */
@Command(
        name = "fetch",
        header = "Fetch the header packages and the image of a Debian suite's newest kernel.",
        description = "They are checked as apt checks them; nothing is installed. Prints the folder that they are in.",
        footer = {"", "@|bold Example:|@", "  latebind fetch --suite bookworm --arch NAME -o kernels"})
final class FetchCommand implements Callable<Integer> {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    @Mixin
    private ArchiveOptions archiveOptions;

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            required = true,
            description = "The suite whose newest kernel is fetched.")
    private String suite;

    @Option(
            names = "--arch",
            paramLabel = "NAME",
            required = true,
            description = "The architecture, as in the names of packages.")
    private String architecture;

    @Option(
            names = "--flavor",
            paramLabel = "NAME",
            description = "The flavor, as in the names of packages: rt, cloud; by default the plain one.")
    private String flavor = "";

    /** As it was spelled before. */
    @Option(names = "--flavour", hidden = true)
    private String oldSpelling = "";

    @Option(
            names = "-o",
            paramLabel = "DIR",
            required = true,
            description = "Make the kernel's own folder in DIR.")
    private Path output;

    private final CommandIo io;

    FetchCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() {
        var progress = new ProgressLine(io);
        var archive = archiveOptions.archive(io, progress);
        var kernel = KernelPackages.newest(archive, suite, architecture, flavor.isEmpty() ? oldSpelling : flavor);
        var folder = io.folder().resolve(output).resolve(kernel.release());
        try {
            Files.createDirectories(folder);
            for (var deb : KernelPackages.fetch(archive, kernel.headers())) {
                Files.copy(deb, folder.resolve(deb.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        KernelPackages.image(archive, kernel, folder);
        progress.clear();
        io.out().println(folder);
        return CommandService.OK;
    }
}
