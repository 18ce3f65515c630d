package org.latebind.parser;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.syntax.api.Fragment;
import org.latebind.syntax.api.RunOutline;
import org.latebind.syntax.api.TypedefNames;
import org.latebind.token.api.Token;
import org.osgi.service.component.annotations.Component;

/** The parser as a service. */
@Component
public final class GnuCParser implements CParser {
    @Override
    public List<Declaration> parseDeclarations(List<Token> tokens, TypedefNames typedefs, DiagnosticSink sink) {
        return grammar(tokens, typedefs, sink).declarations.parseAll();
    }

    @Override
    public <N> Optional<N> parseFragment(Fragment<N> sort, List<Token> tokens, TypedefNames typedefs, DiagnosticSink sink) {
        return new FragmentParser(tokens, typedefs, sink).parse(sort);
    }

    @Override
    public List<DeclarationOutline> outline(List<Token> tokens, TypedefNames typedefs, DiagnosticSink sink) {
        return new Outliner(tokens, typedefs, sink).outline();
    }

    @Override
    public Optional<RunOutline> outlineRun(List<Token> tokens, TypedefNames typedefs) {
        return new Outliner(tokens, typedefs, problem -> { }).run();
    }

    static Grammar grammar(List<Token> tokens, TypedefNames typedefs, DiagnosticSink sink) {
        var cursor = new TokenCursor(tokens);
        var scopes = new Scopes(typedefs);
        return new Grammar(cursor, scopes, new KnownNames(cursor, scopes), sink);
    }
}
