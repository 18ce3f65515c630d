package org.latebind.pass.api;

import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.SourceLines;
import org.osgi.annotation.versioning.ProviderType;

/** What a run gives the pass that it is in. A pass uses it from any of its threads. */
@ProviderType
public interface RunContext {
    /**
     * The only artifact of a type.
     *
     * @throws IllegalStateException when there is none or more than one: the pass does not declare
     *     what it consumes, or should ask for {@link #all}
     */
    <T> T get(Class<T> type);

    /** The artifact of a type that the run may have, such as an optional input. */
    <T> Optional<T> find(Class<T> type);

    /** All artifacts of a type by name, in the order of their names. */
    <T> SortedMap<String, T> all(Class<T> type);

    /** Puts or replaces the unnamed artifact of a type. */
    default <T> void put(Class<T> type, T artifact) {
        put(type, "", artifact);
    }

    /** Puts or replaces a named artifact, such as one of a translation unit. */
    <T> void put(Class<T> type, String name, T artifact);

    /** Where problems of the input are reported; an error ends the run after this pass. */
    DiagnosticSink diagnostics();

    /** Offers source text for the carets of diagnostics; the first that has a line is used. */
    void offerSourceLines(SourceLines lines);

    /** The value of an option of the stage's pipeline line or, failing that, of the run. */
    Optional<String> option(String name);

    /** Where long work tells how far it is. */
    Progress progress();

    /**
     * Measures a part of the pass for {@code --time}; parts of one name add up.
     *
     * <pre>
     * try (var part = context.time("parse")) { ... }
     * </pre>
     */
    Timing time(String part);

    /** Adds to a counter that {@code --time} and {@code --json} show with the pass. */
    void count(String what, long howMany);

    /**
     * To be called in loops over the input.
     *
     * @throws CancellationException when the run is no longer wanted
     */
    void checkCanceled();

    /** A measurement that ends when it is closed. */
    interface Timing extends AutoCloseable {
        @Override
        void close();
    }
}
