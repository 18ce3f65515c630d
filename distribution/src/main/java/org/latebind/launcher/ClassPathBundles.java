package org.latebind.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * Bundles whose classes are on the class path (OSGi Core 8, chapter 60): one loader has them all, so
 * that the archive of classes serves them, which it cannot for a loader of a bundle's own. What they
 * see of each other is tested where every bundle has its own loader, as in the appliance.
 */
final class ClassPathBundles implements ModuleConnector {
    private final Map<String, Path> jars = new HashMap<>();

    /** @param locations what each bundle is installed as, and its jar */
    ClassPathBundles(Map<String, Path> locations) {
        jars.putAll(locations);
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {}

    @Override
    public Optional<ConnectModule> connect(String location) {
        return Optional.ofNullable(jars.get(location)).map(jar -> () -> new Content(jar));
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }

    private static final class Content implements ConnectContent {
        private final Path path;
        private JarFile jar;

        Content(Path path) {
            this.path = path;
        }

        private synchronized JarFile jar() throws IOException {
            if (jar == null) {
                jar = new JarFile(path.toFile());
            }
            return jar;
        }

        @Override
        public Optional<Map<String, String>> getHeaders() {
            try {
                var headers = new HashMap<String, String>();
                jar().getManifest().getMainAttributes()
                        .forEach((name, value) -> headers.put(name.toString(), value.toString()));
                return Optional.of(headers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Iterable<String> getEntries() throws IOException {
            List<String> names = jar().stream().map(JarEntry::getName).toList();
            return names;
        }

        @Override
        public Optional<ConnectEntry> getEntry(String name) {
            try {
                var found = jar().getJarEntry(name);
                return found == null ? Optional.empty() : Optional.of(new Entry(jar(), found));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<ClassLoader> getClassLoader() {
            return Optional.of(ClassPathBundles.class.getClassLoader());
        }

        @Override
        public void open() throws IOException {
            jar();
        }

        @Override
        public synchronized void close() throws IOException {
            if (jar != null) {
                jar.close();
                jar = null;
            }
        }
    }

    private record Entry(JarFile jar, JarEntry entry) implements ConnectContent.ConnectEntry {
        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getContentLength() {
            return entry.getSize();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return jar.getInputStream(entry);
        }
    }
}
