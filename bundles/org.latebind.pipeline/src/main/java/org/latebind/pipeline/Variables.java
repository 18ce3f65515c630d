package org.latebind.pipeline;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;

/** Replaces <code>${NAME}</code> and <code>${NAME:-DEFAULT}</code>. */
record Variables(Map<String, String> values) {
    private static final Pattern USE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)(?::-([^}]*))?}");
    /** Nothing that means something in a filter, so that a value cannot change what is asked. */
    private static final Pattern SAFE_IN_FILTER = Pattern.compile("[A-Za-z0-9._+-]*");
    private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);

    String replaceInFilter(String filter, Position where) {
        return replaceIn(filter, where, SAFE_IN_FILTER);
    }

    String replaceInOption(String value, Position where) {
        return replaceIn(value, where, ANYTHING);
    }

    private String replaceIn(String text, Position where, Pattern allowed) {
        return USE.matcher(text).replaceAll(use -> Matcher.quoteReplacement(value(use, where, allowed)));
    }

    private String value(MatchResult use, Position where, Pattern allowed) {
        var name = use.group(1);
        var value = values.get(name);
        if (value == null) {
            if (use.group(2) != null) {
                return use.group(2);
            }
            throw DiagnosticException.badInput(Diagnostic.error(
                            "LB9007", where, "the pipeline's variable '" + name + "' has no value")
                    .withHelp("set it in the shell with --set " + name + "=..., or give an input that determines it"));
        }
        if (!allowed.matcher(value).matches()) {
            throw DiagnosticException.badInput(Diagnostic.error(
                            "LB9007", where, "'" + value + "' is not an allowed value of variable '" + name + "'")
                    .withHelp("it is part of a filter: letters, digits and . _ + - are allowed"));
        }
        return value;
    }
}
