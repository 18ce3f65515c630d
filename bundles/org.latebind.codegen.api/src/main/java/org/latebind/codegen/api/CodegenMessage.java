package org.latebind.codegen.api;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.Severity;

/**
 * Something code generation found out about the module.
 *
 * @param code {@code LB7nnn}
 * @param function the function in which it was found, empty when not known
 * @param location the cookie of the {@code !srcloc} concerned, when there is one
 */
public record CodegenMessage(
        Severity severity, String code, String text, Optional<String> function, OptionalInt location) {
    public CodegenMessage {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(code);
        Objects.requireNonNull(text);
        Objects.requireNonNull(function);
        Objects.requireNonNull(location);
    }

    /** An error without a place. */
    public static CodegenMessage error(String code, String text) {
        return new CodegenMessage(Severity.ERROR, code, text, Optional.empty(), OptionalInt.empty());
    }

    /** This message for the user; {@code positions} is the table of whoever made the cookies. */
    public Diagnostic toDiagnostic(IntFunction<Position> positions) {
        var where = location.isPresent() ? positions.apply(location.getAsInt()) : Position.NONE;
        var inFunction = function.map(name -> " (in function '" + name + "')").orElse("");
        return severity == Severity.ERROR
                ? Diagnostic.error(code, where, text + inFunction)
                : Diagnostic.warning(code, where, text + inFunction);
    }
}
