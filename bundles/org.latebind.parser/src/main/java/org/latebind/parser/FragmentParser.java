package org.latebind.parser;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.syntax.api.Fragment;
import org.latebind.syntax.api.TypedefNames;
import org.latebind.token.api.Token;

/** Parses one piece of syntax that stands alone and uses up its tokens. */
final class FragmentParser {
    private final Grammar grammar;
    private boolean failed;

    FragmentParser(List<Token> tokens, TypedefNames typedefs, DiagnosticSink sink) {
        this.grammar = GnuCParser.grammar(tokens, typedefs, diagnostic -> {
            failed = true;
            sink.report(diagnostic);
        });
    }

    @SuppressWarnings("unchecked")
    <N> Optional<N> parse(Fragment<N> sort) {
        try {
            var node = dispatch(sort);
            if (!grammar.cursor.isAtEnd()) {
                throw grammar.cursor.expected("the end of the " + sort.name());
            }
            return failed ? Optional.empty() : Optional.of((N) node);
        } catch (SyntaxError error) {
            grammar.sink.report(error.diagnostic());
            return Optional.empty();
        }
    }

    private Object dispatch(Fragment<?> sort) {
        if (sort.equals(Fragment.EXPRESSION)) {
            return grammar.expressions.parse();
        } else if (sort.equals(Fragment.TYPE_NAME)) {
            return grammar.declarators.parseTypeName();
        } else if (sort.equals(Fragment.STATEMENTS)) {
            return grammar.statements.parseItems();
        } else if (sort.equals(Fragment.DECLARATIONS)) {
            return grammar.declarations.parseAll();
        } else if (sort.equals(Fragment.INITIALIZER_ITEMS)) {
            return grammar.initializers.parseItems();
        } else if (sort.equals(Fragment.MEMBERS)) {
            return grammar.specifiers.tags().parseMembers();
        } else if (sort.equals(Fragment.ENUMERATORS)) {
            return grammar.specifiers.tags().parseEnumerators();
        } else if (sort.equals(Fragment.SPECIFIERS)) {
            return grammar.specifiers.parse(Guesses.Context.DECLARATION);
        }
        throw new IllegalArgumentException("no such fragment: " + sort.name());
    }
}
