package org.latebind.token.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.latebind.diagnostics.api.DiagnosticException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Translation phase 4 (C11 6.10) for one translation unit, as gcc does it. Holds the unit's macro
 * state; not thread-safe.
 *
 * <p>Errors go to the sink and processing goes on after the directive, except where going on makes
 * no sense (a missing header, {@code #error}, a passed limit): those are thrown as {@link
 * DiagnosticException}.
 *
 * <p>{@code __FILE__} is the path of the token's {@code SourceFile}, {@code __BASE_FILE__} that of
 * the first file given to {@link #process}. {@code __DATE__}, {@code
 * __TIME__} and {@code __TIMESTAMP__} are refused: output would depend on when it is made.
 */
@ProviderType
public interface Preprocessor {
    /**
     * Preprocesses a main file to its end; called again, goes on with the same state. No END token is
     * delivered.
     */
    void process(LexedFile file, TokenSink out);

    /**
     * Includes a file as {@code -include} does, as if the main file began with {@code #include
     * "spelling"}. The request's includer is the main file, or the folder's name where it is not known.
     */
    void preInclude(IncludeResolver.Request request, TokenSink out);

    /**
     * Does work with this preprocessor; where it says no or throws, macros, files that are read once and
     * {@code __COUNTER__} become again what they were before. What was delivered stays delivered.
     *
     * @return what the work said
     */
    boolean attempt(BooleanSupplier work);

    /** Defines a macro from a line {@code NAME}, {@code NAME VALUE} or {@code NAME(params) BODY}. */
    void define(String line);

    void define(Macro macro);

    void undefine(String name);

    Optional<Macro> macro(String name);

    /** All definitions in force, sorted by name; built-in ones not included. */
    Collection<Macro> macros();

    /** Expands a list that stands for itself: a function-like name at its end stays as it is. */
    List<Token> expand(List<Token> tokens);

    /** The value that {@code __COUNTER__} has next. */
    int counter();

    /** Takes back the uses of {@code __COUNTER__} since it had that value: of an expansion that is thrown away. */
    void rewindCounter(int value);

    /** The value of a {@code #if} condition, without the directive's name. */
    boolean evaluate(List<Token> condition);
}
