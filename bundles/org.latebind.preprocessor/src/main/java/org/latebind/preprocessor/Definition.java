package org.latebind.preprocessor;

import java.util.HashMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.token.api.Macro;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * A macro made ready for replacement: operators taken out of the body and noted at their operands.
 *
 * <pre>
 * #define F(a, b) x a ## b #a      body  x  a           b           a
 *                                  mode     PASTE_NEXT  PASTE_PREV  STRINGIFY
 * </pre>
 *
 * Immutable, so shared by translation units.
 */
final class Definition {
    static final int STRINGIFY = 1;
    static final int PASTE_NEXT = 2;
    static final int PASTE_PREVIOUS = 4;
    /** The element is {@code __VA_OPT__}; its content follows up to {@link #optionEnd}. */
    static final int OPTIONAL = 8;

    private static final Token[] NO_TOKENS = {};

    final Macro macro;
    final int parameters;
    final Token[] body;
    /** Per element: index of the parameter it is, or -1. */
    final short[] parameter;
    final byte[] mode;
    /** Whether body elements can be used as they are: no parameters, no {@code ##}. */
    final boolean plain;
    /**
     * Parameters whose arguments are replaced by their expansion, in the order of first use: gcc
     * expands arguments in that order, which {@code __COUNTER__} can tell.
     */
    final int[] expanded;
    /** Per element that is {@code __VA_OPT__}: index after its content; null without any. */
    final int[] optionEnd;

    /** Elements found so far, while the definition is made. */
    private int length;

    Definition(Macro macro, DiagnosticSink sink) {
        this.macro = macro;
        this.parameters = macro.parameters().size();
        int size = macro.body().size();
        var tokens = size == 0 ? NO_TOKENS : new Token[size];
        this.parameter = new short[size];
        this.mode = new byte[size];
        this.plain = compile(tokens, sink);
        this.optionEnd = matchOptions(tokens, sink);
        this.expanded = expandedParameters();
        this.body = length == size ? tokens : java.util.Arrays.copyOf(tokens, length);
    }

    int length() {
        return body.length;
    }

    private boolean compile(Token[] tokens, DiagnosticSink sink) {
        var indices = new HashMap<String, Integer>();
        for (int i = 0; i < parameters; i++) {
            indices.put(macro.parameters().get(i), i);
        }
        boolean simple = true;
        int stringifyFlags = -1;
        Token operator = null;
        var source = macro.body();
        for (int i = 0; i < source.size(); i++) {
            var token = source.get(i);
            if (isPaste(token)) {
                simple = false;
                if (length == 0 || i == source.size() - 1) {
                    sink.report(Diagnostic.error("LB2020", token.position(),
                            "'##' is at an end of the replacement of macro '" + macro.name() + "'"));
                } else {
                    mode[length - 1] |= PASTE_NEXT;
                }
                continue;
            }
            if (macro.isFunctionLike() && operator == null && isHash(token)) {
                operator = token;
                stringifyFlags = token.flags();
                simple = false;
                continue;
            }
            Integer index = token.kind() == TokenKind.IDENTIFIER ? indices.get(token.text()) : null;
            boolean option = isOption(token);
            int flags = token.flags() & Token.SPACE_BEFORE;
            if (operator != null) {
                if (index == null) {
                    sink.report(Diagnostic.error("LB2021", operator.position(),
                            "'#' is not followed by a parameter of macro '" + macro.name() + "'"));
                } else {
                    mode[length] |= STRINGIFY;
                    flags |= stringifyFlags & Token.SPACE_BEFORE;
                }
                operator = null;
            }
            if (option) {
                mode[length] |= OPTIONAL;
            }
            simple &= index == null && !option;
            parameter[length] = index == null ? -1 : (short) (int) index;
            tokens[length] = token.flags() == flags ? token : token.withFlags(flags);
            if (length > 0 && (mode[length - 1] & PASTE_NEXT) != 0) {
                mode[length] |= PASTE_PREVIOUS;
            }
            length++;
        }
        if (operator != null) {
            sink.report(Diagnostic.error("LB2021", operator.position(),
                    "'#' is not followed by a parameter of macro '" + macro.name() + "'"));
        }
        return simple;
    }

    private static boolean isPaste(Token token) {
        return token.kind() == TokenKind.PUNCTUATOR && (token.text().equals("##") || token.text().equals("%:%:"));
    }

    private static boolean isHash(Token token) {
        return token.kind() == TokenKind.PUNCTUATOR && (token.text().equals("#") || token.text().equals("%:"));
    }

    private boolean isOption(Token token) {
        return macro.variadic() && token.isIdentifier("__VA_OPT__");
    }

    private int[] expandedParameters() {
        var order = new java.util.LinkedHashSet<Integer>();
        for (int i = 0; i < length; i++) {
            if ((mode[i] & OPTIONAL) != 0) {
                order.add(parameters - 1);
            } else if (parameter[i] >= 0 && (mode[i] & (STRINGIFY | PASTE_NEXT | PASTE_PREVIOUS)) == 0) {
                order.add((int) parameter[i]);
            }
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] matchOptions(Token[] tokens, DiagnosticSink sink) {
        int[] ends = null;
        for (int i = 0; i < length; i++) {
            if ((mode[i] & OPTIONAL) == 0) {
                continue;
            }
            int close = closing(tokens, i + 1);
            if (close < 0) {
                sink.report(Diagnostic.error("LB2022", tokens[i].position(), "__VA_OPT__ is not followed by (...)"));
                mode[i] &= ~OPTIONAL;
                continue;
            }
            if (ends == null) {
                ends = new int[length];
            }
            ends[i] = close + 1;
            mode[i] |= (byte) (mode[close] & PASTE_NEXT);
            mode[close] &= ~PASTE_NEXT;
        }
        return ends;
    }

    private int closing(Token[] tokens, int open) {
        if (open >= length || !tokens[open].isPunctuator("(")) {
            return -1;
        }
        int depth = 0;
        for (int i = open; i < length; i++) {
            if (tokens[i].isPunctuator("(")) {
                depth++;
            } else if (tokens[i].isPunctuator(")") && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
