package org.latebind.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** What the build made, as the tests look at it. */
public final class Distribution {
    public static final Path HOME = Path.of(System.getProperty("latebind.home")).toAbsolutePath().normalize();
    public static final Path ROOT = Path.of(System.getProperty("latebind.root")).toAbsolutePath().normalize();

    /** The three kinds of bundles: contracts; code that many share, without a service; services. */
    public enum Kind {
        API,
        LIBRARY,
        PROVIDER
    }

    /** A bundle of ours with the headers of its manifest. */
    public record Bundle(Path jar, Manifest manifest) {
        public String name() {
            return header("Bundle-SymbolicName").split(";")[0];
        }

        public String header(String key) {
            var value = manifest.getMainAttributes().getValue(key);
            return value == null ? "" : value;
        }

        /** Names of the packages in a header, without attributes and directives. */
        public List<String> packages(String key) {
            var withoutQuoted = header(key).replaceAll("\"[^\"]*\"", "");
            return Stream.of(withoutQuoted.split(","))
                    .map(clause -> clause.split(";")[0].strip())
                    .filter(name -> !name.isEmpty())
                    .toList();
        }

        public Kind kind() {
            if (name().endsWith(".api")) {
                return Kind.API;
            }
            return packages("Export-Package").isEmpty() ? Kind.PROVIDER : Kind.LIBRARY;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private Distribution() {}

    public static List<Path> jars(String group) {
        try (var files = Files.list(HOME.resolve("bundles").resolve(group))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our own bundles. */
    public static List<Bundle> bundles() {
        return Stream.of("core", "shell")
                .flatMap(group -> jars(group).stream())
                .filter(jar -> jar.getFileName().toString().startsWith("org.latebind."))
                .map(Distribution::open)
                .toList();
    }

    private static Bundle open(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            return new Bundle(jar, file.getManifest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
