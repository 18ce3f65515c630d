package org.latebind.pass.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.osgi.annotation.versioning.ProviderType;

/** Reads, plans and lists pipelines. */
@ProviderType
public interface PipelineService {
    /** The passes that are there now, by name, then bundle. */
    List<PassDescription> passes();

    /** Names of the pipelines in the pipelines folder. */
    SortedSet<String> pipelines();

    /**
     * The pipeline of that name in the pipelines folder.
     *
     * @throws DiagnosticException with bad input when there is none or its text is wrong
     */
    Pipeline pipeline(String name);

    /**
     * A pipeline from its text.
     *
     * @param name how it is called, also in diagnostics
     * @throws DiagnosticException with bad input where the text is wrong
     */
    Pipeline parse(String name, String text);

    /**
     * Finds a pass for each stage and checks that every pass gets what it consumes. A missing or
     * ambiguous provider is reported as an error that names the capability.
     *
     * @param variables values for the variables in the pipeline's text
     * @param until the plan ends with the last stage that produces this type; of the stages after it
     *     nothing is asked
     * @return empty when an error was reported
     */
    Optional<Plan> plan(
            Pipeline pipeline,
            Map<String, String> variables,
            Optional<Class<?>> until,
            DiagnosticSink diagnostics);

    /**
     * Keeps the bundles of services, and those they use, from being stopped. A thread that holds them can plan with
     * them even when they are about to go.
     *
     * @param services asked when no bundle is away to come back, and again where one of them is about to go
     * @return empty where they went on being replaced
     */
    Optional<Hold> hold(Supplier<? extends Collection<?>> services);

    /** What keeps bundles until it is closed. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
