package org.latebind.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The pages of all bundles that are installed now, and of those that the installation has for the appliance. */
final class DiagnosticPages {
    /** Where a bundle has the pages of its codes. */
    static final String ENTRY = "OSGI-INF/latebind/diagnostics.md";

    private final SortedMap<String, DiagnosticPage> pages = new TreeMap<>();

    DiagnosticPages(Collection<String> entries) {
        entries.stream().flatMap(entry -> DiagnosticPage.parse(entry).stream())
                .forEach(page -> pages.putIfAbsent(page.code(), page));
    }

    /** Of two revisions of a bundle, the newer one's pages are taken. */
    static DiagnosticPages of(BundleContext context) {
        var entries = new ArrayList<>(Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
                .sorted((a, b) -> b.getVersion().compareTo(a.getVersion()))
                .map(bundle -> bundle.getEntry(ENTRY))
                .filter(Objects::nonNull)
                .map(DiagnosticPages::read)
                .toList());
        // What the appliance printed is looked up on the command line, whose commands have fewer bundles.
        Optional.ofNullable(context.getProperty("latebind.home"))
                .ifPresent(home -> entries.addAll(inJars(Path.of(home, "bundles"))));
        return new DiagnosticPages(entries);
    }

    /** The entries of all jars below a folder, in the order of their paths. */
    static List<String> inJars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted()
                    .flatMap(jar -> inJar(jar).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> inJar(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            var entry = zip.getEntry(ENTRY);
            return entry == null ? Optional.empty()
                    : Optional.of(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By code, in ascending order. */
    Collection<DiagnosticPage> all() {
        return pages.values();
    }

    /** The codes, in ascending order. */
    List<String> codes() {
        return List.copyOf(pages.keySet());
    }

    /**
     * The page of a code.
     *
     * @param code {@code LB4004}, {@code lb4004}, {@code 4004} or {@code error[LB4004]}
     */
    Optional<DiagnosticPage> page(String code) {
        var digits = code.replaceFirst("(?i)^(?:error|warning)?\\[?(?:LB)?(\\d{4})]?:?$", "$1");
        return Optional.ofNullable(pages.get("LB" + digits));
    }

    private static String read(URL entry) {
        try (var in = entry.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
