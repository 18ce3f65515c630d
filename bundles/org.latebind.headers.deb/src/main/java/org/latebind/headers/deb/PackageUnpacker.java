package org.latebind.headers.deb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.KernelIdentity.PackageVersion;
import org.tukaani.xz.XZInputStream;

/** Unpacks one package into a tree. */
final class PackageUnpacker {
    private static final int MAX_CONTROL = 1 << 20;
    /** What may stand before an entry: the padding of the last one, long names, pax records. */
    private static final int MAX_HEADERS = 1 << 20;
    /** What may stand behind the last entry. tar fills up 10 KiB. */
    private static final int MAX_PADDING = 1 << 20;

    private final Path file;
    private final PackageTree tree;
    private final Bounds bounds;

    PackageUnpacker(Path file, PackageTree tree, Bounds bounds) {
        this.file = file;
        this.tree = tree;
        this.bounds = bounds;
    }

    /** @throws DiagnosticException where the package cannot be read or is not one */
    void unpack() {
        boolean control = false;
        boolean data = false;
        try (var archive = new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (var member = archive.getNextEntry(); member != null; member = archive.getNextEntry()) {
                var name = member.getName().replaceFirst("/$", "");
                if (name.startsWith("control.tar")) {
                    tree.addPackage(control(decompressed(name, archive)));
                    control = true;
                } else if (name.startsWith("data.tar")) {
                    unpack(decompressed(name, archive));
                    data = true;
                }
            }
        } catch (IOException | IllegalArgumentException failure) {
            // commons-compress reports some malformed headers as illegal arguments.
            throw wrong("LB5031", "cannot be unpacked: " + failure.getMessage());
        }
        if (!control || !data) {
            throw wrong("LB5030", "is no Debian package: it has no " + (control ? "data.tar" : "control.tar"));
        }
    }

    private InputStream decompressed(String member, InputStream in) throws IOException {
        var kind = member.substring(member.indexOf(".tar") + ".tar".length());
        return switch (kind) {
            case "" -> in;
            case ".gz" -> new GZIPInputStream(in);
            case ".xz" -> new XZInputStream(in, Bounds.MAX_DECOMPRESSOR_KIB);
            case ".zst" -> zstandard(in);
            default -> throw wrong("LB5033", "is compressed as " + kind + ", which is not supported");
        };
    }

    /** Debian's packages are xz; those of other distributions need the zstd library, which is optional. */
    private InputStream zstandard(InputStream in) throws IOException {
        try {
            return new com.github.luben.zstd.ZstdInputStreamNoFinalizer(in);
        } catch (LinkageError missing) {
            throw wrong("LB5033", "is compressed with zstd, and the zstd library is not installed");
        }
    }

    private PackageVersion control(InputStream in) throws IOException {
        // Closing would close the package's archive with it.
        var budget = new BudgetedInputStream(in, file, MAX_HEADERS);
        var archive = new TarArchiveInputStream(budget);
        var fields = new HashMap<String, String>();
        for (var entry = next(archive, budget); entry.isPresent(); entry = next(archive, budget)) {
            fields.putAll(controlFields(entry.get(), archive));
        }
        readToEnd(in);
        if (!fields.containsKey("Package") || !fields.containsKey("Version")) {
            throw wrong("LB5030", "is no Debian package: its control file names neither package nor version");
        }
        return new PackageVersion(fields.get("Package"), fields.get("Version"));
    }

    private static Map<String, String> controlFields(TarArchiveEntry entry, InputStream in) throws IOException {
        if (!entry.isFile() || !entry.getName().replaceFirst("^\\./", "").equals("control")) {
            return Map.of();
        }
        return fields(new String(in.readNBytes(MAX_CONTROL), StandardCharsets.UTF_8));
    }

    private Optional<TarArchiveEntry> next(TarArchiveInputStream archive, BudgetedInputStream budget)
            throws IOException {
        var entry = Optional.ofNullable(archive.getNextEntry());
        if (entry.isPresent()) {
            bounds.entry(file, entry.get().getName(), entry.get().getSize());
            budget.allow(entry.get().getSize() + MAX_HEADERS);
        }
        return entry;
    }

    private static Map<String, String> fields(String control) {
        var fields = new HashMap<String, String>();
        for (var line : control.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private void unpack(InputStream in) throws IOException {
        var budget = new BudgetedInputStream(in, file, MAX_HEADERS);
        var archive = new TarArchiveInputStream(budget);
        for (var entry = next(archive, budget); entry.isPresent(); entry = next(archive, budget)) {
            add(entry.get(), archive);
        }
        readToEnd(in);
    }

    /** A decompressor compares its checksum when it comes to its end, which is behind that of the archive. */
    private void readToEnd(InputStream in) throws IOException {
        if (in.readNBytes(MAX_PADDING + 1).length > MAX_PADDING) {
            throw Bounds.tooLarge(file, "more than " + (MAX_PADDING >> 20) + " MiB behind its last file");
        }
    }

    private void add(TarArchiveEntry entry, InputStream in) throws IOException {
        var path = inTree(entry.getName());
        if (!added(path, entry, in)) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5035", file.getFileName() + " has another " + path
                            + " than what is there already, from it or another package")
                    .withHelp("give the packages of one kernel"));
        }
    }

    private boolean added(String path, TarArchiveEntry entry, InputStream in) throws IOException {
        if (entry.isDirectory()) {
            return tree.addFolder(path);
        }
        if (entry.isSymbolicLink()) {
            return tree.addLink(path, entry.getLinkName());
        }
        if (entry.isLink()) {
            return tree.addLink(path, inTree(entry.getLinkName()));
        }
        if (entry.isSparse()) {
            throw wrong("LB5031", "has a sparse file, which no package has: " + path);
        }
        return !entry.isFile() || tree.addFile(path, content(path, entry, in));
    }

    private byte[] content(String path, TarArchiveEntry entry, InputStream in) throws IOException {
        var content = in.readNBytes((int) entry.getSize());
        if (content.length != entry.getSize()) {
            throw wrong("LB5031", "is cut off in " + path);
        }
        return content;
    }

    /** {@code ./usr/src/x} as {@code /usr/src/x}. */
    private String inTree(String name) {
        var path = new StringBuilder();
        for (var step : name.split("/")) {
            if (step.equals("..")) {
                throw wrong("LB5034", "has a path that leads out of the package: " + name);
            }
            if (!step.isEmpty() && !step.equals(".")) {
                path.append('/').append(step);
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    private DiagnosticException wrong(String code, String what) {
        return DiagnosticException.badInput(Diagnostic.error(code, file.getFileName() + " " + what));
    }
}
