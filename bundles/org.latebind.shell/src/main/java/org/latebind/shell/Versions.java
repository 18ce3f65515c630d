package org.latebind.shell;

/** The order of {@code sort -V}: gnulib's filevercmp. */
final class Versions {
    private Versions() {}

    static int compare(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Integer.compare(a.length(), b.length());
        }
        if (a.charAt(0) == '.' || b.charAt(0) == '.') {
            if (a.charAt(0) != '.') {
                return 1;
            }
            if (b.charAt(0) != '.') {
                return -1;
            }
            int first = rank(a) - rank(b);
            if (first != 0 || rank(a) < 2) {
                return first;
            }
        }
        int prefixA = prefix(a);
        int prefixB = prefix(b);
        int result = revisions(a.substring(0, prefixA), b.substring(0, prefixB));
        return result != 0 || prefixA == a.length() && prefixB == b.length() ? result : revisions(a, b);
    }

    /** {@code .} before {@code ..} before all others. */
    private static int rank(String name) {
        return name.equals(".") ? 0 : name.equals("..") ? 1 : 2;
    }

    /** The length without suffixes such as {@code .tar.gz}. */
    private static int prefix(String name) {
        int length = name.length();
        int prefix = 0;
        for (int i = 0; i < length; ) {
            i++;
            prefix = i;
            while (i + 1 < length && name.charAt(i) == '.' && (isAlpha(name.charAt(i + 1)) || name.charAt(i + 1) == '~')) {
                i += 2;
                while (i < length && (isAlpha(name.charAt(i)) || isDigit(name, i) || name.charAt(i) == '~')) {
                    i++;
                }
            }
        }
        return prefix;
    }

    private static boolean isAlpha(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int order(String text, int at) {
        if (at >= text.length()) {
            return -1;
        }
        char c = text.charAt(at);
        return isDigit(text, at) ? 0 : isAlpha(c) ? c : c == '~' ? -2 : c + 256;
    }

    private static int revisions(String a, String b) {
        int i = 0;
        int k = 0;
        while (i < a.length() || k < b.length()) {
            while (i < a.length() && !isDigit(a, i) || k < b.length() && !isDigit(b, k)) {
                int difference = order(a, i) - order(b, k);
                if (difference != 0) {
                    return difference;
                }
                i++;
                k++;
            }
            while (i < a.length() && a.charAt(i) == '0') {
                i++;
            }
            while (k < b.length() && b.charAt(k) == '0') {
                k++;
            }
            int first = 0;
            while (isDigit(a, i) && isDigit(b, k)) {
                first = first != 0 ? first : a.charAt(i) - b.charAt(k);
                i++;
                k++;
            }
            if (isDigit(a, i) || isDigit(b, k)) {
                return isDigit(a, i) ? 1 : -1;
            }
            if (first != 0) {
                return first;
            }
        }
        return 0;
    }
}
