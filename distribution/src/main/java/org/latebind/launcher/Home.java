package org.latebind.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.osgi.framework.Constants;

/** The unpacked distribution; only ever read. */
record Home(Path path) {

    /**
     * The distribution that was started. The script tells; where no script started it, it is the one
     * that this launcher's jar lies in, as {@code lib/latebind-launcher.jar}. (A class that comes out of
     * an archive has the place that its jar had when the archive was made.)
     */
    static Home ofLauncher() {
        var told = System.getProperty("latebind.home");
        if (told != null) {
            return new Home(Path.of(told).toAbsolutePath());
        }
        try {
            var jar = Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return new Home(jar.toAbsolutePath().getParent().getParent());
        } catch (URISyntaxException e) {
            throw new LauncherException("cannot tell where the distribution is", e);
        }
    }

    /** The bundles of one group, sorted. */
    List<Path> bundles(String group) throws IOException {
        try (var files = Files.list(path.resolve("bundles").resolve(group))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** Framework properties: what the tree tells, then {@code conf/framework.properties}. */
    Map<String, String> properties() throws IOException {
        var properties = new HashMap<String, String>();
        properties.put("latebind.home", path.toString());
        properties.put("latebind.pipelines", path.resolve("pipelines").toString());
        properties.put("org.latebind.llvm.natives", path.resolve("native").toString());
        var file = path.resolve("conf").resolve("framework.properties");
        if (Files.exists(file)) {
            var read = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                read.load(in);
            }
            ServiceSettings.check(file, read.stringPropertyNames(), bundles("core"));
            read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
        }
        return properties;
    }

    /**
     * What the appliance has beyond a command: folders that are watched, and LLVM in a process of its
     * own, since LLVM ends its process on input that it cannot take.
     */
    Map<String, String> shellProperties(Optional<Path> deploy, Path scratch) {
        var properties = new HashMap<String, String>();
        var usual = path.resolve("deploy");
        var watched = deploy.map(Path::toAbsolutePath)
                .or(() -> Optional.of(usual).filter(Files::isWritable));
        var conf = path.resolve("conf");
        // What is deployed is installed beside what is there, even under the same name and version.
        properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        properties.put("felix.fileinstall.dir",
                watched.map(folder -> conf + "," + folder).orElse(conf.toString()));
        properties.put("felix.fileinstall.poll", "500");
        properties.put("felix.fileinstall.noInitialDelay", "true");
        properties.put("felix.fileinstall.tmpdir", scratch.resolve("fileinstall").toString());
        properties.put("felix.fileinstall.enableConfigSave", "false");
        properties.put("felix.fileinstall.log.level", "2");
        properties.put("felix.fileinstall.log.default", "stdout");
        properties.put("org.latebind.llvm.isolation", "worker");
        properties.put("org.latebind.llvm.jar", path.resolve("bundles/core/org.latebind.llvm.jar").toString());
        return properties;
    }
}
