package org.latebind.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.Plan;

/** Passes and artifacts that tests make pipelines of. */
final class Fakes {
    record Source(String text) {}

    record Tree(String text) {}

    record Code(String text) {}

    private static final String CONVERT =
            """
            # source to code
            input  Source
            output Code

            pass parse
            pass emit (arch=${arch}) speed=${speed:-slow}
            """;

    final List<PassProvider> providers = new ArrayList<>();
    final List<Diagnostic> reported = new ArrayList<>();

    static org.latebind.pass.api.Pipeline convert() {
        return PipelineParser.parse("convert", CONVERT);
    }

    static Fakes usual() {
        var fakes = new Fakes();
        fakes.add("parse", "front", "1.0.0", "", List.of(Source.class), List.of(Tree.class),
                c -> c.put(Tree.class, new Tree("(" + c.get(Source.class).text() + ")")));
        fakes.add("emit", "back.one", "1.0.0", "one", List.of(Tree.class), List.of(Code.class),
                c -> c.put(Code.class, new Code("one" + c.get(Tree.class).text() + c.option("speed").orElseThrow())));
        fakes.add("emit", "back.two", "1.0.0", "two", List.of(Tree.class), List.of(Code.class),
                c -> c.put(Code.class, new Code("two" + c.get(Tree.class).text())));
        return fakes;
    }

    PassProvider add(
            String name, String bundle, String version, String arch,
            List<Class<?>> consumes, List<Class<?>> produces, Pass pass) {
        return add(0, name, bundle, version, arch, consumes, produces, pass);
    }

    PassProvider add(
            int ranking, String name, String bundle, String version, String arch,
            List<Class<?>> consumes, List<Class<?>> produces, Pass pass) {
        var in = consumes.stream().map(Class::getName).toList();
        var out = produces.stream().map(Class::getName).toList();
        var attributes = new HashMap<String, Object>(Map.of(
                "name", name, "bundle", bundle, "arch", arch, "consumes", in, "produces", out));
        var provider = new PassProvider(
                new PassDescription(name, in, out, arch, List.of(), bundle, version, attributes),
                ranking, providers.size(), pass, new LeaseGate());
        providers.add(provider);
        return provider;
    }

    Optional<Plan> plan(org.latebind.pass.api.Pipeline pipeline, String... variables) {
        return plan(pipeline, Optional.empty(), variables);
    }

    Optional<Plan> plan(
            org.latebind.pass.api.Pipeline pipeline, Optional<Class<?>> until, String... variables) {
        var values = new HashMap<String, String>();
        Arrays.stream(variables).forEach(v -> values.put(v.split("=")[0], v.split("=")[1]));
        return new Planner(providers, reported::add)
                .plan(pipeline, values, until)
                .flatMap(stages -> LeasedPlan.lease(pipeline, stages, Fakes::printer, new BundleLeases.Lease(List.of(), Thread.currentThread())));
    }

    private static Optional<ArtifactPrinter<?>> printer(Class<?> type) {
        return type == Tree.class ? Optional.of(new TreePrinter()) : Optional.empty();
    }

    private static final class TreePrinter implements ArtifactPrinter<Tree> {
        @Override
        public Class<Tree> type() {
            return Tree.class;
        }

        @Override
        public boolean print(Tree tree, Optional<String> name, Appendable out) throws java.io.IOException {
            out.append("tree ").append(tree.text()).append('\n');
            return true;
        }
    }
}
