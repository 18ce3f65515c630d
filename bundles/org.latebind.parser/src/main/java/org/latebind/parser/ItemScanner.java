package org.latebind.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.latebind.token.api.Token;

/**
 * Finds where a declaration of a module file ends, before it is parsed, along one path through its
 * conditionals.
 *
 * <p>A declaration ends with its {@code ;}, with the brace of a function's body, or, as a macro
 * without a semicolon, where its line ends: {@code module_init(f)}. It never ends inside a
 * conditional that it does not begin in.
 */
final class ItemScanner {
    /** The declaration does not end where the branch or file does. */
    static final class Unfinished extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int opening;

        Unfinished(int opening) {
            super("unfinished", null, false, false);
            this.opening = opening;
        }

        /** The innermost bracket left open, or -1. */
        int opening() {
            return opening;
        }
    }

    private final TokenCursor cursor;
    private final Directives directives;
    private final Deque<Directives.Group> conditionals = new ArrayDeque<>();
    private final Deque<Integer> brackets = new ArrayDeque<>();
    private Optional<Integer> mismatch = Optional.empty();
    private Progress progress;

    /** What the declaration has shown so far, outside of brackets. */
    private static final class Progress {
        final int first;
        int tag = -1;
        int group = -1;
        boolean equal;
        boolean functionBody;

        Progress(int first) {
            this.first = first;
        }
    }

    ItemScanner(TokenCursor cursor) {
        this.cursor = cursor;
        this.directives = cursor.directives();
    }

    /** A closing bracket that fits no opening one, if the last scan met one. */
    Optional<Integer> mismatch() {
        return mismatch;
    }

    /**
     * The end of the item that begins at {@code from}.
     *
     * @param branch which branch of the conditional at {@code from}, if one is there, the path takes
     * @throws Unfinished where it does not end before {@code limit}
     */
    int end(int from, int limit, int branch) {
        conditionals.clear();
        brackets.clear();
        mismatch = Optional.empty();
        progress = new Progress(from);
        int place = from;
        boolean complete = false;
        while (place < limit) {
            if (cursor.rawAt(place) == Lexeme.DIRECTIVE) {
                boolean wasOpen = !conditionals.isEmpty();
                place = directive(place, place == from ? branch : -1);
                if (wasOpen && conditionals.isEmpty() && complete) {
                    return place;
                }
                continue;
            }
            complete = token(place);
            place = progress.first > place ? progress.first : place + 1;
            if (complete && conditionals.isEmpty()) {
                return place;
            }
        }
        if (complete) {
            return place;
        }
        throw new Unfinished(brackets.isEmpty() ? -1 : brackets.peek());
    }

    /** @return where the path goes on */
    private int directive(int place, int branch) {
        var group = directives.groupAt(place);
        if (group.isPresent()) {
            conditionals.push(group.get());
            return group.get().branches().get(branch >= 0 ? branch : path(group.get())).first();
        }
        var line = directives.lineAt(place);
        boolean endsBranch = line.name().startsWith("el") || line.name().equals("endif");
        return endsBranch && !conditionals.isEmpty() ? conditionals.pop().end() : line.end();
    }

    /** The first branch that can be taken. */
    private int path(Directives.Group group) {
        boolean skip = directives.isNeverTaken(group.branches().getFirst()) && group.branches().size() > 1;
        return skip ? 1 : 0;
    }

    /** @return whether a declaration ends with this token */
    private boolean token(int place) {
        var lexeme = cursor.rawAt(place);
        boolean outside = brackets.isEmpty();
        switch (lexeme) {
            case OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE -> {
                if (outside) {
                    open(place, lexeme);
                }
                brackets.push(place);
            }
            case CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE -> {
                return close(place, lexeme);
            }
            case SEMICOLON -> {
                return outside && finish(place + 1);
            }
            case STRUCT, UNION, ENUM -> {
                if (outside) {
                    progress.tag = place;
                    progress.group = -1;
                }
            }
            case EQUAL -> progress.equal |= outside;
            default -> { }
        }
        return false;
    }

    private boolean finish(int next) {
        progress = new Progress(next);
        return true;
    }

    private void open(int place, Lexeme lexeme) {
        if (lexeme == Lexeme.OPEN_PAREN) {
            var before = cursor.rawAt(place - 1);
            boolean attribute = before == Lexeme.ATTRIBUTE || before == Lexeme.ALIGNAS || before == Lexeme.TYPEOF
                    || before == Lexeme.TYPEOF_UNQUAL || before == Lexeme.ASM;
            if (!attribute && progress.group < 0) {
                progress.group = place;
            }
        } else if (lexeme == Lexeme.OPEN_BRACE) {
            progress.functionBody = isFunctionBody();
            progress.tag = -1;
        }
    }

    private boolean isFunctionBody() {
        if (progress.equal) {
            return false;
        }
        if (progress.tag >= 0) {
            return progress.group >= 0 && !isConstant(cursor.rawAt(progress.group + 1));
        }
        return true;
    }

    /** {@code struct s __aligned(8) \{}: what begins so is no parameter list. */
    private static boolean isConstant(Lexeme lexeme) {
        return lexeme == Lexeme.NUMBER || lexeme == Lexeme.STRING;
    }

    private boolean close(int place, Lexeme lexeme) {
        while (!brackets.isEmpty() && !matches(cursor.rawAt(brackets.peek()), lexeme)) {
            if (brackets.stream().noneMatch(open -> matches(cursor.rawAt(open), lexeme))) {
                mismatch = mismatch.or(() -> Optional.of(place));
                return false;
            }
            mismatch = mismatch.or(() -> Optional.of(place));
            brackets.pop();
        }
        if (brackets.isEmpty()) {
            mismatch = mismatch.or(() -> Optional.of(place));
            return finish(place + 1);
        }
        brackets.pop();
        if (!brackets.isEmpty()) {
            return false;
        }
        if (lexeme == Lexeme.CLOSE_BRACE && progress.functionBody) {
            return finish(place + 1);
        }
        return lexeme == Lexeme.CLOSE_PAREN && closeParenthesis(place);
    }

    private static boolean matches(Lexeme open, Lexeme close) {
        return switch (close) {
            case CLOSE_PAREN -> open == Lexeme.OPEN_PAREN;
            case CLOSE_BRACKET -> open == Lexeme.OPEN_BRACKET;
            default -> open == Lexeme.OPEN_BRACE;
        };
    }

    private boolean closeParenthesis(int place) {
        int body = progress.equal ? -1 : OldStyle.body(cursor, place + 1);
        if (body >= 0) {
            int depth = 0;
            for (int i = body; i < cursor.size(); i++) {
                depth += cursor.rawAt(i) == Lexeme.OPEN_BRACE ? 1 : cursor.rawAt(i) == Lexeme.CLOSE_BRACE ? -1 : 0;
                if (depth == 0) {
                    return finish(i + 1);
                }
            }
        }
        return isMacroAlone(place + 1) && finish(place + 1);
    }

    /** Storage words, a name and its arguments, and then a line that begins something else. */
    private boolean isMacroAlone(int next) {
        int place = progress.first;
        while (cursor.rawAt(place).role() == Lexeme.Role.STORAGE) {
            place++;
        }
        if (cursor.rawAt(place) != Lexeme.IDENTIFIER || progress.group != place + 1
                || NameShapes.isAttributeLike(cursor.rawToken(place).text())) {
            return false;
        }
        var lexeme = cursor.rawAt(next);
        return lexeme == Lexeme.END || lexeme == Lexeme.DIRECTIVE
                || lexeme.isWord() && cursor.rawToken(next).has(Token.LINE_START);
    }
}
