package org.latebind.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.bind.unit.ErrorCount;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.Choice;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Declarator;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Fragment;
import org.latebind.syntax.api.Initializer;
import org.latebind.syntax.api.Node;
import org.latebind.syntax.api.NodeShapes;
import org.latebind.syntax.api.Span;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Statement;
import org.latebind.syntax.api.TypeName;
import org.latebind.syntax.api.TypedefNames;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * Binds one structured item: decides its conditionals and puts expansions in the place of macro uses.
 *
 * <pre>
 * (Call (Name "kfree") [(Member (Name "current") "comm")])      where current is a macro
 *   ─▶ (Call (Name "kfree") [(Member (Call (Name "get_current")) "comm")])
 * </pre>
 *
 * <p>A token that the preprocessor would touch (a macro's name, a directive) is <em>live</em>. The
 * smallest node of a sort that can be parsed alone and that holds a live token of its own is expanded
 * and parsed as that sort: a splice. Where the splice does not fit its place (its operators would bind
 * to the neighbors, it is of another sort, it ends in the name of a function-like macro that the
 * next parenthesis would call), its parent is tried. What is left unbound is the whole item's to be
 * parsed again from tokens, so the result is always that of the tokens.
 */
final class TreeBinding {
    private final Preprocessor preprocessor;
    private final CParser parser;
    private final TypedefNames typedefs;
    private final LexedFile file;
    private final List<Token> tokens;
    private final Map<String, Boolean> macroNames = new HashMap<>();
    private int splices;

    TreeBinding(Preprocessor preprocessor, CParser parser, TypedefNames typedefs, LexedFile file) {
        this.preprocessor = preprocessor;
        this.parser = parser;
        this.typedefs = typedefs;
        this.file = file;
        this.tokens = file.tokens();
    }

    /** How many macro uses were replaced. */
    int splices() {
        return splices;
    }

    /** The item's declarations without deferred nodes, or empty where it has to be parsed again. */
    Optional<List<Declaration>> bind(DeferredItem.Form.Structured form) {
        int counter = preprocessor.counter();
        var bound = declarations(form);
        if (bound.isEmpty()) {
            preprocessor.rewindCounter(counter);
        }
        return bound;
    }

    private Optional<List<Declaration>> declarations(DeferredItem.Form.Structured form) {
        if (!assumptionsHold(form) || localNamesClash(form.tree())) {
            return Optional.empty();
        }
        if (form.tree() instanceof Declaration.MacroUse use) {
            return reparse(Fragment.DECLARATIONS, use.span());
        }
        return transformed(form.tree()).map(tree -> List.of((Declaration) tree));
    }

    private boolean assumptionsHold(DeferredItem.Form.Structured form) {
        return form.assumptions().stream().allMatch(assumption -> isMacro(assumption.name())
                || switch (assumption.sort()) {
                    case TYPE -> typedefs.isTypedefName(assumption.name());
                    case VALUE -> !typedefs.isTypedefName(assumption.name());
                });
    }

    /** A splice is parsed at file scope, so an item whose block scopes change what a name is cannot have one. */
    private boolean localNamesClash(Declaration tree) {
        var declared = new HashSet<String>();
        boolean localTypedef = collectLocals(tree, declared, true);
        return localTypedef || declared.stream().anyMatch(typedefs::isTypedefName);
    }

    private boolean collectLocals(Object value, Set<String> names, boolean fileScope) {
        return switch (value) {
            case Declarator.Identifier identifier -> {
                if (!fileScope) {
                    identifier.name().ifPresent(names::add);
                }
                yield false;
            }
            case Specifiers.Field field -> collectLocals(field.declarator(), new HashSet<>(), true);
            case Specifiers specifiers when !fileScope
                    && specifiers.storage().contains(Specifiers.Storage.TYPEDEF) -> true;
            case Optional<?> optional -> optional.isPresent() && collectLocals(optional.get(), names, fileScope);
            case List<?> list -> {
                boolean any = false;
                for (var element : list) {
                    any |= collectLocals(element, names, fileScope);
                }
                yield any;
            }
            case Choice<?> choice -> {
                boolean any = false;
                for (var branch : choice.branches()) {
                    any |= collectLocals(branch.elements(), names, fileScope);
                }
                yield any;
            }
            default -> {
                boolean inner = fileScope && !(value instanceof Statement) && !(value instanceof Declarator.Parameter);
                boolean any = false;
                for (var part : partsOf(value)) {
                    any |= collectLocals(part, names, inner);
                }
                yield any;
            }
        };
    }

    /** The parts of a node that are nodes, may be some, or hold some. */
    private static List<Object> partsOf(Object node) {
        var shape = NodeShapes.of(node);
        var values = shape.values(node);
        var parts = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            if (shape.parts().get(i).type().holdsNodes()) {
                parts.add(values[i]);
            }
        }
        return parts;
    }

    // ---- live tokens

    private boolean isMacro(String name) {
        return macroNames.computeIfAbsent(name, n -> preprocessor.macro(n).isPresent());
    }

    private boolean isFunctionLike(String name) {
        return preprocessor.macro(name).filter(m -> m.isFunctionLike()).isPresent();
    }

    private boolean isLive(int index) {
        var token = tokens.get(index);
        if (token.kind() == TokenKind.PUNCTUATOR) {
            return token.has(Token.LINE_START) && token.text().equals("#");
        }
        return token.kind() == TokenKind.IDENTIFIER
                && isMacro(token.text())
                && (!isFunctionLike(token.text()) || mayBeCalled(index + 1));
    }

    private boolean mayBeCalled(int next) {
        return next < tokens.size() && (tokens.get(next).isPunctuator("(") || tokens.get(next).isPunctuator("#"));
    }

    /** Whether a node has a live token that is in none of its parts. */
    private boolean hasOwnHotToken(Node node) {
        var parts = new ArrayList<Span>();
        collectPartSpans(node, parts);
        int at = node.span().first();
        parts.sort((a, b) -> Integer.compare(a.first(), b.first()));
        for (var part : parts) {
            if (anyHot(at, part.first())) {
                return true;
            }
            at = Math.max(at, part.end());
        }
        return anyHot(at, node.span().end());
    }

    private boolean anyHot(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isLive(i)) {
                return true;
            }
        }
        return false;
    }

    private void collectPartSpans(Object node, List<Span> into) {
        partsOf(node).forEach(part -> collectSpans(part, into));
    }

    private void collectSpans(Object value, List<Span> into) {
        switch (value) {
            case Node part -> into.add(part.span());
            case Optional<?> optional -> optional.ifPresent(v -> collectSpans(v, into));
            case List<?> list -> list.forEach(v -> collectSpans(v, into));
            default -> collectPartSpans(value, into);
        }
    }

    // ---- the walk

    /** The node bound, or empty where its parent has to be parsed again. */
    private Optional<Object> transformed(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isEmpty()
                    ? Optional.of(optional)
                    : transformed(optional.get()).map(Optional::of);
            case List<?> list -> transformedList(list);
            case Statement.MacroUse use when use.body().isPresent() -> loop(use).map(s -> s);
            // What is undecided can be decided among elements only.
            case Choice<?> choice -> Optional.empty();
            default -> transformedNode(value);
        };
    }

    private Optional<Object> transformedNode(Object value) {
        boolean whole = value instanceof Node node && (isDeferred(node) || hasOwnHotToken(node));
        if (!whole) {
            int counter = preprocessor.counter();
            var parts = transformedParts(value);
            if (parts.isPresent()) {
                return parts;
            }
            preprocessor.rewindCounter(counter);
        }
        return value instanceof Node node ? splice(node) : Optional.empty();
    }

    private Optional<Object> transformedParts(Object node) {
        var shape = NodeShapes.of(node);
        var values = shape.values(node);
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            var part = shape.parts().get(i);
            if (part.type().holdsNodes()) {
                var bound = transformed(values[i]);
                if (bound.isEmpty() || !fits(bound.get(), values[i], node, part.name())) {
                    return Optional.empty();
                }
                changed |= bound.get() != values[i];
                values[i] = bound.get();
            }
        }
        return Optional.of(changed ? shape.make(values) : node);
    }

    private static boolean isDeferred(Node node) {
        return switch (node) {
            case Expression.MacroUse m -> true;
            case Expression.MixedText m -> true;
            case Statement.MacroUse m -> true;
            case Declaration.MacroUse m -> true;
            case Initializer.Item.MacroUse m -> true;
            case Specifiers.Member.MacroUse m -> true;
            case Specifiers.Enumerator.MacroUse m -> true;
            case Specifiers.TypeSpecifier.MacroUse m -> true;
            case Attribute.MacroUse m -> true;
            default -> false;
        };
    }

    private boolean fits(Object bound, Object before, Object parent, String part) {
        if (bound == before) {
            return true;
        }
        if (bound instanceof Optional<?> b && before instanceof Optional<?> o) {
            return fits(b.orElseThrow(), o.orElseThrow(), parent, part);
        }
        if (bound instanceof List<?> list) {
            return list.stream().allMatch(element -> fitsAlone(element, parent, part));
        }
        if (bound instanceof Statement statement && parent instanceof Statement.If ifStatement
                && part.equals("then") && ifStatement.otherwise().isPresent()) {
            return !SpliceRules.endsInOpenIf(statement);
        }
        return fitsAlone(bound, parent, part);
    }

    private static boolean fitsAlone(Object bound, Object parent, String part) {
        return !(bound instanceof Expression expression)
                || SpliceRules.fits(expression, parent.getClass(), part);
    }

    // ---- lists: an element may become several

    private Optional<Object> transformedList(List<?> list) {
        var result = new ArrayList<Object>(list.size());
        boolean changed = false;
        for (var element : list) {
            var bound = elements(element);
            if (bound.isEmpty()) {
                return Optional.empty();
            }
            changed |= bound.get().size() != 1 || bound.get().getFirst() != element;
            result.addAll(bound.get());
        }
        return Optional.of(changed ? result : list);
    }

    private Optional<List<?>> elements(Object element) {
        return switch (element) {
            case Statement.Undecided u -> chosen(u.choice());
            case Specifiers.Member.Undecided u -> chosen(u.choice());
            case Specifiers.Enumerator.Undecided u -> chosen(u.choice());
            case Initializer.Item.Undecided u -> chosen(u.choice());
            case Declaration.Undecided u -> chosen(u.choice());
            case Statement statement -> one(statement, Fragment.STATEMENTS);
            case Specifiers.Member member -> one(member, Fragment.MEMBERS);
            case Specifiers.Enumerator enumerator -> separated(enumerator, Fragment.ENUMERATORS);
            case Initializer.Item item -> separated(item, Fragment.INITIALIZER_ITEMS);
            default -> transformed(element).map(List::of);
        };
    }

    private Optional<List<?>> chosen(Choice<?> choice) {
        var decision = new ConditionalDecision(preprocessor, tokens);
        for (var branch : choice.branches()) {
            if (decision.taken(branch.directive())) {
                return transformedList(branch.elements()).map(l -> (List<?>) l);
            }
        }
        return Optional.of(List.of());
    }

    /** A list element, bound part by part or parsed again as a run of elements. */
    private <N extends Node> Optional<List<?>> one(N element, Fragment<List<N>> sort) {
        int counter = preprocessor.counter();
        if (element instanceof Statement.MacroUse use && use.body().isPresent()) {
            var loop = loop(use);
            if (loop.isPresent()) {
                return loop.map(List::of);
            }
        } else if (!isDeferred(element) && !hasOwnHotToken(element)) {
            var parts = transformedParts(element);
            if (parts.isPresent()) {
                return parts.map(List::of);
            }
        }
        preprocessor.rewindCounter(counter);
        return reparse(sort, element.span()).map(l -> (List<?>) l);
    }

    /** Elements with commas between them: an expansion may neither vanish nor bring a comma at its end. */
    private <N extends Node> Optional<List<?>> separated(N element, Fragment<List<N>> sort) {
        var bound = one(element, sort);
        if (bound.isEmpty() || bound.get().size() == 1 && bound.get().getFirst() == element) {
            return bound;
        }
        int counter = preprocessor.counter();
        var expanded = expand(element.span());
        preprocessor.rewindCounter(counter);
        boolean comma = !expanded.isEmpty() && expanded.getLast().isPunctuator(",");
        return bound.filter(l -> !l.isEmpty() && !comma);
    }

    // ---- splices

    private Optional<Object> splice(Node node) {
        return switch (node) {
            case Expression e -> reparse(Fragment.EXPRESSION, e.span()).map(x -> x);
            case TypeName t -> reparse(Fragment.TYPE_NAME, t.span()).map(x -> x);
            case Specifiers s -> reparse(Fragment.SPECIFIERS, s.span()).map(x -> x);
            case Statement s -> reparse(Fragment.STATEMENTS, s.span())
                    .filter(list -> list.size() == 1 && !(list.getFirst() instanceof Statement.Declared))
                    .map(List::getFirst);
            default -> Optional.empty();
        };
    }

    private <N> Optional<N> reparse(Fragment<N> sort, Span span) {
        if (span.end() <= span.first()) {
            return Optional.empty();
        }
        var expanded = expand(span);
        if (reachesFurther(expanded, span)) {
            return Optional.empty();
        }
        return parse(sort, expanded);
    }

    private <N> Optional<N> parse(Fragment<N> sort, List<Token> expanded) {
        var errors = new ErrorCount(d -> { });
        var parsed = parser.parseFragment(sort, expanded, typedefs, errors);
        if (errors.any() || parsed.isEmpty()) {
            return Optional.empty();
        }
        splices++;
        return parsed;
    }

    private List<Token> expand(Span span) {
        var region = tokens.subList(span.first(), span.end());
        boolean directives = region.stream().anyMatch(t -> t.has(Token.LINE_START) && t.isPunctuator("#"));
        if (!directives) {
            return preprocessor.expand(region);
        }
        var out = new ArrayList<Token>();
        preprocessor.process(new LexedFile(file.file(), region), out::add);
        return out;
    }

    /** Whether the expansion ends in a name that the parenthesis after the region would call. */
    private boolean reachesFurther(List<Token> expanded, Span span) {
        return !expanded.isEmpty()
                && expanded.getLast().kind() == TokenKind.IDENTIFIER
                && isFunctionLike(expanded.getLast().text())
                && mayBeCalled(span.end());
    }

    /** A loop head is expanded with an empty statement for its body, which is bound by itself. */
    private Optional<Statement> loop(Statement.MacroUse use) {
        var body = use.body().orElseThrow();
        // In the order of the tokens: both may count.
        var head = new ArrayList<>(expand(new Span(use.span().at(), use.span().first(), body.span().first())));
        var bound = transformed(body);
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        var at = use.span().at();
        head.add(semicolon(at));
        return parse(Fragment.STATEMENTS, head)
                .filter(list -> list.size() == 1)
                .flatMap(list -> SpliceRules.withBody(list.getFirst(), (Statement) bound.get(), head.size() - 1));
    }

    private static Token semicolon(Position at) {
        return new Token(TokenKind.PUNCTUATOR, ";", at.file(), at.line(), at.column(), 0, Expansion.NONE);
    }
}
