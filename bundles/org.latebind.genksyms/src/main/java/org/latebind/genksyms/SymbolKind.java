package org.latebind.genksyms;

/** What a name stands for; also what a token of a declaration refers to. */
enum SymbolKind {
    /** A function or variable; as a token: just its text. */
    NORMAL("", ""),
    TYPEDEF("t#", "typedef"),
    ENUM("e#", "enum"),
    STRUCT("s#", "struct"),
    UNION("u#", "union"),
    CONSTANT("E#", "enum constant");

    private final String mark;
    private final String keyword;

    SymbolKind(String mark, String keyword) {
        this.mark = mark;
        this.keyword = keyword;
    }

    /** What a dump of types puts before the name. */
    String mark() {
        return mark;
    }

    String keyword() {
        return keyword;
    }

    /** Whether the name is in the name space of tags. */
    boolean isTag() {
        return this == ENUM || this == STRUCT || this == UNION;
    }
}
