package org.latebind.shell;

/** A set of {@code tr}. */
final class CharacterSet {
    private final Call call;
    private final String text;

    CharacterSet(Call call, String text) {
        this.call = call;
        this.text = call.world().inspect(text);
    }

    String characters() {
        var result = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith("[:", i) && text.indexOf(":]", i) > 0) {
                int end = text.indexOf(":]", i);
                result.append(members(text.substring(i + 2, end)));
                i = end + 2;
                continue;
            }
            if (text.startsWith("[=", i) || text.charAt(i) == '[' && text.indexOf("*", i) == i + 2) {
                throw call.notCovered("'" + text + "'");
            }
            int[] one = one(i);
            i = one[1];
            if (i + 1 < text.length() && text.charAt(i) == '-') {
                int[] last = one(i + 1);
                if (last[0] < one[0]) {
                    throw call.notCovered("'" + text + "'");
                }
                for (int c = one[0]; c <= last[0]; c++) {
                    result.append((char) c);
                }
                i = last[1];
            } else {
                result.append((char) one[0]);
            }
        }
        return result.toString();
    }

    /** The character at an offset, and the offset behind it. */
    private int[] one(int at) {
        char c = text.charAt(at);
        if (c != '\\' || at + 1 == text.length()) {
            return new int[] {c, at + 1};
        }
        char escaped = text.charAt(at + 1);
        int plain = "abfnrtv\\".indexOf(escaped);
        if (plain >= 0) {
            return new int[] {"\u0007\b\f\n\r\t\u000b\\".charAt(plain), at + 2};
        }
        if (escaped >= '0' && escaped <= '7') {
            int end = at + 1;
            while (end < text.length() && end < at + 4 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
                end++;
            }
            return new int[] {Integer.parseInt(text.substring(at + 1, end), 8) & 255, end};
        }
        return new int[] {escaped, at + 2};
    }

    private String members(String name) {
        var regex = switch (name) {
            case "digit", "alpha", "alnum", "upper", "lower", "space", "blank", "punct", "print", "graph", "cntrl",
                    "xdigit" -> Glob.bracket("[:" + name + ":]", '^');
            default -> throw call.notCovered("[:" + name + ":]");
        };
        var members = new StringBuilder();
        var pattern = java.util.regex.Pattern.compile(regex);
        for (char c = 0; c < 128; c++) {
            if (pattern.matcher(String.valueOf(c)).matches()) {
                members.append(c);
            }
        }
        return members.toString();
    }
}
