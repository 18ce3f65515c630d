package org.latebind.parser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.syntax.api.DeclarationOutline.Kind;
import org.latebind.syntax.api.RunOutline;
import org.latebind.syntax.api.TypedefNames;
import org.latebind.token.api.Token;

/**
 * Cuts a stream into file-scope declarations in one pass, without building trees.
 *
 * <pre>
 * static inline int f(struct s *p) { ... }   FUNCTION_DEFINITION  ordinary f     body skipped by its braces
 * typedef struct t { enum { A } k; } *t_p;   DECLARATION          typedefs t_p   tags t   enumerators A
 * </pre>
 *
 * <p>What a prototype's parentheses define is not collected: its scope ends with the prototype (C11
 * 6.2.1p4).
 */
final class Outliner {
    /** Tags defined inside each other. */
    private static final int MAX_NESTING = 150;

    private final List<Token> tokens;
    private final int size;
    private final TypedefNames known;
    private final DiagnosticSink sink;
    private final Set<String> typedefNames = new HashSet<>();
    /** What was asked of {@link #known}, and answered. */
    private final Map<String, Boolean> asked = new LinkedHashMap<>();
    /** Whether every declaration so far ended where its own tokens say. */
    private boolean regular = true;
    private int index;
    /** Where the last look for the body of an old-style function ended. */
    private int bodiless = -1;
    private int nesting;

    private List<String> ordinary = new ArrayList<>();
    private List<String> typedefs = new ArrayList<>();
    private List<String> tags = new ArrayList<>();
    private List<String> enumerators = new ArrayList<>();

    Outliner(List<Token> tokens, TypedefNames known, DiagnosticSink sink) {
        this.known = known;
        this.tokens = tokens;
        this.size = tokens.size();
        this.sink = sink;
        typedefNames.addAll(List.of("__builtin_va_list", "__int128_t", "__uint128_t"));
    }

    private boolean isTypedefName(String name) {
        return typedefNames.contains(name) || asked.computeIfAbsent(name, known::isTypedefName);
    }

    /** The outline of tokens that stand between declarations, or empty where they do not. */
    Optional<RunOutline> run() {
        var declarations = outline();
        int covered = 0;
        for (var declaration : declarations) {
            regular &= declaration.first() == covered;
            covered = declaration.end();
        }
        if (!regular || covered != size) {
            return Optional.empty();
        }
        return Optional.of(new RunOutline(declarations, asked.entrySet().stream()
                .map(entry -> new RunOutline.Asked(entry.getKey(), entry.getValue())).toList()));
    }

    List<DeclarationOutline> outline() {
        var found = new ArrayList<DeclarationOutline>();
        while (index < size) {
            int first = index;
            var kind = scan();
            if (index > first && kind != null) {
                found.add(new DeclarationOutline(first, index, kind, ordinary, typedefs, tags, enumerators,
                        makesSomething(kind, first)));
                forget();
            }
        }
        return found;
    }

    private boolean makesSomething(Kind kind, int first) {
        return switch (kind) {
            case FILE_ASM -> true;
            case PRAGMA, EMPTY, ASSERTION -> false;
            case DECLARATION, FUNCTION_DEFINITION -> !ordinary.isEmpty()
                    && Definitions.makesSomething(tokens.subList(first, index), kind, ordinary.getFirst());
        };
    }

    private void forget() {
        clear(ordinary);
        clear(typedefs);
        clear(tags);
        clear(enumerators);
    }

    private static void clear(List<String> list) {
        if (!list.isEmpty()) {
            list.clear();
        }
    }

    private Lexeme at(int place) {
        return place < size ? Lexeme.of(tokens.get(place)) : Lexeme.END;
    }

    private Lexeme peek() {
        return at(index);
    }

    /** @return null where nothing stands that could be a declaration */
    private Kind scan() {
        while (peek() == Lexeme.EXTENSION) {
            index++;
        }
        switch (peek()) {
            case END -> {
                index = size;
                return null;
            }
            case SEMICOLON -> {
                index++;
                return Kind.EMPTY;
            }
            case PRAGMA -> {
                index++;
                return Kind.PRAGMA;
            }
            case ASM -> {
                return toSemicolon(Kind.FILE_ASM);
            }
            case STATIC_ASSERT -> {
                return toSemicolon(Kind.ASSERTION);
            }
            case CLOSE_BRACE -> {
                error(index, "'}' without a '{' before it");
                index++;
                return null;
            }
            default -> {
                return declaration();
            }
        }
    }

    private Kind toSemicolon(Kind kind) {
        while (index < size && peek() != Lexeme.SEMICOLON) {
            if (peek() == Lexeme.OPEN_PAREN) {
                group(true);
            } else {
                index++;
            }
        }
        endOfDeclaration();
        return kind;
    }

    private void endOfDeclaration() {
        if (index < size) {
            index++;
        } else {
            error(size - 1, "the declaration does not end");
        }
    }

    private void error(int place, String message) {
        regular = false;
        sink.report(Diagnostic.error("LB3006", tokens.get(Math.max(0, place)).blame(), message));
    }

    private Kind declaration() {
        boolean typedef = specifiers();
        while (true) {
            boolean function = declarator(typedef);
            switch (peek()) {
                case COMMA -> index++;
                case EQUAL -> {
                    initializer();
                    if (peek() == Lexeme.COMMA) {
                        index++;
                    } else {
                        endOfDeclaration();
                        return Kind.DECLARATION;
                    }
                }
                case OPEN_BRACE -> {
                    body();
                    return Kind.FUNCTION_DEFINITION;
                }
                case SEMICOLON -> {
                    index++;
                    return Kind.DECLARATION;
                }
                default -> {
                    if (function && oldStyleBody()) {
                        return Kind.FUNCTION_DEFINITION;
                    }
                    skipBroken();
                    return Kind.DECLARATION;
                }
            }
        }
    }

    /** Leaves a declaration that makes no sense to the parser, which will tell what is wrong. */
    private void skipBroken() {
        regular = false;
        while (index < size && peek() != Lexeme.SEMICOLON) {
            switch (peek()) {
                case OPEN_PAREN, OPEN_BRACKET -> group(true);
                case OPEN_BRACE -> {
                    body();
                    if (!endsAfterBrace()) {
                        return;
                    }
                }
                case CLOSE_BRACE -> {
                    return;
                }
                default -> index++;
            }
        }
        endOfDeclaration();
    }

    private boolean endsAfterBrace() {
        var next = peek();
        return next == Lexeme.SEMICOLON || next == Lexeme.COMMA || next == Lexeme.EQUAL;
    }

    /** @return whether {@code typedef} is among them */
    private boolean specifiers() {
        boolean typedef = false;
        boolean typeSeen = false;
        while (index < size) {
            var lexeme = peek();
            switch (lexeme) {
                case STRUCT, UNION -> {
                    record();
                    typeSeen = true;
                }
                case ENUM -> {
                    enumeration();
                    typeSeen = true;
                }
                case TYPEOF, TYPEOF_UNQUAL -> {
                    index++;
                    parenthesized(true);
                    typeSeen = true;
                }
                case ATOMIC, ALIGNAS -> {
                    typeSeen |= lexeme == Lexeme.ATOMIC && at(index + 1) == Lexeme.OPEN_PAREN;
                    index++;
                    parenthesized(true);
                }
                case ATTRIBUTE -> attribute();
                case EXTENSION, PRAGMA -> index++;
                case IDENTIFIER -> {
                    if (typeSeen && !isQualifierLike() || !typeSeen && !isTypeName()) {
                        return typedef;
                    }
                    typeSeen |= isTypeName();
                    index++;
                }
                default -> {
                    if (!lexeme.isSpecifier()) {
                        return typedef;
                    }
                    typedef |= lexeme == Lexeme.TYPEDEF;
                    typeSeen |= lexeme.role() == Lexeme.Role.BASIC_TYPE || lexeme == Lexeme.AUTO_TYPE;
                    index++;
                }
            }
        }
        return typedef;
    }

    /** A known typedef name, or a name that is followed by what follows a type only. */
    private boolean isTypeName() {
        var next = at(index + 1);
        return next == Lexeme.IDENTIFIER || next == Lexeme.STAR || next.isSpecifier()
                || isTypedefName(tokens.get(index).text());
    }

    /** A named address space after the type: a declared name is never followed by a name or a star. */
    private boolean isQualifierLike() {
        var next = at(index + 1);
        return next == Lexeme.IDENTIFIER || next == Lexeme.STAR || next.role() == Lexeme.Role.QUALIFIER;
    }

    private void attribute() {
        index++;
        parenthesized(false);
    }

    private void parenthesized(boolean collect) {
        if (peek() == Lexeme.OPEN_PAREN) {
            group(collect);
        }
    }

    /** Skips a bracketed group, from its opening bracket; collects tags and enumerators defined inside. */
    private void group(boolean collect) {
        if (nesting == MAX_NESTING && collect) {
            error(index, "tags are nested more than " + MAX_NESTING + " deep");
        }
        nesting++;
        skipGroup(collect && nesting <= MAX_NESTING);
        nesting--;
    }

    private void skipGroup(boolean collect) {
        int open = index;
        int depth = 0;
        while (index < size) {
            switch (peek()) {
                case OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE -> {
                    depth++;
                    index++;
                }
                case CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE -> {
                    depth--;
                    index++;
                    if (depth == 0) {
                        return;
                    }
                }
                case STRUCT, UNION -> {
                    if (collect) {
                        record();
                    } else {
                        index++;
                    }
                }
                case ENUM -> {
                    if (collect) {
                        enumeration();
                    } else {
                        index++;
                    }
                }
                default -> index++;
            }
        }
        error(open, "no closing bracket for this one");
    }

    /** {@code struct tag { members }}; nested definitions are collected with it. */
    private void record() {
        index++;
        attributes();
        int tag = tag();
        if (peek() == Lexeme.OPEN_BRACE) {
            define(tag);
            group(true);
        }
    }

    private void attributes() {
        while (peek() == Lexeme.ATTRIBUTE) {
            attribute();
        }
    }

    /** @return the tag's place, or -1 */
    private int tag() {
        return peek() == Lexeme.IDENTIFIER ? index++ : -1;
    }

    private void define(int tag) {
        if (tag >= 0) {
            tags.add(tokens.get(tag).text());
        }
    }

    private void enumeration() {
        index++;
        attributes();
        int tag = tag();
        if (peek() == Lexeme.COLON && startsUnderlyingType()) {
            index++;
            while (index < size && (peek() == Lexeme.IDENTIFIER || peek().isSpecifier())) {
                index++;
            }
        }
        if (peek() != Lexeme.OPEN_BRACE) {
            return;
        }
        define(tag);
        index++;
        while (index < size && peek() != Lexeme.CLOSE_BRACE) {
            if (peek() == Lexeme.IDENTIFIER) {
                enumerators.add(tokens.get(index).text());
            }
            toNextEnumerator();
        }
        index = Math.min(size, index + 1);
    }

    /** {@code enum E : int {}; in a bit-field a number or name and then no brace follows. */
    private boolean startsUnderlyingType() {
        int i = index + 1;
        while (at(i) == Lexeme.IDENTIFIER || at(i).isSpecifier()) {
            i++;
        }
        return i > index + 1 && at(i) == Lexeme.OPEN_BRACE;
    }

    private void toNextEnumerator() {
        while (index < size) {
            switch (peek()) {
                case COMMA -> {
                    index++;
                    return;
                }
                case CLOSE_BRACE -> {
                    return;
                }
                case OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE -> group(true);
                default -> index++;
            }
        }
    }

    /**
     * One declarator up to what follows it.
     *
     * @return whether it may be a function's
     */
    private boolean declarator(boolean typedef) {
        boolean named = false;
        boolean function = false;
        while (index < size) {
            var lexeme = peek();
            switch (lexeme) {
                case IDENTIFIER -> {
                    if (named) {
                        return function;
                    }
                    if (!isQualifierLike()) {
                        name(typedef, index);
                        named = true;
                    }
                    index++;
                }
                case OPEN_PAREN -> {
                    if (named) {
                        function = true;
                        group(false);
                    } else {
                        named = nested(typedef);
                        function = named;
                    }
                }
                case OPEN_BRACKET -> group(true);
                case ATTRIBUTE -> attribute();
                case ASM -> {
                    index++;
                    parenthesized(false);
                }
                case STAR, PRAGMA, EXTENSION -> index++;
                default -> {
                    if (lexeme.role() != Lexeme.Role.QUALIFIER) {
                        return function;
                    }
                    index++;
                }
            }
        }
        return function;
    }

    /** {@code (*name)(...)}, any depth of it: the name is the first identifier that is not an attribute's. */
    private boolean nested(boolean typedef) {
        int open = index;
        boolean named = false;
        int i = index + 1;
        for (; !named && i < size; i++) {
            var lexeme = at(i);
            if (lexeme == Lexeme.ATTRIBUTE) {
                index = i;
                attribute();
                i = index - 1;
            } else if (lexeme == Lexeme.IDENTIFIER) {
                index = i;
                if (!isQualifierLike()) {
                    name(typedef, i);
                    named = true;
                }
            } else if (lexeme == Lexeme.CLOSE_PAREN || lexeme == Lexeme.SEMICOLON) {
                break;
            }
        }
        index = open;
        group(false);
        return named;
    }

    private void name(boolean typedef, int place) {
        var name = tokens.get(place).text();
        if (typedef) {
            typedefs.add(name);
            typedefNames.add(name);
        } else {
            ordinary.add(name);
        }
    }

    private void initializer() {
        int conditionals = 0;
        while (index < size) {
            switch (peek()) {
                case SEMICOLON -> {
                    return;
                }
                case COMMA -> {
                    // Between '?' and ':' a comma is an operator (C11 6.5.15).
                    if (conditionals == 0) {
                        return;
                    }
                    index++;
                }
                case QUESTION -> {
                    conditionals++;
                    index++;
                }
                case COLON -> {
                    conditionals--;
                    index++;
                }
                case OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE -> group(true);
                default -> index++;
            }
        }
    }

    /** A function's body: only braces count. */
    private void body() {
        int open = index;
        int depth = 0;
        while (index < size) {
            var token = tokens.get(index++);
            var lexeme = switch (token.kind()) {
                case PUNCTUATOR -> token.text().length() <= 2 ? Lexeme.of(token) : Lexeme.OTHER;
                default -> Lexeme.OTHER;
            };
            if (lexeme == Lexeme.OPEN_BRACE) {
                depth++;
            } else if (lexeme == Lexeme.CLOSE_BRACE && --depth == 0) {
                return;
            }
        }
        error(open, "no '}' closes this '{'");
    }

    /** {@code int f(a) int a; { ... }}: parameter declarations, then a body. */
    private boolean oldStyleBody() {
        // What ended an earlier look that began before here ends this one as well.
        if (index > bodiless) {
            bodiless = index;
            while (bodiless < size && !endsOldStyle(at(bodiless))) {
                bodiless++;
            }
        }
        if (bodiless > index && at(bodiless) == Lexeme.OPEN_BRACE && at(bodiless - 1) == Lexeme.SEMICOLON) {
            index = bodiless;
            body();
            return true;
        }
        return false;
    }

    private static boolean endsOldStyle(Lexeme lexeme) {
        return lexeme == Lexeme.OPEN_BRACE || lexeme == Lexeme.EQUAL || lexeme == Lexeme.CLOSE_BRACE;
    }
}
