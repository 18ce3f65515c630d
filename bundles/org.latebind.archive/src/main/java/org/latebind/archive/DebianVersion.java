package org.latebind.archive;

/** Order of package versions: Debian Policy, 5.6.12. */
final class DebianVersion {
    private DebianVersion() {}

    static int compare(String a, String b) {
        int byEpoch = Integer.compare(epoch(a), epoch(b));
        if (byEpoch != 0) {
            return byEpoch;
        }
        var restA = a.substring(a.indexOf(':') + 1);
        var restB = b.substring(b.indexOf(':') + 1);
        int byUpstream = compareParts(upstream(restA), upstream(restB));
        return byUpstream != 0 ? byUpstream : compareParts(revision(restA), revision(restB));
    }

    private static int epoch(String version) {
        int colon = version.indexOf(':');
        boolean none = colon < 0 || !version.substring(0, colon).matches("\\d{1,9}");
        return none ? 0 : Integer.parseInt(version.substring(0, colon));
    }

    private static String upstream(String version) {
        int dash = version.lastIndexOf('-');
        return dash < 0 ? version : version.substring(0, dash);
    }

    private static String revision(String version) {
        int dash = version.lastIndexOf('-');
        return dash < 0 ? "" : version.substring(dash + 1);
    }

    /** Alternately the parts without digits, by character, and the numbers, by value. */
    private static int compareParts(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() || j < b.length()) {
            while ((i < a.length() && !digit(a, i)) || (j < b.length() && !digit(b, j))) {
                int order = Integer.compare(weight(a, i), weight(b, j));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
            int endA = endOfNumber(a, i);
            int endB = endOfNumber(b, j);
            int order = compareNumbers(number(a, i, endA), number(b, j, endB));
            if (order != 0) {
                return order;
            }
            i = endA;
            j = endB;
        }
        return 0;
    }

    private static boolean digit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** A tilde sorts before the end, letters before all other characters. */
    private static int weight(String text, int at) {
        if (at >= text.length() || digit(text, at)) {
            return 0;
        }
        char c = text.charAt(at);
        return c == '~' ? -1 : Character.isLetter(c) ? c : c + 256;
    }

    private static int endOfNumber(String text, int from) {
        int end = Math.min(from, text.length());
        while (end < text.length() && digit(text, end)) {
            end++;
        }
        return end;
    }

    private static String number(String text, int from, int to) {
        return text.substring(Math.min(from, text.length()), to).replaceFirst("^0+", "");
    }

    private static int compareNumbers(String a, String b) {
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }
}
