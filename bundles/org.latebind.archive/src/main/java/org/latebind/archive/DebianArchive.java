package org.latebind.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.tukaani.xz.XZInputStream;

/** Suites and package files of a Debian archive, kept in a cache folder. */
public final class DebianArchive {
    private final AptConfiguration.Sources sources;
    private final Path cache;
    private final Download download;
    private final Consumer<String> remarks;

    private record Checksum(String sha256, long size) {}

    /**
     * @param cache where downloads are kept
     * @param remarks told what the user should know, such as that no signature could be checked
     */
    public DebianArchive(AptConfiguration.Sources sources, Path cache, Download download, Consumer<String> remarks) {
        this.sources = sources;
        this.cache = cache;
        this.download = download;
        this.remarks = remarks;
    }

    /**
     * What a suite has, its updates and security updates included.
     *
     * @param suite for example {@code bookworm}
     * @param wanted by package name
     */
    public PackageIndex index(String suite, String architecture, Predicate<String> wanted) {
        var index = new PackageIndex();
        var failures = new ArrayList<DiagnosticException>();
        boolean found = false;
        for (var base : sources.archives()) {
            if (found) {
                break;
            }
            try {
                if (add(index, base, suite, architecture, wanted)) {
                    found = true;
                    add(index, base, suite + "-updates", architecture, wanted);
                }
            } catch (DiagnosticException e) {
                // Of several archives some may be other people's, or not be reached from here; none is
                // asked once the suite is found.
                failures.add(e);
            }
        }
        for (var base : sources.security()) {
            addUpdates(index, base, suite + "-security", architecture, wanted);
        }
        if (!found) {
            throw noArchive(suite, failures);
        }
        return index;
    }

    /** A mirror may have a suite's release file and not yet its index; then the updates are missing, with a remark. */
    private void addUpdates(
            PackageIndex index, String base, String suite, String architecture, Predicate<String> wanted) {
        try {
            add(index, base, suite, architecture, wanted);
        } catch (DiagnosticException e) {
            if (!e.diagnostic().code().equals(Download.NOT_FETCHED)) {
                throw e;
            }
            remarks.accept("updates of " + suite + " are not seen: " + e.getMessage());
        }
    }

    private DiagnosticException noArchive(String suite, List<DiagnosticException> failures) {
        var silent = failures.stream()
                .map(failure -> "; " + failure.getMessage())
                .distinct()
                .collect(Collectors.joining());
        return DiagnosticException.badInput(
                Diagnostic.error(
                                "LB9803",
                                "no Debian archive here has suite '" + suite + "': " + sources.archives() + silent)
                        .withHelp("name another suite with --suite, or a Debian mirror with --mirror"));
    }

    /** The package's file in the cache, fetched if it is not there. */
    public Path fetch(PackageIndex.Package wanted) {
        var file = cache.resolve("packages").resolve(wanted.sha256().substring(0, 16)).resolve(wanted.fileName());
        download.file(wanted.fileName(), wanted.base() + "/" + wanted.path(), file, wanted.sha256(), wanted.size());
        return file;
    }

    private boolean add(PackageIndex index, String base, String suite, String architecture, Predicate<String> wanted) {
        var folder = base + "/dists/" + suite + "/";
        var release = download.small(folder + "InRelease");
        if (release.isEmpty() || !isDebian(release.get())) {
            return false;
        }
        var text = signedText(release.get(), folder);
        var path = "main/binary-" + architecture + "/Packages.xz";
        Checksum checksum = checksums(text).get(path);
        if (checksum == null) {
            return false;
        }
        var file = cache.resolve("indices").resolve(checksum.sha256 + ".xz");
        download.file(
                "package index of " + suite, folder + address(text, path, checksum), file, checksum.sha256,
                checksum.size);
        try (InputStream in = new XZInputStream(Files.newInputStream(file))) {
            index.read(in, base, wanted);
            return true;
        } catch (IOException | NumberFormatException e) {
            throw DiagnosticException.badInput(
                    Diagnostic.error("LB9804", "the package index of " + suite + " cannot be read: " + e.getMessage()));
        }
    }

    /** Other archives that apt may use have no kernels of Debian's. */
    private static boolean isDebian(byte[] release) {
        return new String(release, StandardCharsets.UTF_8).lines().anyMatch("Origin: Debian"::equals);
    }

    /** By hash where the archive offers it: the index may be replaced while we read. */
    private static String address(String release, String path, Checksum checksum) {
        boolean byHash = release.lines().anyMatch(line -> line.equals("Acquire-By-Hash: yes"));
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        return byHash ? folder + "by-hash/SHA256/" + checksum.sha256 : path;
    }

    private static Map<String, Checksum> checksums(String release) {
        var result = new HashMap<String, Checksum>();
        boolean inside = false;
        for (var line : release.lines().toList()) {
            if (!line.startsWith(" ")) {
                inside = line.equals("SHA256:");
            } else if (inside) {
                var words = line.strip().split("\\s+");
                if (words.length == 3 && words[0].matches("[0-9a-f]{64}") && words[1].matches("\\d{1,12}")) {
                    result.put(words[2], new Checksum(words[0], Long.parseLong(words[1])));
                }
            }
        }
        return result;
    }

    /** What a signature covers, checked where the machine can. */
    private String signedText(byte[] release, String folder) {
        Signatures.Verdict verdict = Signatures.check(release, cache);
        switch (verdict) {
            case GOOD -> {}
            case UNCHECKED ->
                    remarks.accept(
                            "the signature of " + folder
                                    + "InRelease was not checked: gpgv or Debian's keyring is not here");
            case BAD ->
                    throw DiagnosticException.badInput(
                            Diagnostic.error("LB9805", folder + "InRelease has no good signature by a Debian key")
                                    .withHelp("update the debian-archive-keyring package, or name another mirror with"
                                            + " --mirror"));
        }
        var text = new String(release, StandardCharsets.UTF_8);
        int begin = text.indexOf("\n\n");
        int end = text.indexOf("-----BEGIN PGP SIGNATURE-----");
        return text.startsWith("-----BEGIN PGP SIGNED MESSAGE-----") && begin > 0 && end > begin
                ? text.substring(begin + 2, end)
                : text;
    }

    /** The archives that are asked, for messages. */
    public List<String> archives() {
        return sources.archives();
    }
}
