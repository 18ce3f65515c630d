package org.latebind.genksyms;

/** What the grammars are about. */
enum Terminal {
    END,
    /** Stands for what could not be parsed. */
    ERROR,
    /** Whatever no grammar mentions. */
    OTHER,

    // Keywords.
    AUTO, BOOL, VECTOR_OR_INT128, CHAR, CONST, DOUBLE, ENUM, EXTERN, EXTENSION, FLOAT, INLINE, INT, LONG, REGISTER,
    RESTRICT, SHORT, SIGNED, STATIC, STRUCT, TYPEDEF, UNION, UNSIGNED, VOID, VOLATILE, TYPEOF, VA_LIST, SEGMENT,
    EXPORT,

    // Whole phrases, by the keyword or bracket that they begin with.
    ASM_PHRASE, ATTRIBUTE_PHRASE, TYPEOF_PHRASE, BRACE_PHRASE, BRACKET_PHRASE, EXPRESSION_PHRASE, STATIC_ASSERT_PHRASE,

    IDENTIFIER, TYPE, DOTS,

    // Punctuation.
    SEMICOLON, OPEN_BRACE, CLOSE_BRACE, OPEN, CLOSE, COMMA, STAR, EQUALS, COLON;

    /** That of a single character. */
    static Terminal of(char character) {
        return switch (character) {
            case ';' -> SEMICOLON;
            case '{' -> OPEN_BRACE;
            case '}' -> CLOSE_BRACE;
            case '(' -> OPEN;
            case ')' -> CLOSE;
            case ',' -> COMMA;
            case '*' -> STAR;
            case '=' -> EQUALS;
            case ':' -> COLON;
            default -> OTHER;
        };
    }
}
