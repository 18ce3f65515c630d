package org.latebind.pass.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Position;

/**
 * A pipeline as it is written: requirements, not yet passes.
 *
 * <pre>
 * # link: one deferred module meets one kernel's header data
 * input  DeferredModule
 * input  HeaderData
 * output KernelModule
 *
 * pass bind
 * pass layout
 * pass lower
 * pass codegen (arch=${arch})
 * pass package
 * </pre>
 *
 * Line by line: {@code #} starts a comment; {@code input TYPE} and {@code output TYPE} name artifact
 * types, by their simple or full names; {@code pass [NAME] [(FILTER)] [OPTION=VALUE ...]} is a
 * stage. NAME stands for {@code (name=NAME)}; FILTER is an OSGi filter over the capability's
 * attributes ({@code name}, {@code consumes}, {@code produces}, {@code arch}, {@code bundle}, and
 * what else a pass declares). <code>${VARIABLE}</code> in a filter or value is replaced when the
 * pipeline is planned; <code>${VARIABLE:-DEFAULT}</code> has a default.
 *
 * @param name how it is called
 * @param inputs types of the artifacts it starts from
 * @param outputs types of the artifacts it is run for
 */
public record Pipeline(String name, List<String> inputs, List<String> outputs, List<Stage> stages) {
    /**
     * One line {@code pass ...}.
     *
     * @param where the line in the pipeline's text
     * @param passName empty when the filter alone decides
     * @param filter an OSGi filter with variables, or empty
     * @param options what the line gives its pass
     */
    public record Stage(
            Position where, Optional<String> passName, Optional<String> filter, Map<String, String> options) {
        public Stage {
            Objects.requireNonNull(where);
            Objects.requireNonNull(passName);
            Objects.requireNonNull(filter);
            options = Map.copyOf(options);
        }
    }

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+?)(:-[^}]*)?}");

    /** Names of the variables that its stages use. */
    public SortedSet<String> variables() {
        return stages.stream()
                .flatMap(stage -> Stream.concat(stage.filter().stream(), stage.options().values().stream()))
                .flatMap(text -> VARIABLE.matcher(text).results())
                .map(use -> use.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Pipeline {
        Objects.requireNonNull(name);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        stages = List.copyOf(stages);
    }
}
