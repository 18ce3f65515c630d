package org.latebind.make;

/**
 * Bounds of one evaluation, so that a hostile makefile ends: in time by {@code work}, on the stack by {@code depth}, in
 * memory by {@code text} and {@code work} together.
 *
 * @param depth expansions and files within one another
 * @param text characters of one value
 * @param work characters expanded or made in all, with a toll for each step
 * @param files files read, those read twice counted twice
 */
public record Limits(int depth, int text, long work, int files) {
    /** Far beyond what kernels and packages need. */
    public static final Limits DEFAULT = new Limits(250, 1 << 20, 200_000_000, 500);

    public Limits {
        if (depth < 1 || text < 1 || work < 1 || files < 1) {
            throw new IllegalArgumentException("a bound below 1");
        }
    }
}
