package org.latebind.make;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a makefile asks of the world around it. Every answer may be undecided, with a reason at the place that is given.
 */
@ConsumerType
public interface MakeHost {
    /** What is to be had of a file that is to be included. */
    sealed interface Included {
        /** @param file as which its lines are named */
        record Text(SourceFile file, String text) implements Included {}

        record Absent() implements Included {}

        record Undecided(Reason reason) implements Included {}
    }

    /**
     * A file that an include line names.
     *
     * @param path one word, as it was expanded
     * @param required whether make stops where it is absent
     */
    Included include(String path, boolean required, Position at);

    /** A variable that no makefile has defined. */
    Optional<Variable> predefined(String name, Position at);

    /** What a command writes to its standard output. */
    Value shell(String command, Position at);

    /** The files that one pattern matches, sorted, or its path where it is one that exists. */
    Value wildcard(String pattern, Position at);

    /** {@code $(abspath)} of one word. */
    Value absolutePath(String path, Position at);

    /** {@code $(realpath)} of one word; empty where there is none. */
    Value realPath(String path, Position at);

    /** {@code $(file < path)}. */
    Value file(String path, Position at);

    /**
     * The result of a {@code $(call)} that the host knows by itself, in place of the variable that the makefile has.
     *
     * @param arguments those behind the name, expanded
     */
    Optional<Value> call(String name, List<Value> arguments, MakeEvaluator evaluator, Position at);
}
