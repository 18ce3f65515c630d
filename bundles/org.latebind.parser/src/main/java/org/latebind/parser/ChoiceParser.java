package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.latebind.syntax.api.Choice;

/** Undecided conditionals around complete elements; only in a module's own tokens. */
final class ChoiceParser {
    private final Grammar grammar;
    private final TokenCursor cursor;

    ChoiceParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** The text of the pragma that begins here, which is taken; else empty and nothing is taken. */
    Optional<String> pragma() {
        var line = cursor.directives().lineAt(cursor.index());
        if (!line.name().equals("pragma")) {
            return Optional.empty();
        }
        var text = cursor.directives().text(line, 2);
        cursor.moveTo(line.end());
        return Optional.of(text);
    }

    /** The conditional that begins here, each branch parsed by {@code elements} and used up by it. */
    <N> Choice<N> parse(Supplier<List<N>> elements) {
        int first = cursor.index();
        var group = cursor.directives().groupAt(first)
                .orElseThrow(() -> cursor.error("LB3001", "a directive is inside a declaration", first));
        var branches = new ArrayList<Choice.Branch<N>>();
        cursor.enter(4);
        for (var branch : group.branches()) {
            int limit = cursor.limit(branch.end());
            cursor.moveTo(branch.first());
            var parsed = elements.get();
            if (!cursor.isAtEnd()) {
                throw cursor.expected("the end of the conditional branch");
            }
            cursor.limit(limit);
            branches.add(new Choice.Branch<>(branch.directiveSpan(cursor), parsed));
        }
        cursor.leave(4);
        cursor.moveTo(group.end());
        return new Choice<>(cursor.since(first), branches);
    }

    /** Whether one branch is always taken: the last is an {@code else}. */
    boolean isComplete(Choice<?> choice) {
        var last = choice.branches().getLast().directive();
        return cursor.tokenAt(last.first()).isIdentifier("else");
    }
}
