package org.latebind.token.api;

/** Kinds of preprocessing tokens, C11 6.4. Keywords are identifiers until the parser looks at them. */
public enum TokenKind {
    IDENTIFIER,
    /** A preprocessing number, C11 6.4.8. */
    NUMBER,
    /** A character constant with its prefix and quotes. */
    CHARACTER,
    /** A string literal with its prefix and quotes. */
    STRING,
    /** A punctuator, digraphs spelled as written. */
    PUNCTUATOR,
    /** A header name in angle brackets, only in an include directive. */
    HEADER_NAME,
    /** A character that is none of the above; an error unless skipped or stringified. */
    OTHER,
    /** A {@code #pragma} that the parser has to see; the text is what follows {@code #pragma}. */
    PRAGMA,
    /** The end of the stream; its position is the last line of the main file. */
    END
}
