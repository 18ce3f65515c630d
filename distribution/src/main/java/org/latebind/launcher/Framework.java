package org.latebind.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/** A running framework. */
final class Framework implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final org.osgi.framework.launch.Framework framework;

    private Framework(org.osgi.framework.launch.Framework framework) {
        this.framework = framework;
    }

    /**
     * Installs and starts bundles where they lie; the cache holds no copies.
     *
     * @param onClassPath whether the bundles' classes are taken from the class path
     */
    static Framework start(
            Home home, Path scratch, List<String> groups, Map<String, String> properties, boolean onClassPath)
            throws IOException {
        var jars = new LinkedHashMap<String, Path>();
        for (var group : groups) {
            for (var jar : home.bundles(group)) {
                jars.put("reference:" + jar.toUri(), jar);
            }
        }
        var settings = new HashMap<>(properties);
        settings.put(Constants.FRAMEWORK_STORAGE, scratch.resolve("cache").toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put("felix.cache.locking", "false");
        settings.putIfAbsent("felix.log.level", "1");
        var factory = new FrameworkFactory();
        var framework = onClassPath
                ? factory.newFramework(settings, new ClassPathBundles(jars))
                : factory.newFramework(settings);
        try {
            framework.start();
            var installed = new ArrayList<Bundle>();
            for (var location : jars.keySet()) {
                installed.add(framework.getBundleContext().installBundle(location));
            }
            installed.sort(Comparator.comparing(Framework::watchesFolders));
            for (var bundle : installed) {
                if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                    bundle.start();
                }
            }
            return new Framework(framework);
        } catch (BundleException e) {
            throw new LauncherException("the distribution in " + home.path() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Folders are read when the bundle that does so starts: everybody who handles files must be there by then. */
    private static boolean watchesFolders(Bundle bundle) {
        return bundle.getSymbolicName().equals("org.apache.felix.fileinstall");
    }

    /** What takes the words: registered by a bundle with the property {@code latebind.entry}. */
    ToIntFunction<List<String>> entry(String name) {
        var context = framework.getBundleContext();
        try {
            var filter = context.createFilter(
                    "(&(objectClass=java.util.function.ToIntFunction)(latebind.entry=" + name + "))");
            var tracker = new ServiceTracker<ToIntFunction<List<String>>, ToIntFunction<List<String>>>(
                    context, filter, null);
            tracker.open();
            var entry = tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            if (entry == null) {
                throw new LauncherException("no bundle of the distribution takes a " + name);
            }
            return entry;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new LauncherException("interrupted", e);
        }
    }

    /** Waits until somebody stops the framework. */
    int awaitStop() {
        try {
            framework.waitForStop(0);
            return 0;
        } catch (InterruptedException e) {
            throw new LauncherException("interrupted", e);
        }
    }

    /** Nothing: the process ends at once, see {@link Main}. */
    @Override
    public void close() {}
}
