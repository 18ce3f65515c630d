package org.latebind.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression whose looks at characters are counted, so that a hostile one ends. */
final class Bounded {
    private record Counted(CharSequence text, World world) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            world.step(1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private final Pattern pattern;
    private final World world;

    Bounded(String regex, World world) {
        this(regex, 0, world);
    }

    Bounded(String regex, int flags, World world) {
        this.world = world;
        try {
            this.pattern = Pattern.compile(regex, flags);
        } catch (PatternSyntaxException e) {
            throw world.notCovered("the pattern '" + regex + "'");
        }
    }

    Matcher matcher(String text) {
        return pattern.matcher(new Counted(text, world));
    }

    boolean matches(String text) {
        try {
            return matcher(text).matches();
        } catch (StackOverflowError e) {
            throw world.notCovered("a pattern on a text that long");
        }
    }
}
