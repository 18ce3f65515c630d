package org.latebind.lowering;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.LabelId;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.TypedStatement;

/** Control flow. Statements that nothing reaches are left out, unless a label is inside. */
final class Statements {
    /** Ranges of at most so many values become single cases, larger ones comparisons. */
    private static final BigInteger LARGEST_LISTED_RANGE = BigInteger.valueOf(32);

    private final FunctionLowering fn;
    private final Emitter out;
    private final Scopes scopes;
    private final Deque<Target> targets = new ArrayDeque<>();

    /** What break and continue leave; a switch has nothing to continue. */
    private record Target(String onBreak, Optional<String> onContinue, Scopes.Mark mark) {}

    Statements(FunctionLowering fn) {
        this.fn = fn;
        this.out = fn.out();
        this.scopes = fn.scopes();
    }

    void lower(TypedStatement statement) {
        if (!out.isOpen() && !fn.labels().hasEntry(statement)) {
            for (int i = Labels.declarations(statement); i > 0; i--) {
                scopes.declare();
            }
            return;
        }
        switch (statement) {
            case TypedStatement.Block block -> block(block);
            case TypedStatement.Declare declare -> fn.locals().declare(declare);
            case TypedStatement.Evaluate evaluate -> fn.expressions().discard(evaluate.value());
            case TypedStatement.If s -> ifStatement(s);
            case TypedStatement.For s -> forStatement(s);
            case TypedStatement.While s -> whileStatement(s);
            case TypedStatement.DoWhile s -> doWhile(s);
            case TypedStatement.Switch s -> switchStatement(s);
            case TypedStatement.Label label -> {
                out.begin(fn.labels().name(label.label()));
                lower(label.body());
            }
            case TypedStatement.Goto jump -> jump(jump.label());
            case TypedStatement.ComputedGoto jump -> fn.computedGoto(fn.expressions().scalar(jump.target()));
            case TypedStatement.Break b -> leave(b.at(), false);
            case TypedStatement.Continue c -> leave(c.at(), true);
            case TypedStatement.Return r -> fn.returns(r);
            case TypedStatement.Asm asm -> fn.asm().lower(asm.asm());
            case TypedStatement.Empty e -> {}
        }
    }

    void block(TypedStatement.Block block) {
        scopes.enter(block);
        block.items().forEach(this::lower);
        endScope();
    }

    private void endScope() {
        if (out.isOpen()) {
            scopes.runExits();
        }
        scopes.leave();
    }

    /** A statement expression: {@code value} is evaluated before the scope's exits run. */
    Operand expression(Rvalue.StatementExpression expression, Supplier<Operand> value) {
        fn.labels().scan(expression.block(), scopes.path());
        scopes.enter(expression.block());
        expression.block().items().forEach(this::lower);
        var result = value.get();
        endScope();
        return result;
    }

    void jump(LabelId label) {
        if (out.isOpen()) {
            scopes.runExitsTo(fn.labels().path(label));
            out.jump(fn.labels().name(label));
        }
    }

    private void ifStatement(TypedStatement.If s) {
        var then = out.newLabel("then");
        var end = out.newLabel("end");
        var otherwise = s.otherwise().isPresent() ? out.newLabel("else") : end;
        fn.expressions().branch(s.condition(), then, otherwise);
        out.join(then);
        lower(s.then());
        if (s.otherwise().isPresent()) {
            out.jump(end);
            out.join(otherwise);
            lower(s.otherwise().get());
        }
        out.join(end);
    }

    private void loop(String onBreak, String onContinue, TypedStatement body) {
        targets.push(new Target(onBreak, Optional.of(onContinue), scopes.mark()));
        lower(body);
        targets.pop();
    }

    private void whileStatement(TypedStatement.While s) {
        var condition = out.newLabel("while");
        var body = out.newLabel("body");
        var end = out.newLabel("end");
        out.begin(condition);
        fn.expressions().branch(s.condition(), body, end);
        out.join(body);
        loop(end, condition, s.body());
        out.jump(condition);
        out.join(end);
    }

    private void doWhile(TypedStatement.DoWhile s) {
        var body = out.newLabel("do");
        var condition = out.newLabel("while");
        var end = out.newLabel("end");
        out.begin(body);
        loop(end, condition, s.body());
        out.join(condition);
        if (out.isOpen()) {
            fn.expressions().branch(s.condition(), body, end);
        }
        out.join(end);
    }

    private void forStatement(TypedStatement.For s) {
        var condition = out.newLabel("for");
        var body = out.newLabel("body");
        var step = out.newLabel("step");
        var end = out.newLabel("end");
        scopes.enter(s);
        s.initial().ifPresent(initial -> Labels.initialStatements(initial).forEach(this::lower));
        out.begin(condition);
        if (s.condition().isPresent()) {
            fn.expressions().branch(s.condition().get(), body, end);
        } else {
            out.jump(body);
        }
        out.join(body);
        loop(end, step, s.body());
        out.join(step);
        if (out.isOpen()) {
            s.step().ifPresent(fn.expressions()::discard);
            out.jump(condition);
        }
        out.join(end);
        endScope();
    }

    private void leave(Position at, boolean toContinue) {
        for (var target : targets) {
            if (!toContinue || target.onContinue().isPresent()) {
                scopes.runExitsTo(target.mark());
                out.jump(toContinue ? target.onContinue().get() : target.onBreak());
                return;
            }
        }
        throw Refusal.unsupported(at, (toContinue ? "'continue'" : "'break'") + " outside of a loop");
    }

    private void switchStatement(TypedStatement.Switch s) {
        var end = out.newLabel("end");
        if (out.isOpen()) {
            var value = fn.expressions().scalar(s.value());
            dispatch(s, value, end);
        }
        targets.push(new Target(end, Optional.empty(), scopes.mark()));
        lower(s.body());
        targets.pop();
        out.join(end);
    }

    private void dispatch(TypedStatement.Switch s, Operand value, String end) {
        if (value.isConstantInteger()) {
            decided(s, value, end);
            return;
        }
        var otherwise = s.defaultLabel().map(this::caseLabel).orElse(end);
        boolean signed = fn.types().isSigned(s.value().type());
        for (var c : s.cases()) {
            if (isLarge(c)) {
                range(c, value, signed);
            }
        }
        var text = new StringBuilder("switch ").append(value.typed()).append(", label %").append(otherwise).append(" [");
        out.use(otherwise);
        for (var c : s.cases()) {
            if (!isLarge(c)) {
                var label = caseLabel(c.label());
                out.use(label);
                for (var v = c.low(); v.compareTo(c.high()) <= 0; v = v.add(BigInteger.ONE)) {
                    text.append("\n    ").append(Operand.integer(value.bits(), v).typed())
                            .append(", label %").append(label);
                }
            }
        }
        out.terminate(text.append(" ]").toString());
    }

    private String caseLabel(LabelId label) {
        fn.labels().live(label);
        return fn.labels().name(label);
    }

    private static boolean isLarge(TypedStatement.SwitchCase c) {
        return c.high().subtract(c.low()).compareTo(LARGEST_LISTED_RANGE) >= 0;
    }

    private void range(TypedStatement.SwitchCase c, Operand value, boolean signed) {
        var low = Operand.integer(value.bits(), c.low());
        var width = Operand.integer(value.bits(), c.high().subtract(c.low()));
        // value - low <= high - low, unsigned, holds exactly inside the range.
        var distance = out.integer("sub", value, low);
        var inside = out.compareIntegers(Rvalue.Comparison.LESS_EQUAL, false, distance, width);
        var next = out.newLabel("next");
        out.branch(inside, caseLabel(c.label()), next);
        out.begin(next);
    }

    /** A switch on a constant: only the case it takes is lowered. */
    private void decided(TypedStatement.Switch s, Operand value, String end) {
        var constant = fn.types().isSigned(s.value().type()) ? value.constant() : value.unsignedConstant();
        for (var c : s.cases()) {
            if (c.low().compareTo(constant) <= 0 && constant.compareTo(c.high()) <= 0) {
                out.jump(caseLabel(c.label()));
                return;
            }
        }
        out.jump(s.defaultLabel().map(this::caseLabel).orElse(end));
    }
}
