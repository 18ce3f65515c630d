package org.latebind.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.Pipeline;
import org.latebind.pass.api.Plan;
import org.latebind.pass.api.RunRequest;
import org.latebind.pass.api.RunResult;

/** A plan that holds a lease on each of its passes. */
final class LeasedPlan implements Plan {
    /** A pass with what its pipeline line gives it. */
    record LeasedStage(PassProvider.Lease lease, Map<String, String> options) {}

    private final Pipeline pipeline;
    private final List<LeasedStage> stages;
    private final PrinterLookup printers;
    private final BundleLeases.Lease bundles;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LeasedPlan(
            Pipeline pipeline, List<LeasedStage> stages, PrinterLookup printers, BundleLeases.Lease bundles) {
        this.pipeline = pipeline;
        this.stages = List.copyOf(stages);
        this.printers = printers;
        this.bundles = bundles;
    }

    /**
     * Leases every stage's pass, or none: empty when one of them has gone meanwhile.
     *
     * @param bundles what the passes live in and work with; given back with the plan
     */
    static Optional<Plan> lease(
            Pipeline pipeline,
            List<Planner.PlannedStage> planned,
            PrinterLookup printers,
            BundleLeases.Lease bundles) {
        var stages = new ArrayList<LeasedStage>();
        for (var stage : planned) {
            var lease = stage.provider().lease();
            if (lease.isEmpty()) {
                stages.forEach(s -> s.lease().close());
                return Optional.empty();
            }
            stages.add(new LeasedStage(lease.get(), stage.options()));
        }
        return Optional.of(new LeasedPlan(pipeline, stages, printers, bundles));
    }

    @Override
    public Pipeline pipeline() {
        return pipeline;
    }

    @Override
    public List<PassDescription> passes() {
        return stages.stream().map(s -> s.lease().description()).toList();
    }

    @Override
    public RunResult run(RunRequest request) {
        return new PassRun(pipeline, stages, printers, request).run();
    }

    @Override
    public void close() {
        stages.forEach(s -> s.lease().close());
        if (closed.compareAndSet(false, true)) {
            bundles.close();
        }
    }
}
