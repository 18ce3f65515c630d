package org.latebind.parser;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.DeferredItem.Form;
import org.latebind.syntax.api.DeferredItem.ItemBranch;
import org.latebind.syntax.api.DeferredItem.Kind;
import org.latebind.syntax.api.ModuleNames;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.LexedFile;

/**
 * Cuts a module file into items and gives each the best form it can have.
 *
 * <pre>
 * #include &lt;linux/fs.h&gt;            INCLUDE       directive
 * #if A \n int f(int x) \n #else \n int f(void) \n #endif \n { ... }
 *                                 UNKNOWN       tokens only: the branches are no complete items
 * static int __init start(void)   FUNCTION      structured
 * module_init(start)              MACRO_USE     structured
 * </pre>
 */
final class ItemParser {
    /** Conditionals inside each other, outside of declarations. */
    private static final int MAX_CONDITIONALS = 200;

    private final TokenCursor cursor;
    private final Directives directives;
    private final DeferredGuesses guesses;
    private final Grammar grammar;
    private final ItemScanner scanner;
    private final DiagnosticSink sink;
    private final List<Diagnostic> reported = new ArrayList<>();

    private final boolean header;
    /** Whether a macro of the module's that is used here opens or closes brackets: what does not match may match then. */
    private final boolean unbalanced;
    private boolean ragged;
    private int conditionals;

    ItemParser(LexedFile file, ModuleNames names, DiagnosticSink sink) {
        var tokens = file.tokens();
        this.header = !file.file().path().endsWith(".c");
        this.directives = Directives.of(tokens, sink);
        this.cursor = new TokenCursor(tokens, directives);
        var scopes = new Scopes(names.typedefs()::contains, names);
        this.guesses = new DeferredGuesses(cursor, scopes, names);
        this.grammar = new Grammar(cursor, scopes, guesses, reported::add);
        this.scanner = new ItemScanner(cursor);
        this.sink = sink;
        this.unbalanced = !names.unbalanced().isEmpty()
                && tokens.stream().anyMatch(token -> names.unbalanced().contains(token.text()));
    }

    List<DeferredItem> parse() {
        int size = cursor.size();
        while (size > 0 && cursor.rawAt(size - 1) == Lexeme.END) {
            size--;
        }
        if (header && isFragment(size)) {
            return List.of(tokensOnly(0, size, "the file is a piece of a declaration"));
        }
        var items = items(0, size, true);
        reported.forEach(sink::report);
        return items;
    }

    /** Whether a header holds, say, initializers or cases: it is included inside of a declaration. */
    private boolean isFragment(int size) {
        for (int i = 0; i < size; i = directives.lineAt(i).end()) {
            if (cursor.rawAt(i) != Lexeme.DIRECTIVE) {
                return !beginsDeclaration(i);
            }
        }
        return false;
    }

    private boolean beginsDeclaration(int place) {
        var lexeme = cursor.rawAt(place);
        return switch (lexeme) {
            case IDENTIFIER -> {
                var next = cursor.rawAt(place + 1);
                yield next.isWord() || next == Lexeme.OPEN_PAREN || next == Lexeme.STAR || next == Lexeme.SEMICOLON;
            }
            case ATTRIBUTE, ASM, EXTENSION, STATIC_ASSERT, SEMICOLON -> true;
            default -> lexeme.isSpecifier();
        };
    }

    /**
     * @param last whether these are the file's last tokens: what is unfinished there is an error
     * @throws ItemScanner.Unfinished where an item does not end before {@code limit}
     */
    private List<DeferredItem> items(int from, int limit, boolean last) {
        var items = new ArrayList<DeferredItem>();
        int place = from;
        while (place < limit) {
            var item = item(place, limit, last);
            items.add(item);
            place = item.span().end();
        }
        return items;
    }

    private DeferredItem item(int place, int limit, boolean last) {
        if (cursor.rawAt(place) == Lexeme.DIRECTIVE) {
            var group = directives.groupAt(place);
            return group.isPresent() ? conditional(group.get(), limit, last) : directive(place);
        }
        try {
            return declaration(place, scanner.end(place, limit, -1));
        } catch (ItemScanner.Unfinished unfinished) {
            if (!last) {
                throw unfinished;
            }
            return unfinished(place, limit, unfinished);
        }
    }

    private DeferredItem unfinished(int place, int limit, ItemScanner.Unfinished unfinished) {
        if (!header && !unbalanced && !containsConditional(place, limit)) {
            int at = unfinished.opening() < 0 ? limit - 1 : unfinished.opening();
            var message = unfinished.opening() < 0
                    ? "the declaration does not end: expected ';' at the end of the file"
                    : "no closing bracket for this " + TokenCursor.describe(cursor.rawToken(at));
            reported.add(cursor.diagnostic("LB3006", message, at));
        }
        return tokensOnly(place, limit, "it does not end before the file does");
    }

    private boolean containsConditional(int from, int to) {
        for (int i = from; i < to; i++) {
            if (directives.groupAt(i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private DeferredItem conditional(Directives.Group group, int limit, boolean last) {
        if (++conditionals > MAX_CONDITIONALS) {
            conditionals = 0;
            throw DiagnosticException.refused(cursor.diagnostic("LB3003",
                    "conditionals are nested more than " + MAX_CONDITIONALS + " levels deep", group.first()));
        }
        try {
            return conditionalItem(group, limit, last);
        } finally {
            conditionals--;
        }
    }

    private DeferredItem conditionalItem(Directives.Group group, int limit, boolean last) {
        boolean guard = directives.isIncludeGuard(group);
        var branches = new ArrayList<ItemBranch>();
        for (int i = 0; i < group.branches().size(); i++) {
            var branch = group.branches().get(i);
            int before = reported.size();
            try {
                branches.add(new ItemBranch(branch.directiveSpan(cursor), branchItems(branch, guard)));
            } catch (ItemScanner.Unfinished unfinished) {
                while (reported.size() > before) {
                    reported.removeLast();
                }
                return ragged(group, i, limit, last, unfinished);
            }
        }
        var span = span(group.first(), group.end());
        var defines = branches.stream().flatMap(b -> b.items().stream()).flatMap(item -> item.defines().stream())
                .distinct().toList();
        return new DeferredItem(span, Kind.CONDITIONAL, defines, uses(span, defines, Set.of()),
                new Form.Conditional(branches));
    }

    private List<DeferredItem> branchItems(Directives.Branch branch, boolean guard) {
        if (!directives.isNeverTaken(branch) || branch.first() == branch.end()) {
            return items(branch.first(), branch.end(), guard);
        }
        return List.of(tokensOnly(branch.first(), branch.end(), "the branch is never compiled"));
    }

    /** A conditional with a branch that ends in the middle of a declaration. */
    private DeferredItem ragged(
            Directives.Group group, int branch, int limit, boolean last, ItemScanner.Unfinished cause) {
        try {
            int end = scanner.end(group.first(), limit, branch);
            return tokensOnly(group.first(), end, "a conditional's branch ends inside of a declaration");
        } catch (ItemScanner.Unfinished unfinished) {
            if (!last) {
                throw unfinished;
            }
            return unfinished(group.first(), limit, cause);
        }
    }

    private DeferredItem directive(int place) {
        var line = directives.lineAt(place);
        var span = span(place, line.end());
        var kind = switch (line.name()) {
            case "define" -> Kind.MACRO_DEFINITION;
            case "include", "include_next" -> Kind.INCLUDE;
            default -> Kind.DIRECTIVE;
        };
        boolean defines = kind == Kind.MACRO_DEFINITION && line.end() > place + 2;
        var names = defines ? List.of(cursor.rawToken(place + 2).text()) : List.<String>of();
        return new DeferredItem(span, kind, names, uses(new Span(span.at(), place + 2, line.end()), names, Set.of()),
                new Form.Directive());
    }

    private DeferredItem declaration(int first, int end) {
        int errors = reported.size();
        int limit = cursor.limit(end);
        cursor.moveTo(first);
        int scope = grammar.scopes.depth();
        try {
            var tree = grammar.declarations.parseItem();
            if (!cursor.isAtEnd()) {
                throw cursor.expected("the end of the declaration");
            }
            if (reported.size() > errors) {
                return tokensOnly(first, end, "it has a syntax error");
            }
            return structured(first, end, tree);
        } catch (SyntaxError error) {
            // Behind a conditional that divides an item, it is only a guess where the next item begins.
            boolean certain = guesses.isCertain(error) && scanner.mismatch().isEmpty() && !ragged && !unbalanced
                    && (!header || isInBraces(first, error.at()));
            grammar.scopes.leaveTo(scope);
            if (certain) {
                reported.add(error.diagnostic());
                return tokensOnly(first, end, "it has a syntax error");
            }
            reportMismatch(first, end);
            return tokensOnly(first, end, reason(error));
        } finally {
            cursor.restoreNesting(0);
            cursor.limit(limit);
            guesses.takeAssumptions();
        }
    }

    /** What a header has outside of braces may be right where the header is included. */
    private boolean isInBraces(int first, int place) {
        int depth = 0;
        for (int i = first; i < place; i++) {
            depth += cursor.rawAt(i) == Lexeme.OPEN_BRACE ? 1 : cursor.rawAt(i) == Lexeme.CLOSE_BRACE ? -1 : 0;
        }
        return depth > 0;
    }

    /** Brackets that do not fit are an error whatever macros stand for, outside of conditionals. */
    private void reportMismatch(int first, int end) {
        scanner.mismatch().filter(place -> !header && !ragged && !unbalanced && !containsConditional(first, end)).ifPresent(place -> reported.add(
                cursor.diagnostic("LB3006", TokenCursor.describe(cursor.rawToken(place)) + " matches no bracket before it", place)));
    }

    private String reason(SyntaxError error) {
        int place = error.at();
        boolean conditional = isDivided(place);
        var what = conditional ? "a conditional divides it" : "a macro may hide what it is";
        return what + ", line " + cursor.rawToken(place).line() + ": " + error.diagnostic().message();
    }

    private boolean isDivided(int place) {
        return cursor.rawAt(place) == Lexeme.DIRECTIVE || directives.isInside(place)
                || directives.isInside(place - 1);
    }

    private DeferredItem structured(int first, int end, Declaration tree) {
        var span = new Span(tree.span().at(), first, end);
        var defines = TreeNames.of(tree).all();
        return new DeferredItem(span, TreeNames.kindOf(tree), defines, uses(span, defines, LocalNames.of(tree)),
                new Form.Structured(tree, guesses.takeAssumptions()));
    }

    private DeferredItem tokensOnly(int first, int end, String reason) {
        ragged |= directives.unbalances(first, end, cursor);
        var span = span(first, end);
        return new DeferredItem(span, Kind.UNKNOWN, List.of(), uses(span, List.of(), Set.of()),
                new Form.TokensOnly(reason));
    }

    private Span span(int first, int end) {
        return new Span(cursor.rawToken(first).blame(), first, end);
    }

    /** Identifiers of a region, keywords and the given names aside, in order of appearance. */
    private List<String> uses(Span span, List<String> defined, Set<String> local) {
        var found = new LinkedHashSet<String>();
        for (int i = span.first(); i < span.end(); i++) {
            if (cursor.rawAt(i) == Lexeme.IDENTIFIER) {
                found.add(cursor.rawToken(i).text());
            }
        }
        found.removeAll(defined);
        found.removeAll(local);
        return List.copyOf(found);
    }
}
