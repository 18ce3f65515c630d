package org.latebind.token.api;

import java.util.Optional;
import org.latebind.diagnostics.api.SourceFile;
import org.osgi.annotation.versioning.ConsumerType;

/** Sees what a preprocessor does, in order. Each method does nothing unless overridden. */
@ConsumerType
public interface PreprocessorListener {
    PreprocessorListener NONE = new PreprocessorListener() {};

    /** Why the meaning of a name was asked. */
    enum Read {
        /** An identifier stood where a macro could be used. */
        EXPANSION,
        /** In a condition: {@code #ifdef}, {@code #ifndef} or {@code defined}. */
        DEFINED,
        /** Compared with a new definition, pushed, popped or poisoned. */
        DEFINITION
    }

    default void includeEntered(IncludeResolver.Request request, SourceFile file) {}

    default void includeLeft(SourceFile file) {}

    /** The file was found but has nothing to give: include guard or {@code #pragma once}. */
    default void includeSkipped(IncludeResolver.Request request, SourceFile file) {}

    /** No file was found; the run ends with an error. */
    default void includeMissing(IncludeResolver.Request request) {}

    /** {@code __has_include} or {@code __has_include_next} was asked. */
    default void includeTested(IncludeResolver.Request request, boolean exists) {}

    default void defined(Macro macro) {}

    default void undefined(String name) {}

    /**
     * The meaning of a name was asked; empty means that it is no macro. Called at least once for
     * every value a name was read with; repeats may be left out until the name's definition changes.
     */
    default void macroRead(String name, Optional<Macro> value, Read why) {}

    /** A {@code __has_...} operator of the personality was asked. */
    default void featureRead(String operator, String operand, int answer) {}

    /** {@code __COUNTER__} gave a value. */
    default void counterRead(int value) {}
}
