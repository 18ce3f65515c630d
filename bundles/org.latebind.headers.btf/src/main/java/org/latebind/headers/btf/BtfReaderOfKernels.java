package org.latebind.headers.btf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.HeaderInterpreter;
import org.latebind.headers.api.HeaderReader;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.Targets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens a kernel's image, or its BTF, where no headers are to be had: it gives layouts and enumerators. */
@Component(service = HeaderReader.class)
public final class BtfReaderOfKernels implements HeaderReader {
    /** Where a running kernel has its BTF, and its release from there. */
    private static final Path OF_RUNNING = Path.of("sys/kernel/btf/vmlinux");
    private static final Path RELEASE_OF_RUNNING = Path.of("../../../../proc/sys/kernel/osrelease");

    private final Targets targets;

    @Activate
    public BtfReaderOfKernels(@Reference Targets targets) {
        this.targets = targets;
    }

    @Override
    public String kind() {
        return "BTF alone";
    }

    @Override
    public boolean accepts(List<Path> inputs) {
        return inputs.size() == 1 && Files.isRegularFile(inputs.getFirst()) && isKernel(inputs.getFirst());
    }

    private static boolean isKernel(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".btf") || name.startsWith("vmlinu")) {
            return true;
        }
        try (var in = Files.newInputStream(file)) {
            return KernelImage.isBtfOrElf(in.readNBytes(4));
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public Optional<HeaderInterpreter> interpreter() {
        return Optional.of(new InterpretBtf());
    }

    @Override
    public FileTree open(List<Path> inputs) {
        return open(inputs.getFirst(), Optional.empty());
    }

    @Override
    public FileTree open(List<Path> inputs, String architecture) {
        return open(inputs.getFirst(), Optional.of(architecture));
    }

    private FileTree open(Path file, Optional<String> architecture) {
        var name = file.getFileName().toString();
        try {
            var found = BtfFile.find(file);
            return new BtfKernel(BtfFile.read(name, found),
                    found.release().orElseGet(() -> releaseOf(file)), target(file, found, architecture));
        } catch (IOException e) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5042", "'" + name + "' cannot be read: " + e.getMessage()));
        }
    }

    /** What the file is for, as it tells; else as asked for; this machine's is only what this machine's kernel shows. */
    private TargetDescription target(Path file, KernelImage.Found found, Optional<String> asked) {
        boolean elf = found.elfMachine().isPresent();
        var told = targets.find(target -> elf
                ? target.names().elfMachine() == found.elfMachine().getAsInt() : target.isImage(found.beginning()));
        if (elf && told.isEmpty()) {
            throw Targets.missing("the architecture of this kernel");
        }
        var wanted = asked.map(name -> targets.called(name).orElseThrow(() -> Targets.missing("'" + name + "'")));
        if (told.isPresent() && wanted.isPresent() && !told.equals(wanted)) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5045", "'" + file.getFileName() + "' is a kernel for "
                    + told.get().names().arch() + ", not for " + asked.get()));
        }
        return told.or(() -> wanted).or(() -> file.endsWith(OF_RUNNING) ? targets.called(System.getProperty("os.arch")) : Optional.empty())
                .orElseThrow(() -> DiagnosticException.badInput(Diagnostic.error("LB5044",
                                "'" + file.getFileName() + "' does not contain its architecture")
                        .withHelp("give it: --arch " + targets.find(any -> true).map(any -> any.names().arch())
                                .orElse("NAME"))));
    }

    /** The running kernel tells its own; another file is called what it is called. */
    private static String releaseOf(Path file) {
        try {
            if (file.endsWith(OF_RUNNING)) {
                return Files.readString(file.resolve(RELEASE_OF_RUNNING).normalize()).strip();
            }
        } catch (IOException unreadable) {
            // Then it is nobody's.
        }
        return file.getFileName().toString().replaceFirst("\\.btf$", "");
    }
}
