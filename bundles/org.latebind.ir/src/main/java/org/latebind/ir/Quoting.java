package org.latebind.ir;

/** Text between double quotes; backslash, quote and control characters are escaped. */
final class Quoting {
    private Quoting() {}

    static String quote(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** Undoes {@link #quote} on what stands between the quotes. */
    static String unescape(String body) {
        var out = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c != '\\') {
                out.append(c);
            } else if (i + 5 < body.length() && body.charAt(i + 1) == 'u') {
                out.append((char) Integer.parseInt(body.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (i + 1 < body.length()) {
                out.append(body.charAt(++i));
            }
        }
        return out.toString();
    }
}
