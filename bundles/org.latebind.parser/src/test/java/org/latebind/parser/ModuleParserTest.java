package org.latebind.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.latebind.kit.Golden;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.token.api.LexedFile;

/** A module's own tokens: items, their forms, and the errors that are certain. */
class ModuleParserTest {
    private final ModuleParser parser = new ModuleParser();

    @TestFactory
    Stream<DynamicTest> items() {
        return Golden.tests(Sources.FOLDER.resolve("deferred"), ".items", text -> {
            var file = Sources.lex("test.c", text);
            var errors = new StringBuilder();
            var items = parser.parse(file, parser.survey(List.of(file)), Sources.printTo(errors, text));
            assertTiled(items, 0, file.tokens().size());
            return TreeText.ofItems(items) + errors;
        });
    }

    /** Items cover the tokens without gap or overlap; those of a branch cover the branch. */
    private static void assertTiled(List<DeferredItem> items, int from, int to) {
        int place = from;
        for (var item : items) {
            assertEquals(place, item.span().first());
            place = item.span().end();
            if (item.form() instanceof DeferredItem.Form.Conditional conditional) {
                for (var branch : conditional.branches()) {
                    var end = branch.items().isEmpty() ? branch.directive().end() : branch.items().getLast().span().end();
                    assertTiled(branch.items(), branch.directive().end(), end);
                }
            }
        }
        assertEquals(to, place);
    }

    /** A header that holds a list's elements is no error: it is included inside of the list. */
    @Test
    void headersMayBeFragments() {
        var file = Sources.lex("formats.h", "{ 1, 2 },\n{ 3, 4 },\n");
        var items = parser.parse(file, parser.survey(List.of(file)), d -> {
            throw new AssertionError(d.message());
        });
        assertEquals(1, items.size());
    }

    /** Whatever the tokens are, the parser ends, throws nothing and covers them. */
    @Test
    void anyTokensAreCovered() throws IOException {
        var text = java.nio.file.Files.readString(
                java.nio.file.Path.of("src/test/resources/org/latebind/parser/deferred/sorts.c"));
        var tokens = Sources.lex("test.c", text).tokens();
        var random = new Random(1);
        for (int run = 0; run < 300; run++) {
            var mixed = new java.util.ArrayList<>(tokens);
            for (int change = 0; change < 1 + run / 30; change++) {
                int place = random.nextInt(mixed.size());
                switch (random.nextInt(3)) {
                    case 0 -> mixed.remove(place);
                    case 1 -> mixed.add(place, tokens.get(random.nextInt(tokens.size())));
                    default -> mixed.set(place, tokens.get(random.nextInt(tokens.size())));
                }
            }
            var file = new LexedFile(tokens.getFirst().file(), mixed);
            assertTiled(parser.parse(file, parser.survey(List.of(file)), d -> { }), 0, mixed.size());
        }
    }
}
