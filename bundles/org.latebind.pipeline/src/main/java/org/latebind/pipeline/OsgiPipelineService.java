package org.latebind.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.Pipeline;
import org.latebind.pass.api.PipelineService;
import org.latebind.pass.api.Plan;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.util.tracker.ServiceTracker;

/** Pipelines over the framework's services. */
@Component(configurationPid = OsgiPipelineService.PID)
@Designate(ocd = OsgiPipelineService.Settings.class)
public final class OsgiPipelineService implements PipelineService {
    static final String PID = "org.latebind.pipeline";

    /** Settings of this service. */
    @ObjectClassDefinition(id = PID, name = "Pipelines", description = "Where pipelines are, and how their passes may go")
    public @interface Settings {
        /** By default the framework property {@code latebind.pipelines}. */
        @AttributeDefinition(description = "folder of pipeline texts", required = false)
        String pipelines() default "";

        /** How long a provider that is stopped waits for the runs that lease it. */
        @AttributeDefinition(
                description = "how many seconds a bundle that is stopped waits for runs that use it: a whole number from 0 on",
                min = "0")
        long drain_seconds() default 600;
    }

    private static final String SUFFIX = ".pipeline";
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_MILLIS = 20;

    private final PassRegistry registry;
    private final BundleLeases leases;
    private final Duration patience;
    private final ServiceTracker<Object, ArtifactPrinter<?>> printers;
    private final Optional<Path> folder;

    @Activate
    public OsgiPipelineService(BundleContext bundles, Settings settings) {
        patience = Duration.ofSeconds(settings.drain_seconds());
        leases = new BundleLeases(bundles, patience);
        registry = new PassRegistry(bundles, patience);
        printers = new ServiceTracker<>(bundles, ArtifactPrinter.class.getName(), null);
        printers.open();
        var named = settings.pipelines().isEmpty()
                ? Optional.ofNullable(bundles.getProperty("latebind.pipelines"))
                : Optional.of(settings.pipelines());
        folder = named.map(Path::of);
    }

    @Deactivate
    void close() {
        registry.close();
        leases.close();
        printers.close();
    }

    @Override
    public List<PassDescription> passes() {
        return registry.providers().stream()
                .map(PassProvider::description)
                .sorted(Comparator.comparing(PassDescription::name)
                        .thenComparing(PassDescription::bundle)
                        .thenComparing(PassDescription::version))
                .toList();
    }

    @Override
    public SortedSet<String> pipelines() {
        var names = new TreeSet<String>();
        if (folder.isPresent() && Files.isDirectory(folder.get())) {
            try (var files = Files.list(folder.get())) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(SUFFIX))
                        .forEach(name -> names.add(name.substring(0, name.length() - SUFFIX.length())));
            } catch (IOException e) {
                throw unreadable(folder.get(), e);
            }
        }
        return names;
    }

    @Override
    public Pipeline pipeline(String name) {
        if (!pipelines().contains(name)) {
            throw DiagnosticException.badInput(Diagnostic.error("LB9002", "no pipeline '" + name + "'")
                    .withHelp("pipelines there are: " + String.join(", ", pipelines())));
        }
        var file = folder.orElseThrow().resolve(name + SUFFIX);
        try {
            return parse(name, Files.readString(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static DiagnosticException unreadable(Path file, IOException failure) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB9002", "cannot read " + file + ": " + failure.getMessage()));
    }

    @Override
    public Pipeline parse(String name, String text) {
        return PipelineParser.parse(name, text);
    }

    @Override
    public Optional<Plan> plan(
            Pipeline pipeline, Map<String, String> variables, Optional<Class<?>> until, DiagnosticSink diagnostics) {
        var problems = new ArrayList<Diagnostic>();
        var plan = whenTheyStay(() -> {
            problems.clear();
            var planned = new Planner(registry.providers(), problems::add).plan(pipeline, variables, until);
            return planned.isEmpty() ? Attempt.<Plan>none() : Attempt.of(lease(pipeline, planned.get()));
        });
        problems.forEach(diagnostics::report);
        if (plan.isEmpty() && problems.isEmpty()) {
            diagnostics.report(Diagnostic.error(
                    "LB9017", "the passes of pipeline '" + pipeline.name() + "' are being replaced; try again"));
        }
        return plan;
    }

    @Override
    public Optional<Hold> hold(Supplier<? extends Collection<?>> services) {
        return whenTheyStay(() -> {
            var moves = leases.moves();
            if (leases.isAnyAway()) {
                return Attempt.none();
            }
            var bundles = services.get().stream()
                    .flatMap(service -> Stream.ofNullable(FrameworkUtil.getBundle(service.getClass())))
                    .collect(Collectors.toSet());
            var lease = leases.lease(bundles);
            if (!leases.moves().equals(moves)) {
                lease.ifPresent(BundleLeases.Lease::close); // the services may have been fewer for a moment
                return Attempt.of(Optional.empty());
            }
            return Attempt.of(lease.<Hold>map(kept -> kept::close));
        });
    }

    /**
     * What came of trying to lease.
     *
     * @param hopeless whether to try again helps only when other bundles are there by then
     */
    private record Attempt<T>(Optional<T> result, boolean hopeless) {
        static <T> Attempt<T> of(Optional<T> result) {
            return new Attempt<>(result, false);
        }

        static <T> Attempt<T> none() {
            return new Attempt<>(Optional.empty(), true);
        }
    }

    /** A provider may be about to go, or be gone to come back as another revision of itself: then it is tried again. */
    private <T> Optional<T> whenTheyStay(Supplier<Attempt<T>> lease) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int count = 0; ; count++) {
            var moves = leases.moves();
            var attempt = lease.get();
            if (attempt.result().isPresent()) {
                return attempt.result();
            }
            // In this order: what is no longer in transit when asked has moved since the attempt.
            boolean mayDiffer = leases.isAnyInTransit() || !leases.moves().equals(moves);
            boolean worthWaiting = mayDiffer && System.nanoTime() < deadline;
            if (!worthWaiting && (attempt.hopeless() || count >= ATTEMPTS) || !pause()) {
                return Optional.empty();
            }
        }
    }

    private Optional<Plan> lease(Pipeline pipeline, List<Planner.PlannedStage> stages) {
        return leases.lease(registry.bundlesOf(stages)).flatMap(bundles -> {
            var leased = LeasedPlan.lease(pipeline, stages, this::printer, bundles);
            if (leased.isEmpty()) {
                bundles.close();
            }
            return leased;
        });
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<ArtifactPrinter<?>> printer(Class<?> type) {
        return printers.getTracked().values().stream()
                .<ArtifactPrinter<?>>map(p -> p)
                .filter(p -> p.type() == type)
                .findFirst();
    }
}
