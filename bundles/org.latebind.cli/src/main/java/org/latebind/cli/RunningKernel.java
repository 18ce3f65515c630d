package org.latebind.cli;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.headers.api.KernelIdentity;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfNote;
import org.latebind.headers.api.VmlinuxFacts;

/**
 * What a kernel tells of itself while it runs.
 *
 * <pre>
 * proc/sys/kernel/osrelease   what uname -r prints
 * sys/kernel/notes            ELF notes, the build-id among them
 * sys/kernel/btf/vmlinux      its types
 * </pre>
 *
 * <p>Two builds may have one release; where MODVERSIONS is off the kernel itself would take a module for the other.
 */
record RunningKernel(String release, Optional<String> buildId, Optional<String> btfDigest) {
    private static final int LARGEST = 256 << 20;

    /** The kernel whose proc and sys are in a folder. */
    static RunningKernel below(Path root) {
        var release = read(root.resolve("proc/sys/kernel/osrelease")).orElseThrow(() -> unreadable(root, "is not there"));
        return new RunningKernel(
                new String(release, StandardCharsets.UTF_8).strip(),
                read(root.resolve("sys/kernel/notes")).flatMap(notes -> ElfNote.buildId(Bytes.sharing(notes), ByteOrder.nativeOrder())),
                read(root.resolve("sys/kernel/btf/vmlinux")).flatMap(btf -> VmlinuxFacts.of(btf).btfDigest()));
    }

    private static Optional<byte[]> read(Path file) {
        // Files of sysfs do not tell their length.
        try (var in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(LARGEST));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e.getMessage());
        }
    }

    private static DiagnosticException unreadable(Path what, String why) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB9041", "cannot identify the running kernel: " + what + ": " + why));
    }

    /** An error for each thing that is not equal; a warning where neither build-id nor BTF could be compared. */
    List<Diagnostic> compare(KernelIdentity data) {
        var found = new ArrayList<Diagnostic>();
        if (!release.equals(data.release())) {
            found.add(other("kernel " + release + " runs, and the header data is of " + data.release()));
        }
        differing("build-id", buildId, data.buildId()).ifPresent(found::add);
        differing("BTF digest", btfDigest, data.btfDigest()).ifPresent(found::add);
        if (found.isEmpty() && !both(buildId, data.buildId()) && !both(btfDigest, data.btfDigest())) {
            found.add(Diagnostic.warning("LB9043", Position.NONE,
                            "only the release could be compared with the running kernel: " + unknown(data))
                    .withHelp("ingest with --btf /sys/kernel/btf/vmlinux, or with the kernel's image"));
        }
        return found;
    }

    private String unknown(KernelIdentity data) {
        return data.buildId().isEmpty() && data.btfDigest().isEmpty()
                ? "the header data has neither build-id nor BTF digest"
                : "it does not tell what the header data has";
    }

    private Optional<Diagnostic> differing(String what, Optional<String> running, Optional<String> data) {
        return both(running, data) && !running.equals(data)
                ? Optional.of(other("the running kernel " + release + " is another build than the header data's: its " + what
                        + " is " + running.get() + ", not " + data.get()))
                : Optional.empty();
    }

    private static boolean both(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent();
    }

    private static Diagnostic other(String what) {
        return Diagnostic.error("LB9042", what).withHelp("ingest the headers of the kernel that runs");
    }
}
