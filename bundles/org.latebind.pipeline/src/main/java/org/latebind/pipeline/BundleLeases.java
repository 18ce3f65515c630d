package org.latebind.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * Leases of whole bundles: a run's passes work with services of further bundles (a target description,
 * LLVM, a header reader), and none of them may stop under it.
 *
 * <p>The framework calls event hooks before it tells anybody else that a bundle is about to stop, on the
 * thread that stops it. Waiting there keeps the bundle whole, with all its services, until the last run
 * that leases it has ended; a later run waits for the bundle to come back.
 *
 * <p>A bundle that starts has its services one after the other. It can be leased when all are there: Declarative
 * Services register them when the framework tells synchronous listeners that the bundle has started; others, as
 * we, hear of it after that.
 */
final class BundleLeases implements EventHook, BundleListener, AutoCloseable {
    /** How long a bundle that was stopped for an update may take to be there again. */
    private static final long RETURN_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<Bundle, Gate> gates = new ConcurrentHashMap<>();
    private final Duration patience;
    private final BundleContext bundles;
    private final ServiceRegistration<EventHook> registration;

    /**
     * @param changed when the bundle was last seen going or coming, 0 before
     * @param going whether it was going then
     * @param drained whether nobody keeps it any more, so that its services may be gone
     */
    private record Gate(LeaseGate leases, long changed, boolean going, boolean drained) {
        static Gate open(long changed) {
            return new Gate(new LeaseGate(), changed, false, false);
        }

        Gate changedNow() {
            return new Gate(leases, System.nanoTime(), going, drained);
        }

        Gate drainedNow() {
            return new Gate(leases, System.nanoTime(), going, true);
        }
    }

    /** Leases that were taken together. */
    record Lease(List<LeaseGate> gates, Thread holder) implements AutoCloseable {
        @Override
        public void close() {
            gates.forEach(gate -> gate.leave(holder));
        }
    }

    BundleLeases(BundleContext bundles, Duration patience) {
        this.patience = patience;
        this.bundles = bundles;
        registration = bundles.registerService(EventHook.class, this, null);
        bundles.addBundleListener(this);
    }

    @Override
    public void close() {
        registration.unregister();
        bundles.removeBundleListener(this);
    }

    @Override
    public void event(BundleEvent event, Collection<BundleContext> listeners) {
        var bundle = event.getBundle();
        switch (event.getType()) {
            case BundleEvent.STOPPING -> drain(bundle);
            case BundleEvent.STARTING -> shut(bundle, false);
            case BundleEvent.STOPPED, BundleEvent.UPDATED -> gates.computeIfPresent(bundle, (key, gate) -> gate.changedNow());
            case BundleEvent.UNINSTALLED -> gates.remove(bundle);
            default -> { }
        }
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STARTED) {
            // The news may be old: the bundle may be going again.
            gates.computeIfPresent(event.getBundle(), (bundle, gate) ->
                    gate.going || bundle.getState() != Bundle.ACTIVE ? gate : Gate.open(System.nanoTime()));
        }
    }

    private Gate shut(Bundle bundle, boolean going) {
        return gates.compute(bundle, (key, old) -> {
            var leases = old == null ? new LeaseGate() : old.leases;
            leases.close();
            return new Gate(leases, System.nanoTime(), going, !going);
        });
    }

    private void drain(Bundle bundle) {
        var gate = shut(bundle, true);
        try {
            if (!gate.leases.awaitEmpty(patience)) {
                System.getLogger(BundleLeases.class.getName()).log(System.Logger.Level.WARNING,
                        "bundle " + bundle + " goes although a run still uses it: waited " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            gates.computeIfPresent(bundle, (key, current) -> current.drainedNow());
        }
    }

    /** Leases the bundles and those whose services they use, or none: empty where one of them is about to go. */
    Optional<Lease> lease(Set<Bundle> users) {
        var entered = new ArrayList<LeaseGate>();
        for (var bundle : withUsed(users)) {
            var gate = gates.computeIfAbsent(bundle, key -> Gate.open(0)).leases();
            if (!gate.enter()) {
                new Lease(entered, Thread.currentThread()).close();
                return Optional.empty();
            }
            entered.add(gate);
        }
        return Optional.of(new Lease(entered, Thread.currentThread()));
    }

    private static Set<Bundle> withUsed(Set<Bundle> passes) {
        var all = new LinkedHashSet<>(passes);
        var queue = new ArrayDeque<>(passes);
        while (!queue.isEmpty()) {
            used(queue.remove())
                    .filter(bundle -> bundle.getBundleId() != 0 && !isForOthers(bundle))
                    .filter(all::add)
                    .forEach(queue::add);
        }
        return all;
    }

    private static Stream<Bundle> used(Bundle bundle) {
        return Stream.ofNullable(bundle.getServicesInUse())
                .flatMap(Stream::of)
                .map(ServiceReference::getBundle)
                .filter(owner -> owner != null);
    }

    /** Backends of other architectures are in everybody's lists; a run that has no pass of theirs does not use them. */
    private static boolean isForOthers(Bundle bundle) {
        return Stream.ofNullable(bundle.getRegisteredServices())
                .flatMap(Stream::of)
                .filter(service -> List.of((String[]) service.getProperty("objectClass")).contains(Pass.class.getName()))
                .map(service -> service.getProperty(PassInfo.PREFIX_ + "arch"))
                .anyMatch(arch -> arch instanceof String name && !name.isEmpty());
    }

    /** Whether a bundle is on its way: draining, or stopped to be started again. */
    boolean isAnyInTransit() {
        return gates.entrySet().stream().anyMatch(each -> isInTransit(each.getKey(), each.getValue()));
    }

    /** Whether a bundle is not there, and will be again: what is looked up now may miss its services. */
    boolean isAnyAway() {
        return gates.entrySet().stream().anyMatch(each -> each.getValue().drained
                && isInTransit(each.getKey(), each.getValue())
                && (each.getKey().getState() != Bundle.STOPPING || isToBeStarted(each.getKey())));
    }

    private static boolean isInTransit(Bundle bundle, Gate gate) {
        return gate.changed != 0 && switch (bundle.getState()) {
            case Bundle.STOPPING, Bundle.STARTING -> true;
            case Bundle.ACTIVE -> gate.leases.isClosed();
            case Bundle.INSTALLED, Bundle.RESOLVED ->
                isToBeStarted(bundle) && System.nanoTime() - gate.changed < RETURN_NANOS;
            default -> false;
        };
    }

    private static boolean isToBeStarted(Bundle bundle) {
        var startLevel = bundle.adapt(BundleStartLevel.class);
        return startLevel != null && startLevel.isPersistentlyStarted();
    }

    /** Differs from what it was earlier where a bundle has come or gone meanwhile. */
    Object moves() {
        return gates.entrySet().stream()
                .filter(each -> each.getValue().changed != 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().changed));
    }
}
