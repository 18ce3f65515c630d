package org.latebind.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression of POSIX (XBD 9) with GNU's additions, as one of {@code java.util.regex}. The longest of the
 * leftmost matches is what POSIX asks for; {@code java.util.regex} finds the start, and the end is looked for.
 */
final class Regex {
    /** Whose expression it is: what a backslash means differs. */
    enum Use { GREP, SED, AWK }

    private final String source;
    private final boolean extended;
    private final Use use;
    private final World world;
    private final StringBuilder java = new StringBuilder("(?s)");
    private int at;
    private int groups;
    private int open;
    /** Where in {@link #java} the last piece that a quantifier may follow starts, or -1. */
    private int atom = -1;
    private boolean quantified;
    private boolean alternatives;
    private final java.util.ArrayDeque<Integer> starts = new java.util.ArrayDeque<>();

    private Regex(String source, boolean extended, Use use, World world) {
        this.source = source;
        this.extended = extended;
        this.use = use;
        this.world = world;
    }

    /** An expression that can be looked for. */
    record Compiled(Bounded pattern, int groups, boolean alternatives, World world) {
        boolean isIn(String text) {
            try {
                return pattern.matcher(text).find();
            } catch (StackOverflowError e) {
                throw world.notCovered("a pattern on a text that long");
            }
        }

        /** The longest of the leftmost matches at or behind an offset. */
        Optional<Matcher> find(String text, int from) {
            try {
                var matcher = pattern.matcher(text);
                if (!matcher.find(from)) {
                    return Optional.empty();
                }
                int start = matcher.start();
                int end = matcher.end();
                for (int longer = text.length(); longer > end; longer--) {
                    var other = pattern.matcher(text);
                    other.useAnchoringBounds(false).useTransparentBounds(true).region(start, longer);
                    if (other.matches()) {
                        return Optional.of(other);
                    }
                }
                return Optional.of(matcher);
            } catch (StackOverflowError e) {
                throw world.notCovered("a pattern on a text that long");
            }
        }
    }

    static Compiled extended(String source, World world) {
        return compile(source, true, Use.GREP, false, world);
    }

    static Compiled compile(String source, boolean extended, Use use, boolean ignoreCase, World world) {
        var regex = new Regex(source, extended, use, world);
        return regex.compiled(regex.translate(), ignoreCase);
    }

    /** Several expressions of grep, one of which must match. */
    static String translate(String source, boolean extended, World world) {
        return new Regex(source, extended, Use.GREP, world).translate();
    }

    private Compiled compiled(String translated, boolean ignoreCase) {
        return new Compiled(new Bounded(translated, ignoreCase ? Pattern.CASE_INSENSITIVE : 0, world), groups,
                alternatives, world);
    }

    private Stop notCovered() {
        return world.notCovered("the regular expression '" + source + "'");
    }

    private String translate() {
        world.inspect(source);
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\') {
                escape();
            } else {
                at++;
                plain(c);
            }
        }
        if (open != 0) {
            throw notCovered();
        }
        return java.toString();
    }

    private void piece(String text) {
        atom = java.length();
        quantified = false;
        java.append(text);
    }

    private void anchor(String text) {
        java.append(text);
        atom = -1;
        quantified = false;
    }

    private boolean atStart() {
        return atom < 0 && (java.length() == 4 || java.charAt(java.length() - 1) == '('
                || java.charAt(java.length() - 1) == '|' || java.toString().endsWith("\\A"));
    }

    private void plain(char c) {
        switch (c) {
            case '.' -> piece(".");
            case '[' -> bracket();
            case '*' -> {
                if (atStart() && !extended) {
                    piece("\\*");
                } else {
                    quantifier("*");
                }
            }
            case '^' -> {
                if (extended || java.length() == 4 || java.charAt(java.length() - 1) == '(' && atom < 0
                        || java.charAt(java.length() - 1) == '|' && atom < 0) {
                    anchor("\\A");
                } else {
                    piece("\\^");
                }
            }
            case '$' -> {
                if (extended || at == source.length() || source.startsWith("\\)", at) || source.startsWith("\\|", at)) {
                    anchor("\\z");
                } else {
                    piece("\\$");
                }
            }
            case '+', '?' -> {
                if (extended) {
                    quantifier(String.valueOf(c));
                } else {
                    piece("\\" + c);
                }
            }
            case '(', ')', '|' -> {
                if (extended) {
                    structure(c);
                } else {
                    piece("\\" + c);
                }
            }
            case '{' -> {
                if (extended) {
                    interval("}");
                } else {
                    piece("\\{");
                }
            }
            default -> piece(Glob.quote(c));
        }
    }

    private void structure(char c) {
        switch (c) {
            case '(' -> {
                starts.push(java.length());
                java.append('(');
                groups++;
                open++;
                atom = -1;
            }
            case ')' -> {
                if (open == 0) {
                    throw notCovered();
                }
                open--;
                java.append(')');
                atom = starts.pop();
                quantified = false;
            }
            default -> {
                alternatives = true;
                anchor("|");
            }
        }
    }

    private void quantifier(String what) {
        if (atom < 0) {
            throw notCovered();
        }
        if (quantified) {
            java.insert(atom, "(?:").append(')');
        }
        java.append(what);
        quantified = true;
    }

    private void interval(String close) {
        int end = source.indexOf(close, at);
        var inside = end < 0 ? "" : source.substring(at, end);
        if (!inside.matches("\\d{1,4}(,\\d{0,4})?|,\\d{1,4}")) {
            throw notCovered();
        }
        at = end + close.length();
        quantifier("{" + (inside.startsWith(",") ? "0" : "") + inside + "}");
    }

    private void bracket() {
        int end = Glob.end(source, at - 1);
        // '!' negates in the shell only, but is taken for a first character there.
        if (source.startsWith("!]", at)) {
            end = at + 1;
        }
        if (end < 0) {
            throw notCovered();
        }
        var inside = source.substring(at, end);
        if (use != Use.GREP && inside.indexOf('\\') >= 0) {
            if (use == Use.AWK) {
                throw notCovered();
            }
            inside = inside.replace("\\n", "\n").replace("\\t", "\t");
        }
        try {
            piece(Glob.bracket(inside, '^'));
        } catch (IllegalArgumentException e) {
            throw notCovered();
        }
        at = end + 1;
    }

    private void escape() {
        if (at + 1 == source.length()) {
            throw notCovered();
        }
        char c = source.charAt(at + 1);
        at += 2;
        switch (c) {
            case '(', ')', '|' -> {
                if (extended) {
                    piece("\\" + c);
                } else {
                    structure(c);
                }
            }
            case '{' -> {
                if (extended) {
                    piece("\\{");
                } else {
                    interval("\\}");
                }
            }
            case '+', '?' -> {
                if (extended) {
                    piece("\\" + c);
                } else if (atom < 0) {
                    throw notCovered();
                } else {
                    quantifier(String.valueOf(c));
                }
            }
            case '<' -> boundary("\\b(?=\\w)");
            case '>' -> boundary("\\b(?<=\\w)");
            case 'b', 'B' -> boundary("\\" + c);
            case 'w', 'W' -> known("\\" + c);
            case 's' -> known("[ \\t\\n\\x0B\\f\\r]");
            case 'S' -> known("[^ \\t\\n\\x0B\\f\\r]");
            case 'n', 't' -> {
                if (use == Use.GREP) {
                    throw notCovered();
                }
                piece(c == 'n' ? "\n" : "\t");
            }
            default -> {
                if (c >= '1' && c <= '9' && use != Use.AWK) {
                    if (c - '0' > groups) {
                        throw notCovered();
                    }
                    piece("(?:\\" + c + ")");
                } else if (Character.isLetterOrDigit(c) || c == '`' || c == '\'' || c == '\n') {
                    throw notCovered();
                } else {
                    piece(Glob.quote(c));
                }
            }
        }
    }

    /** mawk, Debian's awk, does not know GNU's escapes. */
    private void known(String text) {
        if (use == Use.AWK) {
            throw notCovered();
        }
        piece(text);
    }

    private void boundary(String text) {
        if (use == Use.AWK) {
            throw notCovered();
        }
        anchor(text);
    }
}
