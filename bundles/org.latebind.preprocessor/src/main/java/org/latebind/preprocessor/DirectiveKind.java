package org.latebind.preprocessor;

/** What a line that begins with {@code #} is. */
enum DirectiveKind {
    IF,
    IFDEF,
    IFNDEF,
    ELIF,
    ELIFDEF,
    ELIFNDEF,
    ELSE,
    ENDIF,
    DEFINE,
    UNDEF,
    INCLUDE,
    INCLUDE_NEXT,
    IMPORT,
    LINE,
    ERROR,
    WARNING,
    PRAGMA,
    IDENT,
    ASSERT,
    /** {@code # 12 "file"}, a line mark of an earlier preprocessor run. */
    LINE_MARK,
    /** A lone {@code #}. */
    EMPTY,
    UNKNOWN;

    static DirectiveKind of(String word) {
        return switch (word) {
            case "if" -> IF;
            case "ifdef" -> IFDEF;
            case "ifndef" -> IFNDEF;
            case "elif" -> ELIF;
            case "elifdef" -> ELIFDEF;
            case "elifndef" -> ELIFNDEF;
            case "else" -> ELSE;
            case "endif" -> ENDIF;
            case "define" -> DEFINE;
            case "undef" -> UNDEF;
            case "include" -> INCLUDE;
            case "include_next" -> INCLUDE_NEXT;
            case "import" -> IMPORT;
            case "line" -> LINE;
            case "error" -> ERROR;
            case "warning" -> WARNING;
            case "pragma" -> PRAGMA;
            case "ident", "sccs" -> IDENT;
            case "assert", "unassert" -> ASSERT;
            default -> UNKNOWN;
        };
    }

    boolean opensGroup() {
        return this == IF || this == IFDEF || this == IFNDEF;
    }

    boolean isAlternative() {
        return this == ELIF || this == ELIFDEF || this == ELIFNDEF || this == ELSE;
    }
}
