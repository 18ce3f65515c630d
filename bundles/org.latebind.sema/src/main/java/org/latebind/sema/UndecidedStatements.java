package org.latebind.sema;

import java.util.ArrayList;
import java.util.List;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Span;
import org.latebind.syntax.api.Statement;
import org.latebind.typed.api.TypedStatement;

/**
 * Statements that a kernel has yet to decide, in a check without one: nothing in them is reported, and
 * what they may declare is not known behind them.
 *
 * <pre>
 * #ifdef X
 *     int n = f();          n is unknown from here on
 * #endif
 *     DECLARE_THING(t);     so is t, unless this block declares it itself
 * </pre>
 */
final class UndecidedStatements {
    /** Analyses statements that share a scope. */
    interface Items {
        void analyze(List<Statement> statements, Scope scope, List<TypedStatement> items);
    }

    private final Unit unit;
    private final FunctionContext context;

    UndecidedStatements(Unit unit, FunctionContext context) {
        this.unit = unit;
        this.context = context;
    }

    void choice(Statement.Undecided choice, Scope scope, Items items) {
        if (!unit.isDeferred()) {
            return;
        }
        int barriers = context.labels.barrierDepth();
        for (var branch : choice.choice().branches()) {
            var inner = scope.inner();
            unit.reports.quietly(() -> items.analyze(branch.elements(), inner, new ArrayList<>()));
            scope.speculative(inner, choice.span().at());
        }
        context.labels.leaveBarriers(barriers);
    }

    /** What follows the use may be the body of a loop or of a switch, or the block's next item. */
    void macro(Statement.MacroUse use, Scope scope, Items items) {
        if (!unit.isDeferred()) {
            return;
        }
        var span = use.span();
        if (use.body().isEmpty()) {
            mentioned(span, scope);
            return;
        }
        var head = scope.inner();
        mentioned(new Span(span.at(), span.first(), use.body().get().span().first()), head);
        var body = head.inner();
        context.switches.push(new SwitchContext(unit, Types.UNKNOWN, context.labels.barrierDepth()));
        context.breakable++;
        context.loops++;
        items.analyze(List.of(use.body().get()), body, new ArrayList<>());
        context.loops--;
        context.breakable--;
        context.switches.pop();
        scope.speculative(body, span.at());
    }

    /** {@code NAME(x);} calls a function, or is a macro that may declare x. */
    void evaluated(Statement.Evaluate statement, Scope scope) {
        switch (statement.expression()) {
            case Expression.Call call when call.callee() instanceof Expression.Name name && isUndeclared(name, scope) ->
                mentioned(call.span(), scope);
            case Expression.MacroUse use -> mentioned(use.span(), scope);
            default -> { }
        }
    }

    static boolean isUndeclared(Expression.Name name, Scope scope) {
        return scope.ordinary(name.name()).filter(entity -> !(entity instanceof Entity.Unresolved)).isEmpty();
    }

    /** What a macro use mentions it may declare, here or as a label. */
    void mentioned(Span span, Scope scope) {
        if (unit.isDeferred()) {
            var names = unit.source.speculation().identifiers(span);
            scope.speculative(names, span.at());
            context.labels.speculative(names);
        }
    }
}
