package org.latebind.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.Pipeline;
import org.latebind.pass.api.Pipeline.Stage;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;

/**
 * Finds the pass for each stage and checks that each gets what it consumes.
 *
 * <p>Which of several passes that satisfy a stage is taken: the one of the highest service ranking;
 * of two revisions of the same pass of the same bundle, the newer. Anything else is ambiguous, and
 * an error: a pipeline must not mean something else because a bundle was dropped in.
 */
final class Planner {
    private final List<PassProvider> providers;
    private final DiagnosticSink diagnostics;
    private boolean failed;

    Planner(List<PassProvider> providers, DiagnosticSink diagnostics) {
        this.providers = providers;
        this.diagnostics = diagnostics;
    }

    /** One stage with its pass. */
    record PlannedStage(Stage stage, PassProvider provider, Map<String, String> options) {}

    /** The stages to run, or empty when an error was reported. */
    Optional<List<PlannedStage>> plan(Pipeline pipeline, Map<String, String> values, Optional<Class<?>> until) {
        var variables = new Variables(values);
        var found = new ArrayList<Found>();
        for (var stage : pipeline.stages()) {
            found.add(find(stage, variables));
        }
        var wanted = until.map(type -> upTo(pipeline, found, type)).orElse(found);
        var planned = new ArrayList<PlannedStage>();
        for (var one : wanted) {
            one.problem().ifPresent(this::fail);
            one.stage().ifPresent(planned::add);
        }
        if (!failed) {
            checkFlow(pipeline, planned, until.isPresent());
        }
        return failed ? Optional.empty() : Optional.of(planned);
    }

    /** Either a stage or why there is none. */
    private record Found(Optional<PlannedStage> stage, Optional<Diagnostic> problem) {
        static Found problem(Diagnostic problem) {
            return new Found(Optional.empty(), Optional.of(problem));
        }
    }

    private List<Found> upTo(Pipeline pipeline, List<Found> found, Class<?> until) {
        for (int i = found.size() - 1; i >= 0; i--) {
            var stage = found.get(i).stage();
            if (stage.isPresent() && stage.get().provider().description().produces().contains(until.getName())) {
                return found.subList(0, i + 1);
            }
        }
        fail(Diagnostic.error("LB9011",
                "no pass of pipeline '" + pipeline.name() + "' produces " + until.getSimpleName()));
        return found;
    }

    private Found find(Stage stage, Variables variables) {
        try {
            var filter = filter(stage, variables);
            var candidates = providers.stream()
                    .filter(p -> filter.matches(p.description().attributes()))
                    .toList();
            if (candidates.isEmpty()) {
                return Found.problem(missing(stage, filter));
            }
            var best = best(candidates);
            if (best.size() > 1) {
                return Found.problem(ambiguous(stage, filter, best));
            }
            var options = stage.options().entrySet().stream().collect(Collectors.toMap(
                    Map.Entry::getKey, e -> variables.replaceInOption(e.getValue(), stage.where())));
            return new Found(Optional.of(new PlannedStage(stage, best.get(0), options)), Optional.empty());
        } catch (DiagnosticException e) {
            return Found.problem(e.diagnostic());
        }
    }

    private static Filter filter(Stage stage, Variables variables) {
        var filter = stage.filter().map(f -> variables.replaceInFilter(f, stage.where()));
        var byName = stage.passName().map(name -> "(name=" + name + ")");
        var both = byName.isPresent() && filter.isPresent()
                ? "(&" + byName.get() + filter.get() + ")"
                : byName.or(() -> filter).orElseThrow();
        try {
            return FrameworkUtil.createFilter(both);
        } catch (InvalidSyntaxException e) {
            throw DiagnosticException.badInput(Diagnostic.error(
                    "LB9001", stage.where(), "not an OSGi filter: " + both + " (" + e.getMessage() + ")"));
        }
    }

    private static List<PassProvider> best(List<PassProvider> candidates) {
        int ranking = candidates.stream().mapToInt(PassProvider::ranking).max().orElseThrow();
        record Identity(String bundle, String name, String arch) {}
        var newest = Comparator
                .comparing((PassProvider p) -> Version.parseVersion(p.description().version()))
                .thenComparing(PassProvider::id);
        var byIdentity = candidates.stream()
                .filter(p -> p.ranking() == ranking)
                .collect(Collectors.groupingBy(
                        p -> new Identity(p.description().bundle(), p.description().name(), p.description().arch()),
                        Collectors.maxBy(newest)));
        return byIdentity.values().stream()
                .map(Optional::orElseThrow)
                .sorted(Comparator.comparing(p -> p.description().bundle()))
                .toList();
    }

    private Diagnostic missing(Stage stage, Filter filter) {
        var names = providers.stream().map(p -> p.description().name()).collect(Collectors.toCollection(TreeSet::new));
        var sameName = providers.stream()
                .map(PassProvider::description)
                .filter(d -> stage.passName().filter(d.name()::equals).isPresent())
                .map(d -> d.bundle() + (d.arch().isEmpty() ? "" : " for arch " + d.arch()))
                .sorted()
                .toList();
        var help = sameName.isEmpty()
                ? "deploy a bundle that provides it; passes there are: "
                        + (names.isEmpty() ? "none" : String.join(", ", names))
                : "deploy a bundle that provides it; of that name there are: " + String.join(", ", sameName);
        return Diagnostic.error("LB9003", stage.where(),
                        "missing capability: " + PassInfo.NAMESPACE + "; filter:=\"" + filter + "\"")
                .withHelp(help);
    }

    private static Diagnostic ambiguous(Stage stage, Filter filter, List<PassProvider> several) {
        return Diagnostic.error("LB9004", stage.where(),
                        "ambiguous capability: " + PassInfo.NAMESPACE + "; filter:=\"" + filter + "\" is provided by "
                                + several.stream()
                                        .map(p -> "'" + p.description().name() + "' of " + p.description().bundle())
                                        .collect(Collectors.joining(" and ")))
                .withHelp("name one in the pipeline, for instance with (bundle="
                        + several.get(0).description().bundle() + ")");
    }

    private void checkFlow(Pipeline pipeline, List<PlannedStage> stages, boolean cut) {
        var available = new LinkedHashSet<>(pipeline.inputs());
        for (var stage : stages) {
            var pass = stage.provider().description();
            for (var type : pass.consumes()) {
                if (!contains(available, type)) {
                    fail(notGiven(stage, type));
                }
            }
            available.addAll(pass.produces());
        }
        for (var type : pipeline.outputs()) {
            if (!cut && !contains(available, type)) {
                fail(Diagnostic.error("LB9006",
                                "no pass of pipeline '" + pipeline.name() + "' produces its output " + type)
                        .withHelp("missing capability: " + PassInfo.NAMESPACE + "; filter:=\"(produces=*" + type + ")\""));
            }
        }
    }

    private Diagnostic notGiven(PlannedStage stage, String type) {
        var makers = providers.stream()
                .map(PassProvider::description)
                .filter(d -> d.produces().contains(type))
                .map(PassDescription::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return Diagnostic.error("LB9005", stage.stage().where(),
                        "pass '" + stage.provider().description().name() + "' consumes " + type
                                + ", which is not an input and which no earlier pass produces")
                .withHelp(makers.isEmpty()
                        ? "missing capability: " + PassInfo.NAMESPACE + "; filter:=\"(produces=" + type + ")\""
                        : "produced by: " + String.join(", ", makers));
    }

    /** Pipelines may name types by their simple names, capabilities give full ones. */
    private static boolean contains(Set<String> available, String type) {
        return available.stream().anyMatch(a ->
                a.equals(type) || type.endsWith("." + a) || a.endsWith("." + type)
                        || type.endsWith("$" + a) || a.endsWith("$" + type));
    }

    private void fail(Diagnostic diagnostic) {
        failed = true;
        diagnostics.report(diagnostic);
    }
}
