package org.latebind.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What one diagnostic code means.
 *
 * @param code {@code LBnnnn}
 * @param title a few words, without a period
 * @param text Markdown, without the heading
 */
record DiagnosticPage(String code, String title, String text) {
    private static final Pattern HEADING = Pattern.compile("## (LB\\d{4}): (.+)");

    /** The page as Markdown, with its heading. */
    String markdown() {
        return "## " + code + ": " + title + "\n\n" + text + "\n";
    }

    /** The pages of one bundle's entry, in its order; what is before the first heading belongs to no page. */
    static List<DiagnosticPage> parse(String markdown) {
        var pages = new ArrayList<DiagnosticPage>();
        var lines = new ArrayList<>(markdown.lines().toList());
        int end = lines.size();
        for (int i = lines.size() - 1; i >= 0; i--) {
            var heading = HEADING.matcher(lines.get(i));
            if (heading.matches()) {
                var text = String.join("\n", lines.subList(i + 1, end)).strip();
                pages.add(0, new DiagnosticPage(heading.group(1), heading.group(2).strip(), text));
                end = i;
            }
        }
        return List.copyOf(pages);
    }
}
