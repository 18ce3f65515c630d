package org.latebind.make;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.latebind.diagnostics.api.Position;

/** Cuts text into logical lines: a physical line that ends with an odd number of backslashes continues. */
final class LineReader {
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private LineReader() {}

    static List<Line> read(String text, IntFunction<Position> places) {
        var lines = new ArrayList<Line>();
        var open = new StringBuilder();
        int number = 1;
        int first = 1;
        int start = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            open.append(text, start, end > start && newline >= 0 && text.charAt(end - 1) == '\r' ? end - 1 : end);
            if (newline >= 0 && continues(open)) {
                open.append('\n');
            } else {
                var raw = open.toString();
                lines.add(new Line(places.apply(first), raw, StatementParser.parse(raw)));
                open.setLength(0);
                first = number + 1;
            }
            start = end + 1;
            number++;
        }
        if (!open.isEmpty()) {
            var raw = open.toString();
            lines.add(new Line(places.apply(first), raw, StatementParser.parse(raw)));
        }
        return lines;
    }

    private static boolean continues(CharSequence line) {
        return Text.backslashesBefore(line, line.length()) % 2 == 1;
    }
}
