package org.latebind.bind;

import java.util.Map;
import java.util.Optional;
import org.latebind.syntax.api.AsmStatement;
import org.latebind.syntax.api.Declarator;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Initializer;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Statement;

/**
 * Where an expansion may take the place of an expression without changing how its neighbors bind.
 *
 * <p>With {@code #define N a + b}, the argument {@code N} of a call may become {@code a + b}; the
 * operand {@code N} of {@code N * 2} may not, because the tokens mean {@code a + (b * 2)}.
 */
final class SpliceRules {
    /** How loosely an expression may bind; later ones bind tighter. */
    enum Level { COMMA, ASSIGNMENT, CONDITIONAL, OPERATOR, POSTFIX }

    /** The parts of nodes that may bind more loosely than an operand. */
    static final Map<Slot, Level> SLOTS = Map.ofEntries(
            slot(Expression.Parenthesized.class, "inner", Level.COMMA),
            slot(Expression.Index.class, "index", Level.COMMA),
            slot(Expression.Conditional.class, "then", Level.COMMA),
            slot(Statement.Evaluate.class, "expression", Level.COMMA),
            slot(Statement.If.class, "condition", Level.COMMA),
            slot(Statement.Switch.class, "value", Level.COMMA),
            slot(Statement.While.class, "condition", Level.COMMA),
            slot(Statement.DoWhile.class, "condition", Level.COMMA),
            slot(Statement.For.class, "condition", Level.COMMA),
            slot(Statement.For.class, "step", Level.COMMA),
            slot(Statement.Return.class, "value", Level.COMMA),
            slot(AsmStatement.Operand.class, "value", Level.COMMA),
            slot(Expression.Call.class, "arguments", Level.ASSIGNMENT),
            slot(Expression.Association.class, "value", Level.ASSIGNMENT),
            slot(Expression.Generic.class, "control", Level.ASSIGNMENT),
            slot(Expression.VaArg.class, "list", Level.ASSIGNMENT),
            slot(Expression.ChooseExpression.class, "condition", Level.ASSIGNMENT),
            slot(Expression.ChooseExpression.class, "then", Level.ASSIGNMENT),
            slot(Expression.ChooseExpression.class, "otherwise", Level.ASSIGNMENT),
            slot(Initializer.Single.class, "value", Level.ASSIGNMENT),
            slot(Expression.Assign.class, "value", Level.ASSIGNMENT),
            slot(Declarator.Array.class, "size", Level.ASSIGNMENT),
            slot(Statement.Case.class, "low", Level.CONDITIONAL),
            slot(Statement.Case.class, "high", Level.CONDITIONAL),
            slot(Specifiers.Field.class, "width", Level.CONDITIONAL),
            slot(Specifiers.Enumerator.Constant.class, "value", Level.CONDITIONAL));

    private SpliceRules() {}

    /** A part of a node, by the names of {@link org.latebind.syntax.api.NodeShapes}. */
    record Slot(Class<?> parent, String part) {}

    private static Map.Entry<Slot, Level> slot(Class<?> parent, String part, Level level) {
        return Map.entry(new Slot(parent, part), level);
    }

    static boolean fits(Expression expression, Class<?> parent, String part) {
        var loosest = SLOTS.getOrDefault(new Slot(parent, part), Level.POSTFIX);
        return level(expression).compareTo(loosest) >= 0;
    }

    private static Level level(Expression expression) {
        return switch (expression) {
            case Expression.Comma c -> Level.COMMA;
            case Expression.Assign a -> Level.ASSIGNMENT;
            case Expression.Conditional c -> Level.CONDITIONAL;
            case Expression.Binary b -> Level.OPERATOR;
            case Expression.Cast c -> Level.OPERATOR;
            case Expression.SizeofExpression s -> Level.OPERATOR;
            case Expression.AlignofExpression a -> Level.OPERATOR;
            case Expression.LabelAddress l -> Level.OPERATOR;
            case Expression.Unary u -> switch (u.operator()) {
                case POST_INCREMENT, POST_DECREMENT -> Level.POSTFIX;
                default -> Level.OPERATOR;
            };
            // "sizeof (T)" followed by a postfix operator would become "sizeof ((T)...)".
            case Expression.SizeofType s -> Level.OPERATOR;
            case Expression.AlignofType a -> Level.OPERATOR;
            // A string would join a neighboring one.
            case Expression.Text t -> Level.OPERATOR;
            default -> Level.POSTFIX;
        };
    }

    /** Whether a statement ends in an {@code if} that an {@code else} after it would join. */
    static boolean endsInOpenIf(Statement statement) {
        return switch (statement) {
            case Statement.If s -> s.otherwise().map(SpliceRules::endsInOpenIf).orElse(true);
            case Statement.For s -> endsInOpenIf(s.body());
            case Statement.While s -> endsInOpenIf(s.body());
            case Statement.Switch s -> endsInOpenIf(s.body());
            case Statement.Label s -> endsInOpenIf(s.body());
            case Statement.Case s -> endsInOpenIf(s.body());
            case Statement.Default s -> endsInOpenIf(s.body());
            default -> false;
        };
    }

    /**
     * A loop head with its body in place of the empty statement that stood for it, the last token of
     * what was parsed; empty where that statement is not where a body goes.
     */
    static Optional<Statement> withBody(Statement head, Statement body, int placeholder) {
        return switch (head) {
            case Statement.Empty e -> e.span().first() == placeholder ? Optional.of(body) : Optional.empty();
            case Statement.For s -> withBody(s.body(), body, placeholder)
                    .map(b -> new Statement.For(s.span(), s.initial(), s.condition(), s.step(), b));
            case Statement.While s -> withBody(s.body(), body, placeholder)
                    .map(b -> new Statement.While(s.span(), s.condition(), b));
            case Statement.Switch s -> withBody(s.body(), body, placeholder)
                    .map(b -> new Statement.Switch(s.span(), s.value(), b));
            case Statement.Label s -> withBody(s.body(), body, placeholder)
                    .map(b -> new Statement.Label(s.span(), s.name(), s.attributes(), b));
            case Statement.If s when s.otherwise().isPresent() -> withBody(s.otherwise().get(), body, placeholder)
                    .map(b -> new Statement.If(s.span(), s.condition(), s.then(), Optional.of(b)));
            case Statement.If s -> withBody(s.then(), body, placeholder)
                    .map(b -> new Statement.If(s.span(), s.condition(), b, Optional.empty()));
            default -> Optional.empty();
        };
    }
}
