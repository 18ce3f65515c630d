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
class GraftRulesTest {
    private static final Expression A = new Expression.Name(Span.NONE, "a");
    private static final Expression SUM =
            new Expression.Binary(Span.NONE, Expression.BinaryOperator.ADD, A, A);

    @Test
    void everyPlaceIsThePartOfANode() {
        var places = NodeShapes.all().stream()
                .flatMap(shape -> shape.parts().stream()
                        .filter(part -> part.type().holdsNodes())
                        .map(part -> new GraftRules.Slot(shape.type(), part.name())))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), GraftRules.SLOTS.keySet().stream()
                .filter(slot -> !places.contains(slot)).collect(Collectors.toSet()));
        assertTrue(places.contains(new GraftRules.Slot(Statement.If.class, "then")), "TreeBinding asks for it by name");
    }

    @Test
    void aSumIsAnArgumentAndNotAnOperand() {
        assertTrue(GraftRules.fits(SUM, Expression.Call.class, "arguments"));
        assertFalse(GraftRules.fits(SUM, Expression.Binary.class, "left"));
        assertTrue(GraftRules.fits(new Expression.Parenthesized(Span.NONE, SUM), Expression.Binary.class, "left"));
    }

    @Test
    void anIfWithoutElseIsOpen() {
        var empty = new Statement.Empty(Span.NONE, List.of());
        assertTrue(GraftRules.endsInOpenIf(new Statement.If(Span.NONE, A, empty, Optional.empty())));
        assertFalse(GraftRules.endsInOpenIf(new Statement.If(Span.NONE, A, empty, Optional.of(empty))));
    }
}
