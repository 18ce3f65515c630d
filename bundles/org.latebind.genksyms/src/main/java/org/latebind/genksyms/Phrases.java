package org.latebind.genksyms;

import java.util.Map;

/**
 * Makes terminals of tokens. How a token is read depends on the parser, which may have taken all before it: which names
 * are types, and whether a brace opens a struct or a body that nobody looks into.
 *
 * <p>All tokens go into one chain of nodes, those inside phrases, too.
 */
final class Phrases implements RawTokens.Sink {
    private enum State {
        PLAIN, ATTRIBUTE, ASM, STATIC_ASSERT, TYPEOF,
        /** Behind the first parenthesis of a {@code typeof}. */
        TYPEOF_OPENED,
        BRACKETS, BRACES, EXPRESSION
    }

    private final Dialect dialect;
    private final Map<String, Terminal> keywords;
    private final SymbolTable symbols;
    private final Declarations parser;
    private State state = State.PLAIN;
    /** Brackets that are open in the phrase. */
    private int depth;
    /** For how many more terminals a name is a tag and not a type. */
    private int tagsAhead;
    /** For how many more terminals a brace opens the members of a type. */
    private int membersAhead;
    private Node empty = new Node(null);
    private boolean ofSourceFile;

    Phrases(Dialect dialect, SymbolTable symbols, Declarations parser) {
        this.dialect = dialect;
        this.keywords = Keywords.of(dialect);
        this.symbols = symbols;
        this.parser = parser;
    }

    /** Whether tokens from now on are in the file that is compiled, or in one that it includes. */
    void setOfSourceFile(boolean value) {
        ofSourceFile = value;
    }

    @Override
    public void accept(RawTokens.Kind kind, String text) {
        switch (state) {
            case PLAIN -> plain(kind, text);
            case ATTRIBUTE -> bracketed(kind, text, '(', ')', Terminal.ATTRIBUTE_PHRASE);
            case ASM -> bracketed(kind, text, '(', ')', Terminal.ASM_PHRASE);
            case STATIC_ASSERT -> bracketed(kind, text, '(', ')', Terminal.STATIC_ASSERT_PHRASE);
            case BRACKETS -> bracketed(kind, text, '[', ']', Terminal.BRACKET_PHRASE);
            case BRACES -> bracketed(kind, text, '{', '}', Terminal.BRACE_PHRASE);
            case TYPEOF -> inTypeof(kind, text);
            case TYPEOF_OPENED -> typeofOpened(kind, text);
            case EXPRESSION -> inExpression(kind, text);
        }
    }

    void end() {
        parser.accept(Terminal.END, empty);
    }

    private void plain(RawTokens.Kind kind, String text) {
        append(text);
        switch (kind) {
            case IDENTIFIER -> word(text);
            case VECTOR -> emit(Terminal.VECTOR_OR_INT128);
            case DOTS -> emit(Terminal.DOTS);
            case OTHER -> emit(Terminal.OTHER);
            case SINGLE -> {
                char c = text.charAt(0);
                if (c == '[' || c == '{' && membersAhead == 0) {
                    state = c == '[' ? State.BRACKETS : State.BRACES;
                    depth = 1;
                } else {
                    if (c == '=' || c == ':') {
                        state = State.EXPRESSION;
                    }
                    emit(Terminal.of(c));
                }
            }
        }
    }

    private void word(String text) {
        var keyword = keywords.getOrDefault(text, Terminal.IDENTIFIER);
        switch (keyword) {
            case ATTRIBUTE_PHRASE -> state = State.ATTRIBUTE;
            case ASM_PHRASE -> state = State.ASM;
            case STATIC_ASSERT_PHRASE -> state = State.STATIC_ASSERT;
            case TYPEOF -> state = State.TYPEOF;
            case STRUCT, UNION, ENUM -> {
                membersAhead = 3;
                tagsAhead = 2;
                emit(keyword);
            }
            case EXPORT -> emit(keyword);
            default -> {
                boolean typeWanted = tagsAhead == 0 && !(dialect.hasNameHints() && parser.wantsName());
                emit(typeWanted && symbols.is(text, SymbolKind.TYPEDEF) ? Terminal.TYPE : keyword);
            }
        }
    }

    private void bracketed(RawTokens.Kind kind, String text, char open, char close, Terminal phrase) {
        append(text);
        char c = single(kind, text);
        if (c == open) {
            depth++;
        } else if (c == close && --depth == 0) {
            state = State.PLAIN;
            emit(phrase);
        }
    }

    private void inTypeof(RawTokens.Kind kind, String text) {
        char c = single(kind, text);
        if (c == '(' && ++depth == 1) {
            // The first parenthesis has no node unless a name that is not a type follows.
            state = State.TYPEOF_OPENED;
            return;
        }
        append(text);
        if (c == ')' && --depth == 0) {
            state = State.PLAIN;
            emit(Terminal.TYPEOF_PHRASE);
        }
    }

    private void typeofOpened(RawTokens.Kind kind, String text) {
        if (kind == RawTokens.Kind.IDENTIFIER) {
            if (keywords.containsKey(text) || symbols.is(text, SymbolKind.TYPEDEF)) {
                state = State.PLAIN;
                emit(Terminal.TYPEOF);
                accept(RawTokens.Kind.SINGLE, "(");
                accept(kind, text);
                return;
            }
            append("(");
        }
        state = State.TYPEOF;
        inTypeof(kind, text);
    }

    private void inExpression(RawTokens.Kind kind, String text) {
        char c = single(kind, text);
        boolean ends = c == ',' || c == ';' || c == '}';
        if (ends && depth == 0) {
            state = State.PLAIN;
            emit(Terminal.EXPRESSION_PHRASE);
            accept(kind, text);
            return;
        }
        if (c == '(' || c == '[' || c == '{') {
            depth++;
        } else if (c == ')' || c == ']' || c == '}') {
            depth--;
        }
        append(text);
    }

    private static char single(RawTokens.Kind kind, String text) {
        return kind == RawTokens.Kind.SINGLE ? text.charAt(0) : 0;
    }

    private void append(String text) {
        var node = empty;
        empty = new Node(node);
        node.text = text;
        node.kind = symbols.is(text, SymbolKind.CONSTANT) ? SymbolKind.CONSTANT : SymbolKind.NORMAL;
        node.ofSourceFile = ofSourceFile;
    }

    private void emit(Terminal terminal) {
        depth = 0;
        if (tagsAhead > 0) {
            tagsAhead--;
        }
        // An attribute may stand between 'struct' and its tag, where the grammar has that.
        boolean counts = !(dialect.hasNameHints() && terminal == Terminal.ATTRIBUTE_PHRASE);
        if (counts && membersAhead > 0) {
            membersAhead--;
        }
        parser.accept(terminal, empty);
    }
}
