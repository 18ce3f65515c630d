package org.latebind.appliance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Bundles in the folder {@code deploy}.
 *
 * <p>A jar is installed beside what is there and never as an update of it, even where name and version are the same:
 *
 * <pre>
 * deploy/lower.jar comes   its bundle starts; then the installation's of that name is stopped
 * deploy/lower.jar goes    the installation's starts; then the deployed one is uninstalled, wires to it are renewed
 * </pre>
 *
 * <p>The order lets services be replaced without a moment in which there are none. A bundle that does not resolve
 * leaves the installation's running.
 */
@Component(property = Constants.SERVICE_RANKING + ":Integer=1")
public final class DeployedBundles implements ArtifactInstaller {
    private static final String UNUSABLE = "LB9036";
    private static final long PATIENCE_SECONDS = 60;

    private final BundleContext context;
    private final Complaints complaints;
    private final Map<File, Bundle> deployed = new HashMap<>();

    /** Bundles of the installation that are stopped while a deployed one has their name. */
    private final Set<Bundle> aside = new HashSet<>();

    /** Deployed bundles that could not be started, and why: they are tried again when others come. */
    private final Map<Bundle, String> waiting = new HashMap<>();

    @Activate
    public DeployedBundles(BundleContext context, @Reference Complaints complaints) {
        this.context = context;
        this.complaints = complaints;
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".jar");
    }

    @Override
    public synchronized void install(File file) {
        if (isUsable(file)) {
            try (var in = Files.newInputStream(file.toPath())) {
                var bundle = context.installBundle(file.toURI().toString(), in);
                deployed.put(file, bundle);
                settle(bundle);
            } catch (IOException | BundleException e) {
                complaints.warn(UNUSABLE, file + ": " + Complaints.reason(e));
            }
        }
    }

    /** What was deployed before stays where the file is not a bundle any more. */
    @Override
    public synchronized void update(File file) {
        var bundle = deployed.get(file);
        if (bundle == null || bundle.getState() == Bundle.UNINSTALLED) {
            install(file);
        } else if (isUsable(file)) {
            try (var in = Files.newInputStream(file.toPath())) {
                bundle.update(in);
                refresh(bundle);
            } catch (IOException | BundleException e) {
                complaints.warn(UNUSABLE, file + ": " + Complaints.reason(e));
            }
            waiting.remove(bundle);
            settle(bundle);
        }
    }

    @Override
    public synchronized void uninstall(File file) {
        var bundle = deployed.remove(file);
        waiting.remove(bundle);
        if (bundle == null || bundle.getState() == Bundle.UNINSTALLED) {
            return;
        }
        bringBack();
        try {
            bundle.uninstall();
            refresh(bundle);
        } catch (BundleException e) {
            complaints.warn(UNUSABLE, file + ": " + Complaints.reason(e));
        }
        settle(bundle);
    }

    private boolean isUsable(File file) {
        var problem = JarCheck.problem(file.toPath());
        problem.ifPresent(text -> complaints.warn(UNUSABLE, file + " " + text));
        return problem.isEmpty();
    }

    /** Starts what can be started after a change, and stops or starts the installation's bundles accordingly. */
    private void settle(Bundle changed) {
        Stream.concat(Stream.of(changed), Set.copyOf(waiting.keySet()).stream())
                .filter(deployed.values()::contains)
                .distinct()
                .forEach(this::start);
        bringBack();
        for (var bundle : context.getBundles()) {
            if (!deployed.containsValue(bundle) && bundle.getState() == Bundle.ACTIVE && isReplaced(bundle)) {
                try {
                    bundle.stop();
                    aside.add(bundle);
                } catch (BundleException e) {
                    complaints.warn(UNUSABLE, bundle + ": " + Complaints.reason(e));
                }
            }
        }
    }

    private void bringBack() {
        for (var bundle : Set.copyOf(aside)) {
            if (!isReplaced(bundle)) {
                aside.remove(bundle);
                start(bundle);
            }
        }
    }

    private boolean isReplaced(Bundle bundle) {
        return deployed.values().stream().anyMatch(other -> other.getState() == Bundle.ACTIVE
                && other.getSymbolicName().equals(bundle.getSymbolicName()));
    }

    private void start(Bundle bundle) {
        if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
            return; // lives in its host
        }
        try {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
            waiting.remove(bundle);
        } catch (BundleException e) {
            var reason = Complaints.reason(e);
            if (!reason.equals(waiting.put(bundle, reason))) {
                complaints.warn(UNUSABLE, "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion()
                        + " cannot be started: " + reason);
            }
        }
    }

    /** Whoever was wired to a revision that has gone is wired anew. */
    private void refresh(Bundle bundle) {
        var done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle), event -> done.countDown());
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                complaints.warn(UNUSABLE, "users of bundle " + bundle + " still use what it was before");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
