package org.latebind.preprocessor;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * Argument substitution with {@code #}, {@code ##} and {@code __VA_OPT__} (C11 6.10.3.1 to 6.10.3.3),
 * as gcc's replace_args orders it.
 */
final class Substitution {
    private final UnitState unit;
    private final Definition definition;
    private final Arguments arguments;
    private final Expansion expansion;
    private final Context out;
    /** The last token of {@link #out} is the left operand of a {@code ##} that comes next. */
    private boolean pasting;
    /** White space of things replaced by nothing. */
    private boolean pendingSpace;

    Substitution(UnitState unit, Definition definition, Arguments arguments, Expansion expansion, Context out) {
        this.unit = unit;
        this.definition = definition;
        this.arguments = arguments;
        this.expansion = expansion;
        this.out = out;
    }

    /** @param spaceBefore white space before the macro's name, which the first token takes over */
    void run(boolean spaceBefore) {
        substitute(0, definition.length());
        if (out.end == 0) {
            out.spaceAfter = pendingSpace;
            return;
        }
        out.spaceAfter = pendingSpace;
        var first = out.tokens[0];
        if (first.has(Token.SPACE_BEFORE) != spaceBefore) {
            out.tokens[0] = first.withFlags(first.flags() ^ Token.SPACE_BEFORE);
        }
    }

    private void substitute(int from, int to) {
        for (int i = from; i < to; i++) {
            int mode = definition.mode[i];
            if ((mode & Definition.OPTIONAL) != 0) {
                optional(i, mode);
                i = definition.optionEnd[i] - 1;
            } else if (definition.parameter[i] < 0) {
                single(stamped(definition.body[i]), i, mode);
            } else if ((mode & Definition.STRINGIFY) != 0) {
                single(string(i), i, mode);
            } else if ((mode & (Definition.PASTE_NEXT | Definition.PASTE_PREVIOUS)) != 0) {
                operand(i, mode);
            } else {
                expandedArgument(i);
            }
        }
    }

    private Token stamped(Token token) {
        return new Token(token.kind(), token.text(), token.file(), token.line(), token.column(), token.flags(), expansion);
    }

    private Token string(int element) {
        int index = definition.parameter[element];
        var place = definition.body[element];
        unit.spell(Stringify.length(arguments.raw, arguments.rawStart[index], arguments.rawStart[index + 1]));
        var text = Stringify.spelling(arguments.raw, arguments.rawStart[index], arguments.rawStart[index + 1]);
        return new Token(TokenKind.STRING, text, place.file(), place.line(), place.column(), place.flags(), expansion);
    }

    /** One token, pasted to the one before where {@code ##} stands between them. */
    private void single(Token token, int element, int mode) {
        if (pasting) {
            paste(token, element);
        } else {
            append(token);
        }
        pasting = (mode & Definition.PASTE_NEXT) != 0;
    }

    private void append(Token token) {
        if (pendingSpace) {
            pendingSpace = false;
            out.add(token.has(Token.SPACE_BEFORE) ? token : token.withFlags(token.flags() | Token.SPACE_BEFORE));
        } else {
            out.add(token);
        }
    }

    private void paste(Token right, int element) {
        var left = out.tokens[out.end - 1];
        unit.spell((long) left.text().length() + right.text().length());
        var text = left.text().concat(right.text());
        var kind = Paste.kind(left, right, text);
        if (kind == null) {
            unit.report(Diagnostic.error("LB2032", expansion.outermostUse(), "'##' of '" + left.text() + "' and '"
                            + right.text() + "' in macro '" + expansion.macro() + "' does not form a valid token")
                    .withNote("the '##' is here", definition.body[element].position()));
            append(right);
            return;
        }
        var place = definition.body[element];
        int flags = left.flags() & Token.SPACE_BEFORE;
        out.tokens[out.end - 1] =
                new Token(kind, text, place.file(), place.line(), place.column(), flags, expansion);
    }

    /** A parameter next to {@code ##}: its argument as written; an empty one is a placemarker. */
    private void operand(int element, int mode) {
        int index = definition.parameter[element];
        int from = arguments.rawStart[index];
        int to = arguments.rawStart[index + 1];
        boolean right = (mode & Definition.PASTE_PREVIOUS) != 0;
        if (right && isCommaBeforeVariable(element, index)) {
            afterComma(index, from, to, mode);
            return;
        }
        boolean next = (mode & Definition.PASTE_NEXT) != 0;
        if (from == to) {
            if (!right) {
                pendingSpace |= definition.body[element].has(Token.SPACE_BEFORE);
            }
            pasting = next && right && pasting;
            return;
        }
        int i = from;
        if (pasting) {
            paste(arguments.raw[i++], element);
        } else {
            append(right ? arguments.raw[i++] : asFirst(arguments.raw[i++], element, false));
        }
        while (i < to) {
            append(arguments.raw[i++]);
        }
        pasting = next;
    }

    /** GNU: {@code , ## args} at the variable parameter. */
    private boolean isCommaBeforeVariable(int element, int index) {
        return definition.macro.variadic() && index == definition.parameters - 1 && pasting
                && definition.parameter[element - 1] < 0 && definition.body[element - 1].isPunctuator(",");
    }

    private void afterComma(int index, int from, int to, int mode) {
        if (arguments.variableAbsent) {
            out.end--;
        } else {
            for (int i = from; i < to; i++) {
                append(arguments.raw[i]);
            }
        }
        pasting = (mode & Definition.PASTE_NEXT) != 0 && from < to;
    }

    private void expandedArgument(int element) {
        int index = definition.parameter[element];
        int from = arguments.expandedStart[index];
        int to = arguments.expandedStop[index];
        pasting = false;
        if (from == to) {
            pendingSpace |= definition.body[element].has(Token.SPACE_BEFORE);
            return;
        }
        append(asFirst(arguments.expanded[from], element, arguments.afterEmpty[index]));
        for (int i = from + 1; i < to; i++) {
            append(arguments.expanded[i]);
        }
        pendingSpace |= arguments.spaceAfter[index];
    }

    /** An argument's first token takes the parameter's white space. */
    private Token asFirst(Token token, int element, boolean orItsOwn) {
        boolean space = definition.body[element].has(Token.SPACE_BEFORE) || orItsOwn && token.has(Token.SPACE_BEFORE);
        return token.has(Token.SPACE_BEFORE) == space ? token : token.withFlags(token.flags() ^ Token.SPACE_BEFORE);
    }

    private void optional(int element, int mode) {
        int variable = definition.parameters - 1;
        boolean present = arguments != null && arguments.expandedStop[variable] > arguments.expandedStart[variable];
        boolean next = (mode & Definition.PASTE_NEXT) != 0;
        int before = out.end;
        if (present) {
            substitute(element + 2, definition.optionEnd[element] - 1);
        }
        if (out.end == before) {
            pasting &= next;
        } else {
            pasting = next;
        }
    }
}
