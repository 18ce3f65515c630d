package org.latebind.cli;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Spelling;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.Pipeline;

/**
 * The settings that a pipeline takes: variables of its text, and options that its passes declare. Of a stage that a
 * filter alone describes any pass may be meant.
 */
record UsedSettings(Pipeline pipeline, Collection<PassDescription> passes) {

    /** Refuses a setting that would change nothing. */
    void check(Collection<String> given) {
        var used = names();
        for (var name : given) {
            if (!used.contains(name)) {
                var near = Spelling.nearest(name, used).map(s -> "did you mean '" + s + "'? ").orElse("");
                var all = used.isEmpty() ? "it takes no settings" : "it takes: " + String.join(", ", used);
                throw DiagnosticException.badInput(Diagnostic.error("LB9046",
                                "pipeline '" + pipeline.name() + "' has no variable or option '" + name + "'")
                        .withHelp(near + all));
            }
        }
    }

    private SortedSet<String> names() {
        var names = new TreeSet<>(pipeline.variables());
        for (var stage : pipeline.stages()) {
            passes.stream()
                    .filter(pass -> stage.passName().map(pass.name()::equals).orElse(true))
                    .forEach(pass -> names.addAll(pass.options()));
        }
        return names;
    }
}
