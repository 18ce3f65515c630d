package org.latebind.bind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.bind.unit.ScopeFeed;
import org.latebind.bind.unit.UnitScope;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Origin;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * Binds a unit item by item: the structured form where its assumptions hold, the tokens where not.
 *
 * <pre>
 * #include          kernel header: preprocessed; module header: its items in turn
 * #define ...       to the preprocessor
 * #if               decided, the taken branch's items in turn
 * structured item   {@link TreeBinding}, else its tokens
 * </pre>
 */
final class StructuredUnit {
    private static final int DEEPEST_INCLUDE = 200;
    private static final Set<String> FRAME_MACROS = Set.of("__INCLUDE_LEVEL__", "__BASE_FILE__");

    private final DeferredModule module;
    private final IncludeResolver includes;
    private final Preprocessor preprocessor;
    private final CParser parser;
    private final UnitScope scope;
    private final DiagnosticSink sink;
    private final ScopeFeed pending;
    private final Set<String> once = new HashSet<>();
    private final BindingShares shares = new BindingShares();
    private int depth;

    /**
     * @param pending goes on to the scope; has what the forced headers gave
     */
    StructuredUnit(
            DeferredModule module, IncludeResolver includes, Preprocessor preprocessor, ScopeFeed pending,
            CParser parser, UnitScope scope, DiagnosticSink sink) {
        this.module = module;
        this.includes = includes;
        this.preprocessor = preprocessor;
        this.pending = pending;
        this.parser = parser;
        this.scope = scope;
        this.sink = sink;
    }

    /**
     * Whether what an item means depends on the file it is read from as a whole: after {@code #line}, or with
     * the depth of includes. Such a module is bound from its tokens.
     */
    static boolean dependsOnItsFrame(DeferredModule module) {
        return module.files().stream().anyMatch(file -> {
            var tokens = file.tokens().tokens();
            for (int i = 0; i < tokens.size(); i++) {
                if (FRAME_MACROS.contains(tokens.get(i).text()) || i > 0 && isLine(tokens.get(i - 1), tokens.get(i))) {
                    return true;
                }
            }
            return false;
        });
    }

    /** {@code #line 7 "name"} or {@code # 7 "name"}. */
    static boolean isLine(Token hash, Token word) {
        return hash.has(Token.LINE_START) && hash.isPunctuator("#") && !word.has(Token.LINE_START)
                && (word.isIdentifier("line") || word.kind() == TokenKind.NUMBER);
    }

    BindingShares bind(DeferredFile main) {
        bindFile(main, IncludeResolver.Found.NO_SLOT);
        pending.flush();
        return shares;
    }

    private void bindFile(DeferredFile file, int slot) {
        if (++depth > DEEPEST_INCLUDE) {
            throw DiagnosticException.refused(Diagnostic.error(
                    "LB2101", "'" + file.path() + "' includes itself, without end"));
        }
        bindItems(file, file.items(), slot);
        depth--;
    }

    private void bindItems(DeferredFile file, List<DeferredItem> items, int slot) {
        for (var item : items) {
            switch (item.form()) {
                case DeferredItem.Form.Directive d -> directive(file, item, slot);
                case DeferredItem.Form.Conditional c -> conditional(file, c, slot);
                case DeferredItem.Form.Structured s -> structured(file, item, s);
                case DeferredItem.Form.TokensOnly t -> {
                    shares.tokensOnly++;
                    preprocess(file, item.span());
                }
            }
        }
    }

    private void directive(DeferredFile file, DeferredItem item, int slot) {
        shares.directives++;
        var tokens = region(file, item.span());
        var header = moduleHeader(tokens, slot);
        if (header.isPresent()) {
            var found = header.get();
            var path = found.file().file().path();
            if (!once.contains(path)) {
                bindFile(module.file(path).orElseThrow(), found.slot());
            }
        } else if (tokens.size() == 3 && tokens.get(1).isIdentifier("pragma") && tokens.get(2).isIdentifier("once")) {
            once.add(file.path());
        } else {
            preprocess(file, item.span());
        }
    }

    /** The module's own header that a plain include directive means. */
    private Optional<IncludeResolver.Found> moduleHeader(List<Token> tokens, int slot) {
        if (tokens.size() != 3 || !tokens.get(1).isIdentifier("include")) {
            return Optional.empty();
        }
        var name = tokens.get(2);
        if (name.kind() != TokenKind.STRING && name.kind() != TokenKind.HEADER_NAME) {
            return Optional.empty();
        }
        var spelling = name.text().substring(1, name.text().length() - 1);
        var request = new IncludeResolver.Request(
                spelling, name.kind() == TokenKind.HEADER_NAME, false, name.file(), slot);
        return includes.resolve(request)
                .filter(f -> f.file().file().origin() == Origin.MODULE && !wrapsAnother(f.file()));
    }

    /** {@code #include_next} goes on from where its file was found, which only the preprocessor follows. */
    private static boolean wrapsAnother(LexedFile header) {
        return header.tokens().stream()
                .anyMatch(t -> t.isIdentifier("include_next") || t.isIdentifier("__has_include_next"));
    }

    private void conditional(DeferredFile file, DeferredItem.Form.Conditional conditional, int slot) {
        shares.directives++;
        var decision = new ConditionalDecision(preprocessor, file.tokens().tokens());
        for (var branch : conditional.branches()) {
            if (decision.taken(branch.directive())) {
                bindItems(file, branch.items(), slot);
                return;
            }
        }
    }

    private void structured(DeferredFile file, DeferredItem item, DeferredItem.Form.Structured form) {
        if (!pending.settle()) {
            // A macro before it opened what is closed further on: the item is none by itself.
            shares.parsedAgain++;
            preprocess(file, item.span());
            return;
        }
        var binding = new TreeBinding(preprocessor, parser, scope.names(), file.tokens());
        Optional<List<Declaration>> bound = binding.bind(form);
        if (bound.isPresent()) {
            shares.structured++;
            shares.splices += binding.splices();
            bound.get().forEach(scope::add);
        } else {
            shares.parsedAgain++;
            preprocess(file, item.span());
        }
    }

    private void preprocess(DeferredFile file, Span span) {
        preprocessor.process(new LexedFile(file.tokens().file(), region(file, span)), pending);
    }

    private static List<Token> region(DeferredFile file, Span span) {
        return file.tokens().tokens().subList(span.first(), span.end());
    }
}
