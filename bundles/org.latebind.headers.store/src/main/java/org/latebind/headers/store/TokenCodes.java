package org.latebind.headers.store;

import org.latebind.token.api.TokenKind;

/** How token kinds are written; the numbers belong to the format and do not change with the enum. */
final class TokenCodes {
    private TokenCodes() {}

    static int code(TokenKind kind) {
        return switch (kind) {
            case IDENTIFIER -> 0;
            case NUMBER -> 1;
            case CHARACTER -> 2;
            case STRING -> 3;
            case PUNCTUATOR -> 4;
            case HEADER_NAME -> 5;
            case OTHER -> 6;
            case PRAGMA -> 7;
            case END -> 8;
        };
    }

    static TokenKind kind(int code, String section) {
        return switch (code) {
            case 0 -> TokenKind.IDENTIFIER;
            case 1 -> TokenKind.NUMBER;
            case 2 -> TokenKind.CHARACTER;
            case 3 -> TokenKind.STRING;
            case 4 -> TokenKind.PUNCTUATOR;
            case 5 -> TokenKind.HEADER_NAME;
            case 6 -> TokenKind.OTHER;
            case 7 -> TokenKind.PRAGMA;
            case 8 -> TokenKind.END;
            default -> throw Damage.in(section, "it has a token of unknown kind " + code);
        };
    }
}
