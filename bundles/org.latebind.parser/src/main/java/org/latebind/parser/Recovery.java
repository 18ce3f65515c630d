package org.latebind.parser;

/** Goes on after a syntax error, at the next place where something new can begin. */
final class Recovery {
    /** Errors in one parse; what comes after is skipped. */
    private static final int MAX_ERRORS = 100;

    private final Grammar grammar;
    private int errors;

    Recovery(Grammar grammar) {
        this.grammar = grammar;
    }

    /**
     * An error that a macro could put right gives up the whole deferred item.
     *
     * @param start where the statement begins that has the error
     */
    void giveUpIfUncertain(SyntaxError error, int start) {
        if (!grammar.guesses.isCertain(error) || grammar.guesses.mayBePrefix(start)) {
            throw error;
        }
    }

    /**
     * Reports an error and moves behind the end of the statement or member that began at {@code first}:
     * after its {@code ;}, or before the {@code }} of the block around it.
     */
    void afterStatement(SyntaxError error, int first) {
        var cursor = grammar.cursor;
        if (report(error)) {
            return;
        }
        cursor.moveTo(endOfStatement(Math.max(first, error.at()), braceDepth(first, error.at())));
        if (cursor.index() <= first && !cursor.at(Lexeme.CLOSE_BRACE)) {
            cursor.next();
        }
    }

    /** Reports an error and moves behind the declaration at file scope that began at {@code first}. */
    void afterDeclaration(SyntaxError error, int first) {
        var cursor = grammar.cursor;
        if (report(error)) {
            return;
        }
        int place = endOfStatement(Math.max(first, error.at()), braceDepth(first, error.at()));
        cursor.moveTo(place);
        cursor.accept(Lexeme.CLOSE_BRACE);
        if (cursor.index() <= first) {
            cursor.next();
        }
    }

    /** @return whether it was one too many, and the rest is skipped */
    private boolean report(SyntaxError error) {
        grammar.sink.report(error.diagnostic());
        boolean last = ++errors >= MAX_ERRORS;
        if (last) {
            grammar.cursor.moveTo(grammar.cursor.size());
        }
        return last;
    }

    private int braceDepth(int first, int error) {
        int depth = 0;
        for (int i = first; i < error; i++) {
            switch (grammar.cursor.at(i)) {
                case OPEN_BRACE -> depth++;
                case CLOSE_BRACE -> depth--;
                default -> { }
            }
        }
        return Math.max(0, depth);
    }

    /** From inside {@code depth} braces, the place after the {@code ;} that ends the statement around them. */
    private int endOfStatement(int from, int depth) {
        var cursor = grammar.cursor;
        int braces = depth;
        for (int i = from; i < cursor.size(); i++) {
            switch (cursor.at(i)) {
                case SEMICOLON -> {
                    if (braces == 0) {
                        return i + 1;
                    }
                }
                case OPEN_BRACE -> braces++;
                case CLOSE_BRACE -> {
                    if (braces == 0) {
                        return i;
                    }
                    if (--braces == 0 && !continuesAfterBrace(cursor.at(i + 1))) {
                        return i + 1;
                    }
                }
                default -> { }
            }
        }
        return cursor.size();
    }

    /** Initializers, statement expressions and tags go on after their brace; blocks do not. */
    private static boolean continuesAfterBrace(Lexeme next) {
        return switch (next) {
            case SEMICOLON, COMMA, CLOSE_PAREN, CLOSE_BRACKET, EQUAL, STAR, ELSE, ATTRIBUTE -> true;
            default -> false;
        };
    }
}
