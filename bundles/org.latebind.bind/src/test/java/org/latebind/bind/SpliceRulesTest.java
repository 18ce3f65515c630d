package org.latebind.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.NodeShapes;
import org.latebind.syntax.api.Span;
import org.latebind.syntax.api.Statement;

/** Where an expansion may take an expression's place. */
class SpliceRulesTest {
    private static final Expression A = new Expression.Name(Span.NONE, "a");
    private static final Expression SUM =
            new Expression.Binary(Span.NONE, Expression.BinaryOperator.ADD, A, A);

    @Test
    void everyPlaceIsThePartOfANode() {
        var places = NodeShapes.all().stream()
                .flatMap(shape -> shape.parts().stream()
                        .filter(part -> part.type().holdsNodes())
                        .map(part -> new SpliceRules.Slot(shape.type(), part.name())))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), SpliceRules.SLOTS.keySet().stream()
                .filter(slot -> !places.contains(slot)).collect(Collectors.toSet()));
        assertTrue(places.contains(new SpliceRules.Slot(Statement.If.class, "then")), "TreeBinding asks for it by name");
    }

    @Test
    void aSumIsAnArgumentAndNotAnOperand() {
        assertTrue(SpliceRules.fits(SUM, Expression.Call.class, "arguments"));
        assertFalse(SpliceRules.fits(SUM, Expression.Binary.class, "left"));
        assertTrue(SpliceRules.fits(new Expression.Parenthesized(Span.NONE, SUM), Expression.Binary.class, "left"));
    }

    @Test
    void anIfWithoutElseIsOpen() {
        var empty = new Statement.Empty(Span.NONE, List.of());
        assertTrue(SpliceRules.endsInOpenIf(new Statement.If(Span.NONE, A, empty, Optional.empty())));
        assertFalse(SpliceRules.endsInOpenIf(new Statement.If(Span.NONE, A, empty, Optional.of(empty))));
    }
}
