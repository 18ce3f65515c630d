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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
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
 */
final class BundleLeases implements EventHook, AutoCloseable {
    /** How long a bundle that was stopped for an update may take to be there again. */
    private static final long RETURN_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<Bundle, Gate> gates = new ConcurrentHashMap<>();
    private final Duration patience;
    private final ServiceRegistration<EventHook> registration;

    /** @param changed when the bundle was last seen going or coming, 0 before */
    private record Gate(LeaseGate leases, AtomicLong changed) {
        Gate() {
            this(new LeaseGate(), new AtomicLong());
        }
    }

    /** Leases that were taken together. */
    record Lease(List<LeaseGate> gates) implements AutoCloseable {
        @Override
        public void close() {
            gates.forEach(LeaseGate::leave);
        }
    }

    BundleLeases(BundleContext bundles, Duration patience) {
        this.patience = patience;
        registration = bundles.registerService(EventHook.class, this, null);
    }

    @Override
    public void close() {
        registration.unregister();
    }

    @Override
    public void event(BundleEvent event, Collection<BundleContext> listeners) {
        var bundle = event.getBundle();
        switch (event.getType()) {
            case BundleEvent.STOPPING -> drain(bundle);
            case BundleEvent.STARTING -> gates.computeIfPresent(bundle, (key, gate) ->
                    new Gate(new LeaseGate(), new AtomicLong(System.nanoTime())));
            case BundleEvent.STOPPED, BundleEvent.STARTED, BundleEvent.UPDATED -> Optional.ofNullable(gates.get(bundle))
                    .ifPresent(gate -> gate.changed.set(System.nanoTime()));
            case BundleEvent.UNINSTALLED -> gates.remove(bundle);
            default -> { }
        }
    }

    private void drain(Bundle bundle) {
        var gate = gates.computeIfAbsent(bundle, key -> new Gate());
        gate.changed.set(System.nanoTime());
        gate.leases.close();
        try {
            if (!gate.leases.awaitEmpty(patience)) {
                System.getLogger(BundleLeases.class.getName()).log(System.Logger.Level.WARNING,
                        "bundle " + bundle + " goes although a run still uses it: waited " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leases the bundles and those whose services they use, or none: empty where one of them is about to go. */
    Optional<Lease> lease(Set<Bundle> passes) {
        var entered = new ArrayList<LeaseGate>();
        for (var bundle : withUsed(passes)) {
            var gate = gates.computeIfAbsent(bundle, key -> new Gate()).leases();
            if (!gate.enter()) {
                new Lease(entered).close();
                return Optional.empty();
            }
            entered.add(gate);
        }
        return Optional.of(new Lease(entered));
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

    private static boolean isInTransit(Bundle bundle, Gate gate) {
        int state = bundle.getState();
        if (state == Bundle.UNINSTALLED || gate.changed.get() == 0) {
            return false;
        }
        var startLevel = bundle.adapt(BundleStartLevel.class);
        boolean toBeStarted = startLevel != null && startLevel.isPersistentlyStarted();
        return state == Bundle.STOPPING
                || toBeStarted && System.nanoTime() - gate.changed.get() < RETURN_NANOS;
    }
}
