package org.latebind.shell;

import java.util.Optional;

/**
 * A command's input and outputs.
 *
 * @param in what is left to be read; commands of a group share it
 */
record Io(Input in, Sink out, Sink err) {
    /** Text that is read once. */
    static final class Input {
        private final Optional<String> text;
        private int at;

        /** @param text empty for the terminal */
        Input(Optional<String> text) {
            this.text = text;
        }

        static Input of(String text) {
            return new Input(Optional.of(text));
        }

        boolean isTerminal() {
            return text.isEmpty();
        }

        /** What is left, which stays there. */
        String peek() {
            return text.map(all -> all.substring(at)).orElse("");
        }

        String rest() {
            var rest = text.orElseThrow().substring(at);
            at = text.get().length();
            return rest;
        }

        /** A line without its line feed; empty at the end. */
        Optional<String> line() {
            var all = text.orElseThrow();
            if (at >= all.length()) {
                return Optional.empty();
            }
            int end = all.indexOf('\n', at);
            var line = all.substring(at, end < 0 ? all.length() : end);
            at = end < 0 ? all.length() : end + 1;
            return Optional.of(line);
        }

        /** Whether the last line that was read had its line feed. */
        boolean wasWholeLine() {
            return at > 0 && text.orElseThrow().charAt(at - 1) == '\n';
        }
    }

    Io withIn(Input other) {
        return new Io(other, out, err);
    }

    Io withOut(Sink other) {
        return new Io(in, other, err);
    }

    Io withErr(Sink other) {
        return new Io(in, out, other);
    }
}
