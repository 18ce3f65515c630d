package org.latebind.shell;

/**
 * Bounds of one script, so that a hostile one ends.
 *
 * @param steps commands, and characters that regular expressions look at, in all
 * @param text characters of one value or output
 * @param depth commands within one another
 */
public record ShellLimits(long steps, int text, int depth) {
    public static final ShellLimits DEFAULT = new ShellLimits(50_000_000, 1 << 24, 100);

    public ShellLimits {
        if (steps < 1 || text < 1 || depth < 1) {
            throw new IllegalArgumentException("a bound below 1");
        }
    }
}
