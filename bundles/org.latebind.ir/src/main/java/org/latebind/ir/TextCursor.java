package org.latebind.ir;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;

/** Reads IR text from left to right. */
final class TextCursor {
    private static final SourceFile IR = new SourceFile("(deferred IR)", Origin.BUILT_IN);

    private final String text;
    private int at;

    TextCursor(String text) {
        this.text = text;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    boolean atEnd() {
        skipSpace();
        return at == text.length();
    }

    boolean accept(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char c) {
        if (!accept(c)) {
            throw wrong("expected '" + c + "'");
        }
    }

    /** Letters, digits and underscores. */
    String word() {
        skipSpace();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (start == at) {
            throw wrong("expected a word");
        }
        return text.substring(start, at);
    }

    void expectWord(String wanted) {
        skipSpace();
        if (!text.startsWith(wanted, at)) {
            throw wrong("expected '" + wanted + "'");
        }
        at += wanted.length();
    }

    /** The bar between a line's number and its text. */
    void expectBar() {
        if (at >= text.length() || text.charAt(at) != '|') {
            throw wrong("expected '|'");
        }
        at++;
    }

    boolean acceptWord(String wanted) {
        skipSpace();
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }

    int number() {
        skipSpace();
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        try {
            return Integer.parseInt(text, start, at, 10);
        } catch (NumberFormatException e) {
            throw wrong("expected a number");
        }
    }

    String quoted() {
        expect('"');
        int start = at;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw wrong("unterminated text");
        }
        try {
            return Quoting.unescape(text.substring(start, at++));
        } catch (NumberFormatException e) {
            throw wrong("bad escape");
        }
    }

    /** The rest of the line, its end taken too. */
    String restOfLine() {
        int end = text.indexOf('\n', at);
        int stop = end < 0 ? text.length() : end;
        var line = text.substring(at, stop);
        at = end < 0 ? stop : end + 1;
        return line;
    }

    DiagnosticException wrong(String message) {
        int line = 1 + (int) text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
        int column = Math.min(at, text.length()) - text.lastIndexOf('\n', Math.min(at, text.length()) - 1);
        return DiagnosticException.badInput(Diagnostic.error("LB1102", new Position(IR, line, column), message)
                .withHelp("the text is damaged or of another version; compile the module again"));
    }
}
