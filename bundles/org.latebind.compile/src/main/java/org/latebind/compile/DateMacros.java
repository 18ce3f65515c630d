package org.latebind.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.UnitPlan;
import org.latebind.token.api.Token;

/**
 * Refuses {@code __DATE__} and its like where every link would: all kernels are built with {@code -Werror=date-time}.
 * Text of a conditional may be left out, and is a link's to judge; so is a macro that such text alone uses.
 */
final class DateMacros {
    private static final Set<String> NAMES = Set.of("__DATE__", "__TIME__", "__TIMESTAMP__");
    private static final Set<String> OPENING = Set.of("if", "ifdef", "ifndef");

    private final List<DeferredFile> files;
    private final Set<String> redefined;

    DateMacros(List<DeferredFile> files, List<UnitPlan> units) {
        this.files = files;
        this.redefined = new ModuleMacros(files, units).names();
    }

    void check(List<UnitPlan> units, DiagnosticSink sink) {
        var sources = new HashSet<String>();
        units.forEach(unit -> sources.add(unit.source()));
        var dates = new HashSet<>(NAMES);
        dates.removeAll(redefined);
        var macros = dateMacros(dates);
        for (var file : files) {
            if (sources.contains(file.path())) {
                check(file.tokens().tokens(), dates, macros, sink);
            }
        }
    }

    /** Macros whose only definition, outside of conditionals, has a date in it. */
    private Set<String> dateMacros(Set<String> dates) {
        var found = new HashSet<String>();
        var unsure = new HashSet<String>();
        for (var file : files) {
            var tokens = file.tokens().tokens();
            int depth = isGuarded(tokens) ? -1 : 0;
            for (int i = 0; i + 2 < tokens.size(); i++) {
                if (!isDirective(tokens, i)) {
                    continue;
                }
                depth += change(tokens.get(i + 1).text());
                if (tokens.get(i + 1).isIdentifier("define") || tokens.get(i + 1).isIdentifier("undef")) {
                    var name = tokens.get(i + 2).text();
                    boolean dated = tokens.subList(i + 3, Math.max(i + 3, ComputedIncludes.endOfLine(tokens, i))).stream()
                            .anyMatch(token -> dates.contains(token.text()));
                    if (!dated || depth > 0) {
                        unsure.add(name);
                    } else {
                        found.add(name);
                    }
                }
            }
        }
        found.removeAll(unsure);
        return found;
    }

    private static void check(List<Token> tokens, Set<String> dates, Set<String> macros, DiagnosticSink sink) {
        int depth = isGuarded(tokens) ? -1 : 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (isDirective(tokens, i)) {
                depth += i + 1 < tokens.size() ? change(tokens.get(i + 1).text()) : 0;
                i = ComputedIncludes.endOfLine(tokens, i) - 1;
            } else if (depth <= 0 && (dates.contains(tokens.get(i).text()) || macros.contains(tokens.get(i).text()))) {
                report(tokens.get(i), dates, sink);
            }
        }
    }

    private static void report(Token use, Set<String> dates, DiagnosticSink sink) {
        boolean itself = dates.contains(use.text());
        sink.report(Diagnostic.error("LB2034", use.position(), itself
                        ? "'" + use.text() + "' is not supported"
                        : "'" + use.text() + "' has the date or time of the compilation in it, which is not supported")
                .withLength(use.text().length())
                .withHelp("kernels are built with -Werror=date-time: the same source has to give the same module; "
                        + "pass a fixed text" + (itself ? " with -D" + use.text() + "='\"...\"'" : "")));
    }

    private static boolean isDirective(List<Token> tokens, int i) {
        return tokens.get(i).has(Token.LINE_START) && tokens.get(i).isPunctuator("#");
    }

    private static int change(String directive) {
        return OPENING.contains(directive) ? 1 : directive.equals("endif") ? -1 : 0;
    }

    private static boolean isGuarded(List<Token> tokens) {
        return tokens.size() > 5 && tokens.get(0).isPunctuator("#") && tokens.get(1).isIdentifier("ifndef")
                && tokens.get(3).isPunctuator("#") && tokens.get(4).isIdentifier("define")
                && tokens.get(5).text().equals(tokens.get(2).text());
    }
}
