package org.latebind.genksyms.oracle;

import java.util.regex.Pattern;
import org.latebind.genksyms.Dialect;
import org.latebind.genksyms.SymbolVersions;

/** What {@code gcc -E} writes, read as genksyms reads it. */
public final class PreprocessedText {
    private static final Pattern MARKER = Pattern.compile("#[ \\t]+\\d+[ \\t]+\"([^\"]+)\".*");

    private PreprocessedText() {}

    /** The versions in a text with line markers. */
    public static SymbolVersions versions(Dialect dialect, String text) {
        var versions = new SymbolVersions(dialect);
        var lines = text.lines().iterator();
        String source = null;
        boolean ofSource = false;
        while (lines.hasNext()) {
            var line = lines.next();
            var marker = MARKER.matcher(line);
            if (marker.matches()) {
                source = source == null ? marker.group(1) : source;
                ofSource = source.equals(marker.group(1));
            } else if (!line.startsWith("#")) {
                versions.accept(line, ofSource);
            }
        }
        versions.end();
        return versions;
    }
}
