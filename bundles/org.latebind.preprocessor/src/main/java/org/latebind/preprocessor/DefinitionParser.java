package org.latebind.preprocessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.token.api.Macro;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** Reads what follows {@code #define} (C11 6.10.3, GNU named variable arguments). */
final class DefinitionParser {
    private final Token[] tokens;
    private final int end;
    private final DiagnosticSink sink;
    private int at;
    private boolean variadic;

    private DefinitionParser(Token[] tokens, int start, int end, DiagnosticSink sink) {
        this.tokens = tokens;
        this.at = start;
        this.end = end;
        this.sink = sink;
    }

    /** @param directive where to point when the line ends too early */
    static Optional<Macro> parse(Token[] tokens, int start, int end, Position directive, DiagnosticSink sink) {
        return new DefinitionParser(tokens, start, end, sink).parse(directive);
    }

    private Optional<Macro> parse(Position directive) {
        if (at == end || tokens[at].kind() != TokenKind.IDENTIFIER) {
            return error(at == end ? directive : tokens[at].position(), "a macro definition needs a name");
        }
        var name = tokens[at++];
        if (name.text().equals("defined") || name.text().equals("__VA_ARGS__") || name.text().equals("__VA_OPT__")) {
            return error(name.position(), "'" + name.text() + "' cannot be a macro's name");
        }
        var parameters = new ArrayList<String>();
        boolean function = at < end && tokens[at].isPunctuator("(") && !tokens[at].has(Token.SPACE_BEFORE);
        if (function && !parameters(parameters)) {
            return error(name.position(), "the parameter list of macro '" + name.text() + "' is not well formed");
        }
        var body = Arrays.asList(tokens).subList(at, end);
        return Optional.of(new Macro(name.text(), function ? Macro.Form.FUNCTION : Macro.Form.OBJECT, parameters,
                variadic, body, name.position()));
    }

    private boolean parameters(List<String> names) {
        at++;
        if (at < end && tokens[at].isPunctuator(")")) {
            at++;
            return true;
        }
        while (at < end) {
            if (!parameter(names) || at == end) {
                return false;
            }
            var separator = tokens[at++];
            if (separator.isPunctuator(")")) {
                return true;
            }
            if (variadic || !separator.isPunctuator(",")) {
                return false;
            }
        }
        return false;
    }

    private boolean parameter(List<String> names) {
        var token = tokens[at++];
        if (token.isPunctuator("...")) {
            variadic = true;
            names.add("__VA_ARGS__");
            return true;
        }
        if (token.kind() != TokenKind.IDENTIFIER || names.contains(token.text()) || token.text().equals("__VA_ARGS__")) {
            return false;
        }
        names.add(token.text());
        if (at < end && tokens[at].isPunctuator("...")) {
            at++;
            variadic = true;
        }
        return true;
    }

    private Optional<Macro> error(Position where, String message) {
        sink.report(Diagnostic.error("LB2019", where, message));
        return Optional.empty();
    }
}
