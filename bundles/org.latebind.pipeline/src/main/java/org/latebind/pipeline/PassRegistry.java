package org.latebind.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.PassInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * The passes in the framework.
 *
 * <p>The framework tells of a service's end on the thread that stops its bundle and before the bundle
 * stops; waiting there is what makes a provider outlive the runs that lease it. Declarative Services
 * bring the same for what a pass itself refers to, since the pass is unregistered first.
 */
final class PassRegistry implements ServiceTrackerCustomizer<Pass, PassProvider>, AutoCloseable {
    private final BundleContext bundles;
    private final Duration patience;
    private final ServiceTracker<Pass, PassProvider> tracker;

    PassRegistry(BundleContext bundles, Duration patience) {
        this.bundles = bundles;
        this.patience = patience;
        tracker = new ServiceTracker<>(bundles, Pass.class, this);
        tracker.open();
    }

    List<PassProvider> providers() {
        return new ArrayList<>(tracker.getTracked().values());
    }

    /** The bundles that provide the stages' passes; one that has gone meanwhile is left out. */
    Set<Bundle> bundlesOf(List<Planner.PlannedStage> stages) {
        var wanted = stages.stream().map(stage -> stage.provider().id()).toList();
        return tracker.getTracked().entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue().id()))
                .map(entry -> entry.getKey().getBundle())
                .filter(bundle -> bundle != null)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        tracker.close();
    }

    @Override
    public PassProvider addingService(ServiceReference<Pass> reference) {
        var name = reference.getProperty(PassInfo.PREFIX_ + "name");
        if (!(name instanceof String) || ((String) name).isEmpty()) {
            return null; // what the tracker is told for "not tracked"
        }
        var pass = bundles.getService(reference);
        return pass == null
                ? null
                : new PassProvider(describe(reference), ranking(reference), id(reference), pass, new LeaseGate());
    }

    @Override
    public void modifiedService(ServiceReference<Pass> reference, PassProvider provider) {}

    @Override
    public void removedService(ServiceReference<Pass> reference, PassProvider provider) {
        provider.gate().close();
        try {
            if (!provider.gate().awaitEmpty(patience)) {
                System.getLogger(PassRegistry.class.getName()).log(
                        System.Logger.Level.WARNING,
                        "pass '" + provider.description().name() + "' goes although a run still uses it: waited "
                                + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            bundles.ungetService(reference);
        }
    }

    private static PassDescription describe(ServiceReference<Pass> reference) {
        var attributes = new HashMap<String, Object>();
        for (var key : reference.getPropertyKeys()) {
            if (key.startsWith(PassInfo.PREFIX_)) {
                attributes.put(key.substring(PassInfo.PREFIX_.length()), reference.getProperty(key));
            }
        }
        var bundle = reference.getBundle();
        attributes.put("bundle", bundle.getSymbolicName());
        attributes.put("version", bundle.getVersion());
        attributes.putIfAbsent("arch", "");
        return new PassDescription(
                (String) attributes.get("name"),
                strings(attributes.get("consumes")),
                strings(attributes.get("produces")),
                attributes.get("arch").toString(),
                strings(attributes.get("options")),
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                attributes);
    }

    private static List<String> strings(Object property) {
        return switch (property) {
            case null -> List.of();
            case String[] many -> Arrays.stream(many).filter(s -> !s.isEmpty()).toList();
            case Object one -> one.toString().isEmpty() ? List.of() : List.of(one.toString());
        };
    }

    private static int ranking(ServiceReference<Pass> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }

    private static long id(ServiceReference<Pass> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }
}
