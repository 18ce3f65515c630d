package org.latebind.llvm;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/**
 * Loads the native libraries, instead of JavaCPP's own loader: that one wants a cache folder that it
 * may write to, below the home folder unless told otherwise, and starting twice at once on one cache
 * goes wrong.
 *
 * <p>Libraries lie extracted in a folder that may be read-only and shared. Where there is none, they
 * are extracted to a private temporary folder that is gone again before the first job runs.
 */
final class Natives {
    /** In the order in which they need each other. */
    private static final List<String> FILES =
            List.of("libjnijavacpp.so", "libLLVM.so", "libLTO.so", "libRemarks.so", "libjniLLVM.so");

    /** Those whose native methods belong to the classes of one class loader. */
    private static final List<String> JNI = List.of("libjnijavacpp.so", "libjniLLVM.so");

    private static final String ALREADY_LOADED = "already loaded in another classloader";

    private Natives() {}

    /**
     * Loads the libraries into this class's loader.
     *
     * @param folder where they lie extracted
     * @throws IOException when a library is missing or cannot be loaded
     */
    static void load(Optional<Path> folder) throws IOException {
        System.setProperty("org.bytedeco.javacpp.loadlibraries", "false");
        // Without this, a thread and a queue of phantom references: the engine frees what it makes.
        System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
        try {
            if (folder.isPresent()) {
                for (var file : FILES) {
                    loadFrom(folder.get().resolve(file));
                }
            } else if (Extracted.FAILURE.isPresent()) {
                throw new IOException(Extracted.FAILURE.get().getMessage(), Extracted.FAILURE.get());
            }
        } catch (UnsatisfiedLinkError e) {
            throw new IOException("cannot load LLVM's native libraries: " + e.getMessage(), e);
        }
    }

    private static void loadFrom(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new FileNotFoundException("LLVM's native library " + file + " is missing or unreadable");
        }
        try {
            System.load(file.toAbsolutePath().toString());
        } catch (UnsatisfiedLinkError e) {
            if (e.getMessage() == null || !e.getMessage().contains(ALREADY_LOADED)) {
                throw e;
            }
            // A second LLVM would register its options again and end the process. It need not be
            // loaded: a copy of its JNI library is bound, by its name, to the one that is there.
            if (JNI.contains(file.getFileName().toString())) {
                loadCopy(file);
            }
        }
    }

    /** Another revision of this bundle holds the file: a file can belong to one class loader only. */
    private static void loadCopy(Path file) throws IOException {
        var folder = Files.createTempDirectory("latebind-llvm");
        var copy = folder.resolve(file.getFileName());
        try {
            Files.copy(file, copy);
            System.load(copy.toString());
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }

    /** Loads once for this class loader: a second LLVM would end the process, see {@link #loadFrom}. */
    private static final class Extracted {
        static final Optional<IOException> FAILURE = load();

        private static Optional<IOException> load() {
            try {
                loadExtracted();
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(e);
            }
        }
    }

    private static void loadExtracted() throws IOException {
        var folder = Files.createTempDirectory("latebind-llvm");
        try {
            for (var file : FILES) {
                extract(file, folder.resolve(file));
            }
            for (var file : FILES) {
                System.load(folder.resolve(file).toString());
            }
        } finally {
            for (var file : FILES) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }

    private static void extract(String file, Path target) throws IOException {
        var part = file.contains("javacpp") ? "javacpp" : "llvm";
        var resource = "/org/bytedeco/" + part + "/" + Loader.Detector.getPlatform() + "/" + file;
        try (var in = Natives.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("no " + resource + " in this bundle: LLVM is not there for this machine");
            }
            Files.copy(in, target);
        }
    }
}
