package org.latebind.preprocessor;

import java.util.Arrays;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * Macro replacement (C11 6.10.3) over a stack of token contexts, the way cpplib does it.
 *
 * <pre>
 * #define F(x) x + G
 * F(1) ;             read: F -> arguments taken, context [1 + G] pushed, F disabled
 *                    read: 1, +, G ...; context at its end is popped, F enabled again
 * </pre>
 *
 * Where the contexts are used up, reading goes on in the {@link Source} below, so that a macro's name
 * at the end of a replacement finds its arguments there.
 *
 * <p>White space is a flag on tokens. A replacement's first token takes the flag of the macro's name,
 * an argument's first token that of the parameter; what is replaced by nothing hands its white space
 * on to the next token. Only stringification can tell.
 */
final class Expander {
    /** What lies under all contexts: a file, or nothing. */
    interface Source {
        /** Takes the next token if it is {@code (}. */
        boolean takeParenthesis();

        /** The next token of a macro's arguments, or null at the end. */
        Token nextOfArguments();

        /** Replaces a built-in macro: pushes what it stands for; false if it stays as it is. */
        boolean expandBuiltIn(Token use);
    }

    private static final Token REPLACED =
            new Token(TokenKind.OTHER, "", SourceFile.BUILT_IN, 0, 0, 0, Expansion.NONE);

    private final UnitState unit;
    private final Source source;
    private Context[] stack = new Context[64];
    private int depth = -1;
    private Arguments[] argumentPool = new Arguments[16];
    private int argumentDepth;
    /** Since the last token something was replaced by nothing. */
    private boolean afterEmpty;
    /** ... and there was white space before it. */
    private boolean pendingSpace;
    /** {@link #afterEmpty} as it was before the token last read. */
    private boolean lastAfterEmpty;

    Expander(UnitState unit, Source source) {
        this.unit = unit;
        this.source = source;
    }

    // ---- reading

    boolean isEmpty() {
        return depth < 0;
    }

    /** Begins with a macro use in a file: what came before has no part in it. */
    void begin() {
        afterEmpty = false;
        pendingSpace = false;
    }

    /** Forgets all contexts, after an error that unwound them. */
    void reset() {
        while (depth >= 0) {
            pop();
        }
        argumentDepth = 0;
        afterEmpty = false;
        pendingSpace = false;
    }

    /** Replaces the macro at {@code use}, which was just read; false if it stays as it is. */
    boolean enter(Token use, Name name) {
        return switch (name.meaning.macro().form()) {
            case BUILT_IN -> source.expandBuiltIn(use);
            case OBJECT -> enterObject(use, name);
            case FUNCTION -> enterFunction(use, name);
        };
    }

    /** The next fully replaced token of the contexts; null when they are used up or at a barrier. */
    Token read() {
        while (true) {
            var token = replaced(next());
            if (token != REPLACED) {
                return token;
            }
        }
    }

    /** The next fully replaced token, across the end of the contexts; null at a barrier or the file's end. */
    Token readAcross() {
        while (true) {
            var token = next();
            if (token == null && depth < 0) {
                token = source.nextOfArguments();
            }
            token = replaced(token);
            if (token != REPLACED) {
                return token;
            }
        }
    }

    /** {@link #REPLACED} if the token was a macro's use and its replacement is now to be read. */
    private Token replaced(Token token) {
        if (token == null || token.kind() != TokenKind.IDENTIFIER || (token.flags() & Token.NO_EXPAND) != 0) {
            return token;
        }
        var name = unit.read(token);
        if (name.meaning == null) {
            return token;
        }
        if (name.disabled) {
            return token.withFlags(token.flags() | Token.NO_EXPAND);
        }
        boolean empty = lastAfterEmpty;
        if (enter(token, name)) {
            return REPLACED;
        }
        lastAfterEmpty = empty;
        return token;
    }

    /** The next token of the contexts as it is; null when they are used up or at a barrier. */
    Token next() {
        while (depth >= 0) {
            var top = stack[depth];
            if (top.at < top.end) {
                var token = top.tokens[top.at++];
                if (top.stamp != null) {
                    token = stamped(token, top);
                }
                return afterEmpty ? spaced(token) : unspaced(token);
            }
            if (top.barrier) {
                return null;
            }
            pop();
        }
        return null;
    }

    private Token unspaced(Token token) {
        lastAfterEmpty = false;
        return token;
    }

    private Token spaced(Token token) {
        lastAfterEmpty = true;
        afterEmpty = false;
        boolean space = pendingSpace;
        pendingSpace = false;
        return space && !token.has(Token.SPACE_BEFORE) ? token.withFlags(token.flags() | Token.SPACE_BEFORE) : token;
    }

    private static Token stamped(Token token, Context context) {
        int flags = context.at == 1 ? (context.spaceBefore ? Token.SPACE_BEFORE : 0) : token.flags();
        return new Token(token.kind(), token.text(), token.file(), token.line(), token.column(), flags, context.stamp);
    }

    private void nothing(boolean space) {
        afterEmpty = true;
        pendingSpace |= space;
    }

    // ---- contexts

    private Context above() {
        int next = depth + 1;
        if (next == stack.length) {
            stack = Arrays.copyOf(stack, next * 2);
        }
        var context = stack[next];
        if (context == null) {
            context = new Context();
            stack[next] = context;
        }
        return context;
    }

    private void push(Context context, Name macro, boolean barrier) {
        context.macro = macro;
        context.barrier = barrier;
        depth++;
        unit.spend(context.end - context.at + 1);
        if (macro != null) {
            macro.disabled = true;
        }
    }

    private void pop() {
        var context = stack[depth--];
        if (context.macro != null) {
            context.macro.disabled = false;
            context.macro = null;
        }
        if (context.spaceAfter) {
            nothing(true);
        }
    }

    /** Lets tokens be read next, up to a barrier behind them; {@link #closeBarrier} ends that. */
    void openBarrier(Token[] tokens, int from, int to) {
        var context = above();
        context.share(tokens, from, to);
        push(context, null, true);
        if (depth > unit.limits().macroDepth() * 4) {
            throw unit.limit("macro uses lie too deep inside each other");
        }
        afterEmpty = false;
        pendingSpace = false;
    }

    void closeBarrier() {
        while (!stack[depth].barrier) {
            pop();
        }
        pop();
        afterEmpty = false;
        pendingSpace = false;
    }

    /** Lets one token that stands for a built-in macro be read next. */
    void pushResult(Token token) {
        var context = above();
        context.begin();
        context.add(token);
        push(context, null, false);
    }

    /** A built-in macro stands for nothing. */
    void pushNothing(Token use) {
        nothing(use.has(Token.SPACE_BEFORE));
    }

    // ---- object-like macros

    private boolean enterObject(Token use, Name name) {
        var definition = name.meaning.definition();
        if (definition.length() == 0) {
            nothing(use.has(Token.SPACE_BEFORE));
            return true;
        }
        var expansion = new Expansion(name.text, use.position(), definition.macro.definition(), use.expansion());
        var context = above();
        if (definition.plain) {
            context.share(definition.body, 0, definition.length());
            context.stamp = expansion;
            context.spaceBefore = use.has(Token.SPACE_BEFORE);
        } else {
            context.begin();
            new Substitution(unit, definition, null, expansion, context).run(use.has(Token.SPACE_BEFORE));
        }
        push(context, name, false);
        return true;
    }

    // ---- function-like macros

    private boolean enterFunction(Token use, Name name) {
        var definition = name.meaning.definition();
        if (!takeParenthesis()) {
            return false;
        }
        var arguments = arguments();
        try {
            if (!collect(arguments, definition, use)) {
                return false;
            }
            replace(use, name, definition, arguments);
        } finally {
            argumentDepth--;
        }
        return true;
    }

    private void replace(Token use, Name name, Definition definition, Arguments arguments) {
        var expansion = new Expansion(name.text, use.position(), definition.macro.definition(), use.expansion());
        boolean space = use.has(Token.SPACE_BEFORE);
        if (definition.plain) {
            if (definition.length() == 0) {
                nothing(space);
                return;
            }
            var context = above();
            context.share(definition.body, 0, definition.length());
            context.stamp = expansion;
            context.spaceBefore = space;
            push(context, name, false);
            return;
        }
        for (int parameter : definition.expanded) {
            expand(arguments, parameter);
        }
        var context = above();
        context.begin();
        new Substitution(unit, definition, arguments, expansion, context).run(space);
        if (context.end == 0) {
            nothing(space || context.spaceAfter);
            return;
        }
        push(context, name, false);
    }

    private Arguments arguments() {
        if (argumentDepth == argumentPool.length) {
            argumentPool = Arrays.copyOf(argumentPool, argumentDepth * 2);
        }
        if (argumentDepth > unit.limits().macroDepth()) {
            throw unit.limit("macro uses lie too deep inside each other");
        }
        var arguments = argumentPool[argumentDepth];
        if (arguments == null) {
            arguments = new Arguments();
            argumentPool[argumentDepth] = arguments;
        }
        argumentDepth++;
        arguments.begin();
        return arguments;
    }

    boolean takeParenthesis() {
        while (depth >= 0) {
            var top = stack[depth];
            if (top.at < top.end) {
                var token = top.tokens[top.at];
                if (token.kind() == TokenKind.PUNCTUATOR && token.text().equals("(")) {
                    top.at++;
                    afterEmpty = false;
                    pendingSpace = false;
                    return true;
                }
                return false;
            }
            if (top.barrier) {
                return false;
            }
            pop();
        }
        return source.takeParenthesis();
    }

    /** The next token as it is, across the end of the contexts. */
    Token nextOfArguments() {
        var token = next();
        if (token == null) {
            return depth >= 0 ? null : source.nextOfArguments();
        }
        if (token.kind() == TokenKind.IDENTIFIER && !token.has(Token.NO_EXPAND)) {
            var name = unit.peek(token.text());
            if (name.disabled) {
                return token.withFlags(token.flags() | Token.NO_EXPAND);
            }
        }
        return token;
    }

    private boolean collect(Arguments arguments, Definition definition, Token use) {
        int nested = 0;
        int last = definition.macro.variadic() ? definition.parameters - 1 : Integer.MAX_VALUE;
        while (true) {
            var token = nextOfArguments();
            if (token == null) {
                unit.report(Diagnostic.error("LB2030", use.blame(),
                        "the argument list of macro '" + use.text() + "' is not closed"));
                return false;
            }
            if (token.kind() == TokenKind.PUNCTUATOR && token.text().length() == 1) {
                char c = token.text().charAt(0);
                if (c == '(') {
                    nested++;
                } else if (c == ')' && nested-- == 0) {
                    arguments.endArgument();
                    unit.spend(arguments.rawEnd);
                    return checkCount(arguments, definition, use);
                } else if (c == ',' && nested == 0 && arguments.count < last) {
                    arguments.endArgument();
                    continue;
                }
            }
            arguments.add(token);
        }
    }

    private boolean checkCount(Arguments arguments, Definition definition, Token use) {
        int given = arguments.count;
        int wanted = definition.parameters;
        boolean oneEmpty = given == 1 && arguments.rawLength(0) == 0;
        if (wanted == 0 && oneEmpty) {
            return true;
        }
        boolean variadic = definition.macro.variadic();
        if (given < wanted && !(variadic && given + 1 == wanted) || given > wanted) {
            unit.report(Diagnostic.error("LB2031", use.blame(), "macro '" + use.text() + "' takes "
                            + (variadic ? "at least " + (wanted - 1) : wanted) + " arguments, but " + given + " are given")
                    .withNote("macro '" + use.text() + "' is defined here", definition.macro.definition()));
            return false;
        }
        // gcc (collect_args): with a single, variable parameter nothing between the parentheses counts as
        // left out, except under -std=c11.
        arguments.variableAbsent = variadic && (given < wanted || oneEmpty && !unit.options().strictIso());
        if (given < wanted) {
            arguments.endArgument();
        }
        return true;
    }

    // ---- argument expansion

    private void expand(Arguments arguments, int index) {
        int from = arguments.rawStart[index];
        int to = arguments.rawStart[index + 1];
        arguments.expandedStart[index] = arguments.expandedEnd;
        arguments.afterEmpty[index] = false;
        arguments.spaceAfter[index] = false;
        int plain = from;
        while (plain < to && staysAsItIs(arguments.raw[plain])) {
            arguments.addExpanded(arguments.raw[plain++]);
        }
        if (plain < to) {
            expandFrom(arguments, index, plain, to);
        }
        arguments.expandedStop[index] = arguments.expandedEnd;
    }

    private boolean staysAsItIs(Token token) {
        return token.kind() != TokenKind.IDENTIFIER || token.has(Token.NO_EXPAND)
                || unit.read(token).meaning == null;
    }

    private void expandFrom(Arguments arguments, int index, int from, int to) {
        boolean outerAfterEmpty = afterEmpty;
        boolean outerSpace = pendingSpace;
        openBarrier(arguments.raw, from, to);
        boolean first = arguments.expandedEnd == arguments.expandedStart[index];
        for (var token = read(); token != null; token = read()) {
            if (first) {
                arguments.afterEmpty[index] = lastAfterEmpty;
                first = false;
            }
            arguments.addExpanded(token);
        }
        arguments.spaceAfter[index] = afterEmpty && pendingSpace;
        closeBarrier();
        afterEmpty = outerAfterEmpty;
        pendingSpace = outerSpace;
    }
}
