package org.latebind.shell;

import java.util.List;
import java.util.Optional;

/** A script's syntax tree: POSIX XCU 2.9, Shell Commands. */
sealed interface Node {
    /** A here document, whose text follows the line that names it. */
    record Document(List<Word> body) implements Node {}

    record Simple(List<Assignment> assignments, List<Word> words, List<Redirect> redirects, int line) implements Node {}

    record Pipeline(List<Node> stages, boolean negated, int line) implements Node {}

    record And(Node left, Node right) implements Node {}

    record Or(Node left, Node right) implements Node {}

    record Sequence(List<Node> nodes) implements Node {}

    record If(Node condition, Node then, Optional<Node> otherwise) implements Node {}

    record Loop(Node condition, boolean until, Node body) implements Node {}

    /** @param words empty for {@code for x; do}: the positional parameters */
    record For(String name, Optional<List<Word>> words, Node body, int line) implements Node {}

    record Case(Word subject, List<Arm> arms, int line) implements Node {}

    record Arm(List<Word> patterns, Node body) {}

    record Group(Node body) implements Node {}

    record Subshell(Node body) implements Node {}

    record Redirected(Node body, List<Redirect> redirects, int line) implements Node {}

    record Function(String name, Node body) implements Node {}

    /** {@code (( ))}. */
    record Arithmetic(Word expression, int line) implements Node {}

    /** {@code [[ ]]}, as its words; operators are unquoted. */
    record Conditional(List<Word> words, int line) implements Node {}

    record Assignment(String name, Optional<Word> index, boolean append, Value value) {}

    sealed interface Value {
        record Scalar(Word word) implements Value {}

        /** {@code (a b [3]=c)}. */
        record Array(List<Element> elements) implements Value {}

        record Element(Optional<Word> index, Word word) {}
    }

    /** @param operator {@code < > >> >| <> <<< >& <& << &>} */
    record Redirect(int descriptor, String operator, Word target) {}

    /** @param parts none for an empty pair of quotes is a {@link Part.Text} that is quoted */
    record Word(List<Part> parts) {
        static final Word EMPTY = new Word(List.of());

        static Word of(String text) {
            return new Word(List.of(new Part.Text(text, true)));
        }

        /** The text of a word without quotes and expansions. */
        Optional<String> plain() {
            return parts.size() == 1 && parts.getFirst() instanceof Part.Text(var text, var quoted) && !quoted
                    ? Optional.of(text) : Optional.empty();
        }
    }

    sealed interface Part {
        record Text(String text, boolean quoted) implements Part {}

        /**
         * {@code ${name[index]operator argument}}.
         *
         * @param operator {@code length} for {@code ${#name}}, {@code keys} for {@code ${!name[@]}}, empty for none
         */
        record Parameter(String name, Optional<Word> index, String operator, Optional<Word> argument, boolean quoted)
                implements Part {}

        record Command(Node body, boolean quoted) implements Part {}

        record Arithmetic(Word expression, boolean quoted) implements Part {}
    }
}
