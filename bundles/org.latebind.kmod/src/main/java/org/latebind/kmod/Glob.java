package org.latebind.kmod;

/** File-name patterns of linker scripts: {@code *}, {@code ?} and {@code [a-z_]}. */
final class Glob {
    private Glob() {}

    /** Takes time proportional to the product of both lengths at most. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            int next = p < pattern.length() ? step(pattern, p, text.charAt(t)) : -1;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (next > 0) {
                p = next;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on after matching one character, or -1. */
    private static int step(String pattern, int at, char c) {
        char head = pattern.charAt(at);
        int close = pattern.indexOf(']', at + 2);
        if (head == '[' && close > 0) {
            return inSet(pattern.substring(at + 1, close), c) ? close + 1 : -1;
        }
        return head == '?' || head == c ? at + 1 : -1;
    }

    private static boolean inSet(String set, char c) {
        boolean negated = set.startsWith("!") || set.startsWith("^");
        for (int i = negated ? 1 : 0; i < set.length(); i++) {
            boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
            char last = range ? set.charAt(i + 2) : set.charAt(i);
            if (set.charAt(i) <= c && c <= last) {
                return !negated;
            }
            i += range ? 2 : 0;
        }
        return negated;
    }
}
