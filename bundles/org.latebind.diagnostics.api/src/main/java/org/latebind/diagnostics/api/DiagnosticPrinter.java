package org.latebind.diagnostics.api;

import java.util.Locale;

/**
 * Renders diagnostics as text.
 *
 * <pre>
 * drv.c:41:13: error[LB4004]: 'struct task_struct' has no member 'cpu'
 *    41 |   return t->cpu;
 *       |             ^~~
 * note: layout of 'struct task_struct' from include/linux/sched.h:739
 * help: did you mean 'wake_cpu'?
 * </pre>
 */
public final class DiagnosticPrinter {
    /** Characters of a source line that are shown, those around the place where it is longer. */
    private static final int SHOWN = 200;

    private final SourceLines lines;
    private final Style style;

    /** How the parts of a diagnostic are set off. */
    public enum Style {
        /** For files and pipes. */
        PLAIN,
        /** For terminals: colors, by ANSI escapes. */
        COLOR
    }

    private enum Part {
        ERROR("31"),
        WARNING("35"),
        NOTE("36"),
        HELP("32"),
        PLACE("");

        private final String color;

        Part(String color) {
            this.color = color;
        }
    }

    /** Prints without colors. */
    public DiagnosticPrinter(SourceLines lines) {
        this(lines, Style.PLAIN);
    }

    public DiagnosticPrinter(SourceLines lines, Style style) {
        this.lines = lines;
        this.style = style;
    }

    private String styled(Part part, String text) {
        var color = part.color.isEmpty() ? "" : ";" + part.color;
        return style == Style.PLAIN ? text : "\033[1" + color + "m" + text + "\033[0m";
    }

    /** The diagnostic as text that ends with a newline. */
    public String print(Diagnostic diagnostic) {
        var out = new StringBuilder();
        var part = diagnostic.severity() == Severity.ERROR ? Part.ERROR : Part.WARNING;
        appendPlace(out, diagnostic.where());
        out.append(styled(part, diagnostic.severity().label() + "[" + diagnostic.code() + "]:"))
                .append(' ').append(diagnostic.message()).append('\n');
        appendLine(out, diagnostic.where(), diagnostic.length(), part);
        for (var note : diagnostic.notes()) {
            appendPlace(out, note.where());
            out.append(styled(Part.NOTE, "note:")).append(' ').append(note.message()).append('\n');
            appendLine(out, note.where(), note.length(), Part.NOTE);
        }
        diagnostic.help().ifPresent(
                help -> out.append(styled(Part.HELP, "help:")).append(' ').append(help).append('\n'));
        return out.toString();
    }

    private void appendPlace(StringBuilder out, Position where) {
        if (where.isKnown()) {
            out.append(styled(Part.PLACE, where + ":")).append(' ');
        }
    }

    private void appendLine(StringBuilder out, Position where, int length, Part part) {
        if (!where.isKnown()) {
            return;
        }
        lines.line(where.file(), where.line()).ifPresent(text -> {
            int place = Math.clamp(where.column() - 1, 0, text.length());
            int from = text.length() <= SHOWN ? 0 : Math.clamp(place - SHOWN / 2, 0, text.length() - SHOWN);
            int to = Math.min(text.length(), from + SHOWN);
            var shown = (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "");
            var before = (from > 0 ? "   " : "") + text.substring(from, place);
            var caret = "^" + "~".repeat(Math.clamp(length - 1, 0, Math.max(0, to - place - 1)));
            out.append(String.format(Locale.ROOT, "%5d | %s%n", where.line(), shown));
            out.append("      | ").append(before.replaceAll("[^\t]", " ")).append(styled(part, caret)).append('\n');
        });
    }
}
