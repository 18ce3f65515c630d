package org.latebind.preprocessor.lexer;

/** The punctuators of C11 6.4.6, longest first. */
final class Punctuators {
    private Punctuators() {}

    /** The punctuator at {@code i}, or null where there is none. */
    static String at(char[] t, int i) {
        return switch (t[i]) {
            case '[' -> "[";
            case ']' -> "]";
            case '(' -> "(";
            case ')' -> ")";
            case '{' -> "{";
            case '}' -> "}";
            case ';' -> ";";
            case ',' -> ",";
            case '?' -> "?";
            case '~' -> "~";
            case '.' -> t[i + 1] == '.' && t[i + 2] == '.' ? "..." : ".";
            case ':' -> t[i + 1] == '>' ? ":>" : ":";
            case '=' -> t[i + 1] == '=' ? "==" : "=";
            case '!' -> t[i + 1] == '=' ? "!=" : "!";
            case '*' -> t[i + 1] == '=' ? "*=" : "*";
            case '/' -> t[i + 1] == '=' ? "/=" : "/";
            case '^' -> t[i + 1] == '=' ? "^=" : "^";
            case '#' -> t[i + 1] == '#' ? "##" : "#";
            case '+' -> t[i + 1] == '+' ? "++" : t[i + 1] == '=' ? "+=" : "+";
            case '&' -> t[i + 1] == '&' ? "&&" : t[i + 1] == '=' ? "&=" : "&";
            case '|' -> t[i + 1] == '|' ? "||" : t[i + 1] == '=' ? "|=" : "|";
            case '-' -> minus(t[i + 1]);
            case '%' -> percent(t, i);
            case '<' -> less(t, i);
            case '>' -> greater(t, i);
            default -> null;
        };
    }

    private static String minus(char next) {
        return switch (next) {
            case '-' -> "--";
            case '=' -> "-=";
            case '>' -> "->";
            default -> "-";
        };
    }

    private static String percent(char[] t, int i) {
        return switch (t[i + 1]) {
            case '=' -> "%=";
            case '>' -> "%>";
            case ':' -> t[i + 2] == '%' && t[i + 3] == ':' ? "%:%:" : "%:";
            default -> "%";
        };
    }

    private static String less(char[] t, int i) {
        return switch (t[i + 1]) {
            case '<' -> t[i + 2] == '=' ? "<<=" : "<<";
            case '=' -> "<=";
            case ':' -> "<:";
            case '%' -> "<%";
            default -> "<";
        };
    }

    private static String greater(char[] t, int i) {
        return switch (t[i + 1]) {
            case '>' -> t[i + 2] == '=' ? ">>=" : ">>";
            case '=' -> ">=";
            default -> ">";
        };
    }
}
