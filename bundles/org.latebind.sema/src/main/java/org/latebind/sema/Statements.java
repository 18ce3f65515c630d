package org.latebind.sema;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.sema.api.PermissiveError;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Statement;
import org.latebind.typed.api.LabelId;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedInitializer;
import org.latebind.typed.api.TypedStatement;

/** Statements, C11 6.8, with gcc's extensions. */
final class Statements {
    private final Unit unit;
    private final FunctionContext context;
    private final Locals locals;
    private final AsmOperands asm;
    private final UndecidedStatements undecided;

    Statements(Unit unit, FunctionContext context) {
        this.unit = unit;
        this.context = context;
        this.locals = new Locals(unit, context);
        this.asm = new AsmOperands(unit);
        this.undecided = new UndecidedStatements(unit, context);
    }

    // ---- blocks

    /** The outermost block: parameters are in its scope, C11 6.2.1p4. */
    TypedStatement.Block functionBlock(Statement.Block block, Scope scope, List<TypedStatement> prologue) {
        var items = new ArrayList<>(prologue);
        context.labels.enterBlock(block.localLabels());
        blockItems(block.items(), scope, items);
        context.labels.leaveBlock();
        return new TypedStatement.Block(items, block.span().at());
    }

    private TypedStatement block(Statement.Block block, Scope outer) {
        var items = new ArrayList<TypedStatement>();
        int barriers = context.labels.barrierDepth();
        context.labels.enterBlock(block.localLabels());
        blockItems(block.items(), outer.inner(), items);
        context.labels.leaveBlock();
        context.labels.leaveBarriers(barriers);
        return new TypedStatement.Block(items, block.span().at());
    }

    private void blockItems(List<Statement> statements, Scope scope, List<TypedStatement> items) {
        for (var statement : statements) {
            item(statement, scope, items);
        }
    }

    private void item(Statement statement, Scope scope, List<TypedStatement> items) {
        if (statement instanceof Statement.Declared declared) {
            declaration(declared.declaration(), scope, items);
            return;
        }
        if (labeled(statement).filter(Statements::mayDeclare).isPresent()) {
            labeledDeclaration(statement, scope, items);
            return;
        }
        var typed = statement(statement, scope);
        items.addAll(declareSizes(context));
        items.add(typed);
    }

    private static boolean mayDeclare(Statement statement) {
        return statement instanceof Statement.Declared || statement instanceof Statement.Undecided;
    }

    /** What stands behind all labels of a statement; empty where there is no label. */
    private static Optional<Statement> labeled(Statement statement) {
        var body = switch (statement) {
            case Statement.Label label -> Optional.of(label.body());
            case Statement.Case label -> Optional.of(label.body());
            case Statement.Default label -> Optional.of(label.body());
            default -> Optional.<Statement>empty();
        };
        return body.map(b -> labeled(b).orElse(b));
    }

    /** {@code label: int x;} of C23 and gcc: the object's scope is the block around the label. */
    private void labeledDeclaration(Statement statement, Scope scope, List<TypedStatement> items) {
        var empty = new Statement.Empty(statement.span(), List.of());
        switch (statement) {
            case Statement.Label l -> {
                items.add(statement(new Statement.Label(l.span(), l.name(), l.attributes(), empty), scope));
                item(l.body(), scope, items);
            }
            case Statement.Case c -> {
                items.add(statement(new Statement.Case(c.span(), c.low(), c.high(), empty), scope));
                item(c.body(), scope, items);
            }
            case Statement.Default d -> {
                items.add(statement(new Statement.Default(d.span(), empty), scope));
                item(d.body(), scope, items);
            }
            default -> item(statement, scope, items);
        }
    }

    private void declaration(Declaration declaration, Scope scope, List<TypedStatement> items) {
        switch (declaration) {
            case Declaration.Simple simple -> locals.declare(simple, scope, items);
            case Declaration.Assertion a -> unit.declarations.assertion(a.span(), a.condition(), a.message(), scope);
            case Declaration.Function f -> unit.reports.unsupported(f.span().at(), "a nested function");
            case Declaration.FileAsm a -> unit.reports.error(Codes.ASM, a.span().at(), "file-scope asm inside a function");
            case Declaration.PragmaLine p -> { }
            case Declaration.Empty e -> { }
            case Declaration.MacroUse m -> {
                unit.unbound(m.span().at(), m.name());
                undecided.mentioned(m.span(), scope);
            }
            case Declaration.Undecided u -> unit.unbound(u.span().at(), "#if");
        }
    }

    /** Sizes of variable length arrays noted on the way become locals with values. */
    static List<TypedStatement> declareSizes(FunctionContext context) {
        var statements = new ArrayList<TypedStatement>();
        for (var size : context.takeSizes()) {
            statements.add(new TypedStatement.Declare(size.local(), new Lvalue.LocalInitializer(
                    Optional.of(new TypedInitializer.Single(size.value()))), size.at()));
        }
        return statements;
    }

    // ---- statement expressions

    Rvalue statementExpression(Expression.StatementExpression expression, Scope outer) {
        var at = expression.span().at();
        var syntax = expression.block();
        var scope = outer.inner();
        var items = new ArrayList<TypedStatement>();
        int barriers = context.labels.barrierDepth();
        context.labels.enterBarrier();
        context.labels.enterBlock(syntax.localLabels());
        Optional<Operand> last = Optional.empty();
        int count = syntax.items().size();
        for (int i = 0; i < count; i++) {
            var statement = syntax.items().get(i);
            if (i == count - 1) {
                last = lastValue(statement, scope, items);
            } else {
                item(statement, scope, items);
            }
        }
        context.labels.leaveBlock();
        context.labels.leaveBarriers(barriers);
        var value = last.map(unit.conversions::value);
        if (value.filter(v -> Types.isUnknown(v.type())).isPresent()) {
            return Types.unknownValue(at);
        }
        if (value.filter(v -> Types.isVoid(v.type())).isPresent()) {
            items.add(new TypedStatement.Evaluate(value.get(), value.get().at()));
            value = Optional.empty();
        }
        var type = value.map(Rvalue::type).orElse(Types.VOID);
        return new Rvalue.StatementExpression(new TypedStatement.Block(items, syntax.span().at()), value, type, at);
    }

    /** The last statement's expression; labels before it stay in the block. */
    private Optional<Operand> lastValue(Statement statement, Scope scope, List<TypedStatement> items) {
        if (statement instanceof Statement.Evaluate evaluate) {
            var operand = unit.expressions.analyze(evaluate.expression(), scope);
            items.addAll(declareSizes(context));
            return Optional.of(operand);
        }
        if (statement instanceof Statement.Label label) {
            var id = context.labels.define(label.name(), label.span().at());
            items.add(new TypedStatement.Label(id, new TypedStatement.Empty(), label.span().at()));
            return lastValue(label.body(), scope, items);
        }
        item(statement, scope, items);
        return Optional.empty();
    }

    // ---- statements

    private TypedStatement statement(Statement statement, Scope scope) {
        return switch (statement) {
            case Statement.Block block -> block(block, scope);
            case Statement.Declared declared -> {
                var items = new ArrayList<TypedStatement>();
                declaration(declared.declaration(), scope, items);
                yield new TypedStatement.Block(items, declared.span().at());
            }
            case Statement.Evaluate evaluate -> {
                var value = unit.expressions.value(evaluate.expression(), scope);
                undecided.evaluated(evaluate, scope);
                yield new TypedStatement.Evaluate(value, evaluate.span().at());
            }
            case Statement.Empty empty -> new TypedStatement.Empty();
            case Statement.If conditional -> new TypedStatement.If(
                    condition(conditional.condition(), scope),
                    inner(conditional.then(), scope),
                    conditional.otherwise().map(o -> inner(o, scope)), conditional.span().at());
            case Statement.Switch s -> switchStatement(s, scope);
            case Statement.While loop -> new TypedStatement.While(
                    condition(loop.condition(), scope), loopBody(loop.body(), scope), loop.span().at());
            case Statement.DoWhile loop -> {
                var body = loopBody(loop.body(), scope);
                yield new TypedStatement.DoWhile(body, condition(loop.condition(), scope), loop.span().at());
            }
            case Statement.For loop -> forStatement(loop, scope);
            case Statement.Label label -> {
                var id = context.labels.define(label.name(), label.span().at());
                yield new TypedStatement.Label(id, inner(label.body(), scope), label.span().at());
            }
            case Statement.Case c -> caseStatement(c, scope);
            case Statement.Default d -> defaultStatement(d, scope);
            case Statement.Goto jump -> new TypedStatement.Goto(
                    context.labels.jump(jump.label(), jump.span().at()), jump.span().at());
            case Statement.ComputedGoto jump -> computedGoto(jump, scope);
            case Statement.Break b -> {
                if (context.breakable == 0) {
                    unit.reports.error(Codes.STATEMENT, b.span().at(), "'break' outside a loop or switch");
                    yield new TypedStatement.Empty();
                }
                yield new TypedStatement.Break(b.span().at());
            }
            case Statement.Continue c -> {
                if (context.loops == 0) {
                    unit.reports.error(Codes.STATEMENT, c.span().at(), "'continue' outside a loop");
                    yield new TypedStatement.Empty();
                }
                yield new TypedStatement.Continue(c.span().at());
            }
            case Statement.Return r -> returnStatement(r, scope);
            case Statement.Asm a -> new TypedStatement.Asm(asm.analyze(a.asm(), scope));
            case Statement.MacroUse use -> {
                unit.unbound(use.span().at(), use.name());
                undecided.macro(use, scope, this::blockItems);
                yield new TypedStatement.Empty();
            }
            case Statement.Undecided choice -> {
                unit.unbound(choice.span().at(), "#if");
                undecided.choice(choice, scope, this::blockItems);
                yield new TypedStatement.Empty();
            }
        };
    }

    /** A substatement; a scope of its own, C11 6.8.4p3. Sizes noted in it are computed in it. */
    private TypedStatement inner(Statement statement, Scope scope) {
        var before = context.takeSizes();
        var typed = statement(statement, scope.inner());
        var sizes = declareSizes(context);
        context.restoreSizes(before);
        if (sizes.isEmpty()) {
            return typed;
        }
        var items = new ArrayList<TypedStatement>(sizes);
        items.add(typed);
        return new TypedStatement.Block(items, statement.span().at());
    }

    private Rvalue condition(Expression expression, Scope scope) {
        return unit.conversions.condition(unit.expressions.analyze(expression, scope));
    }

    private TypedStatement loopBody(Statement body, Scope scope) {
        context.breakable++;
        context.loops++;
        var typed = inner(body, scope);
        context.breakable--;
        context.loops--;
        return typed;
    }

    private TypedStatement forStatement(Statement.For loop, Scope outer) {
        var scope = outer.inner();
        if (loop.initial().orElse(null) instanceof Statement.Declared declared) {
            // What is declared lives until the loop is left: a block around the loop says so.
            var items = new ArrayList<TypedStatement>();
            int barriers = context.labels.barrierDepth();
            if (declared.declaration() instanceof Declaration.Simple simple) {
                unit.specifierRules.inForLoop(simple.specifiers());
            }
            declaration(declared.declaration(), scope, items);
            items.add(forLoop(loop, Optional.empty(), scope));
            context.labels.leaveBarriers(barriers);
            return new TypedStatement.Block(items, loop.span().at());
        }
        return forLoop(loop, loop.initial().map(i -> statement(i, scope)), scope);
    }

    private TypedStatement forLoop(Statement.For loop, Optional<TypedStatement> initial, Scope scope) {
        var condition = loop.condition().map(c -> condition(c, scope));
        var step = loop.step().map(s -> unit.expressions.value(s, scope));
        var body = loopBody(loop.body(), scope);
        return new TypedStatement.For(initial, condition, step, body, loop.span().at());
    }

    private TypedStatement returnStatement(Statement.Return statement, Scope scope) {
        var at = statement.span().at();
        var result = context.type.result();
        if (statement.value().isEmpty()) {
            var language = unit.options.language();
            boolean asked = language.dialect().isC99OrLater() || language.warnings().isAsked("return-type");
            if (!Types.isVoid(result.type()) && !Types.isUnknown(result.type()) && asked) {
                unit.reports.permissive(PermissiveError.RETURN_MISMATCH, Codes.RETURN, at,
                        "'return' without a value in a function that returns " + unit.text.quoted(result));
            }
            return new TypedStatement.Return(Optional.empty(), at);
        }
        var operand = unit.expressions.analyze(statement.value().get(), scope);
        if (!Types.isVoid(result.type())) {
            return new TypedStatement.Return(
                    Optional.of(unit.conversions.assign(result, operand, "return")), at);
        }
        var value = unit.conversions.value(operand);
        if (!Types.isVoid(value.type()) && !Types.isUnknown(value.type())) {
            unit.reports.permissive(PermissiveError.RETURN_MISMATCH, Codes.RETURN, at,
                    "'return' with a value in a function that returns void");
        }
        return new TypedStatement.Block(List.of(
                new TypedStatement.Evaluate(value, at), new TypedStatement.Return(Optional.empty(), at)), at);
    }

    private TypedStatement computedGoto(Statement.ComputedGoto jump, Scope scope) {
        var at = jump.span().at();
        var target = unit.conversions.assign(
                QualifiedType.of(new Type.Pointer(new QualifiedType(Types.VOID, QualifiedType.CONST, 0, 0))),
                unit.expressions.analyze(jump.target(), scope), "computed goto");
        return new TypedStatement.ComputedGoto(target, at);
    }

    // ---- switch

    private TypedStatement switchStatement(Statement.Switch statement, Scope scope) {
        var at = statement.span().at();
        var operand = unit.expressions.analyze(statement.value(), scope);
        var value = unit.conversions.value(operand);
        if (!Types.isInteger(value.type()) && !Types.isUnknown(value.type())) {
            unit.reports.error(Codes.STATEMENT, at, "switch quantity is not an integer: it has type " + unit.text.quoted(operand.type()));
            value = Types.unknownValue(at);
        }
        var promoted = unit.conversions.promote(value);
        var cases = new SwitchContext(unit, promoted.type(), context.labels.barrierDepth());
        context.switches.push(cases);
        context.breakable++;
        var body = inner(statement.body(), scope);
        context.breakable--;
        context.switches.pop();
        return new TypedStatement.Switch(promoted, cases.cases(), cases.defaultLabel(), body, at);
    }

    private Optional<SwitchContext> enclosingSwitch(String word, Position at) {
        if (context.switches.isEmpty()) {
            unit.reports.error(Codes.STATEMENT, at, "'" + word + "' outside a switch");
            return Optional.empty();
        }
        if (context.switches.peek().barriers != context.labels.barrierDepth()) {
            unit.reports.report(Diagnostic.error(Codes.STATEMENT, at, "'" + word
                    + "' enters a statement expression or the scope of a variable length array"));
            return Optional.empty();
        }
        return Optional.of(context.switches.peek());
    }

    private TypedStatement caseStatement(Statement.Case statement, Scope scope) {
        var at = statement.span().at();
        var id = context.newLabel();
        enclosingSwitch("case", at).ifPresent(s -> addCase(s, statement, id, scope));
        return new TypedStatement.Label(id, inner(statement.body(), scope), at);
    }

    private void addCase(SwitchContext target, Statement.Case statement, LabelId id, Scope scope) {
        var low = caseValue(target, statement.low(), scope);
        var high = statement.high().map(h -> caseValue(target, h, scope)).orElse(low);
        if (low.isPresent() && high.isPresent() && !unit.reports.isQuiet()) {
            target.add(low.get(), high.get(), id, statement.span().at());
        }
    }

    private Optional<BigInteger> caseValue(SwitchContext target, Expression expression, Scope scope) {
        var value = unit.constants.require(expression, scope, "a case label");
        return Types.isUnknown(target.type) ? Optional.empty() : value.map(v -> unit.types.wrap(v, target.type));
    }

    private TypedStatement defaultStatement(Statement.Default statement, Scope scope) {
        var at = statement.span().at();
        var id = context.newLabel();
        enclosingSwitch("default", at).filter(s -> !unit.reports.isQuiet()).ifPresent(s -> s.addDefault(id, at));
        return new TypedStatement.Label(id, inner(statement.body(), scope), at);
    }
}
