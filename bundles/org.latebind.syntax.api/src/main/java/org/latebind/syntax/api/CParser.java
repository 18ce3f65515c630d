package org.latebind.syntax.api;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.token.api.Token;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Parses GNU C, as gcc reads it, from preprocessed tokens.
 *
 * <p>Syntax errors go to the sink; after one the parser goes on at the next declaration or
 * statement, and what it returns holds only what parsed. No method keeps state between calls.
 */
@ProviderType
public interface CParser {
    /**
     * All declarations of a token list at file scope.
     *
     * @param typedefs asked for file-scope names that {@code tokens} itself did not declare
     */
    List<Declaration> parseDeclarations(List<Token> tokens, TypedefNames typedefs, DiagnosticSink sink);

    /** One fragment of the given sort, which must use up all tokens. */
    <N> Optional<N> parseFragment(Fragment<N> sort, List<Token> tokens, TypedefNames typedefs,
            DiagnosticSink sink);

    /**
     * Cuts a token stream into file-scope declarations without parsing them; function bodies are
     * skipped by their braces.
     *
     * @param typedefs asked for file-scope names that {@code tokens} itself did not declare
     */
    List<DeclarationOutline> outline(List<Token> tokens, TypedefNames typedefs, DiagnosticSink sink);

    /**
     * Cuts tokens that stand between two file-scope declarations.
     *
     * @return empty where the tokens do not begin and end so, or hold what is not well formed
     */
    Optional<RunOutline> outlineRun(List<Token> tokens, TypedefNames typedefs);

    /** Cuts a whole unit. */
    default List<DeclarationOutline> outline(List<Token> tokens, DiagnosticSink sink) {
        return outline(tokens, name -> false, sink);
    }
}
