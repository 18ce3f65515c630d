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

    public DiagnosticPrinter(SourceLines lines) {
        this.lines = lines;
    }

    /** The diagnostic as text that ends with a newline. */
    public String print(Diagnostic diagnostic) {
        var out = new StringBuilder();
        if (diagnostic.where().isKnown()) {
            out.append(diagnostic.where()).append(": ");
        }
        out.append(diagnostic.severity().label())
                .append('[').append(diagnostic.code()).append("]: ")
                .append(diagnostic.message()).append('\n');
        appendLine(out, diagnostic.where(), diagnostic.length());
        for (var note : diagnostic.notes()) {
            if (note.where().isKnown()) {
                out.append(note.where()).append(": ");
            }
            out.append("note: ").append(note.message()).append('\n');
            appendLine(out, note.where(), note.length());
        }
        diagnostic.help().ifPresent(help -> out.append("help: ").append(help).append('\n'));
        return out.toString();
    }

    private void appendLine(StringBuilder out, Position where, int length) {
        if (!where.isKnown()) {
            return;
        }
        lines.line(where.file(), where.line()).ifPresent(text -> {
            int place = Math.clamp(where.column() - 1, 0, text.length());
            int from = text.length() <= SHOWN ? 0 : Math.clamp(place - SHOWN / 2, 0, text.length() - SHOWN);
            int to = Math.min(text.length(), from + SHOWN);
            var shown = (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "");
            var before = (from > 0 ? "   " : "") + text.substring(from, place);
            out.append(String.format(Locale.ROOT, "%5d | %s%n", where.line(), shown));
            out.append("      | ").append(before.replaceAll("[^\t]", " ")).append('^')
                    .append("~".repeat(Math.clamp(length - 1, 0, Math.max(0, to - place - 1)))).append('\n');
        });
    }
}
