package org.latebind.layout;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.FieldPath;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.RecordLayout;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypeTable;
import org.latebind.typed.api.TypedAsm;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedInitializer;
import org.latebind.typed.api.TypedStatement;
import org.latebind.typed.api.TypedUnit;

/**
 * Lays out every record that lowering may ask for: those that a unit's objects, signatures and bodies hold or point to,
 * and what these hold by value. What cannot be laid out is reported, each once.
 *
 * <pre>
 * int f(struct a *p) { return p->b.c + sizeof(struct d); }  ─▶  struct a, struct b (a part of it), struct d
 * </pre>
 *
 * <p>Records that are only declared are left out: nothing needs more of them than their name.
 */
final class MentionedRecords {
    private final TypedUnit unit;
    private final TypeTable types;
    private final Layouts layouts;
    private final Consumer<Diagnostic> problems;
    private final Map<RecordId, RecordLayout> found = new LinkedHashMap<>();
    private final Set<RecordId> refused = new HashSet<>();
    private final Set<Diagnostic> reported = new HashSet<>();

    MentionedRecords(TypedUnit unit, Layouts layouts, Consumer<Diagnostic> problems) {
        this.unit = unit;
        this.types = unit.types();
        this.layouts = layouts;
        this.problems = problems;
    }

    /** Those first that are mentioned first. */
    Map<RecordId, RecordLayout> layOut() {
        for (var variable : unit.variables()) {
            mention(variable.type(), variable.at());
            variable.initializer().ifPresent(value -> initializer(value, variable.at()));
        }
        unit.functions().forEach(this::function);
        return found;
    }

    private void function(TypedFunction function) {
        passed(function.type(), function.at());
        function.body().ifPresent(body -> {
            body.locals().forEach(local -> mention(local.type(), local.at()));
            statement(body.block());
        });
    }

    // ---- types

    /** A type that has a size where it has to have one: what is incomplete is left alone. */
    private void mention(QualifiedType type, Position at) {
        switch (type.type()) {
            case Type.Pointer pointer -> mention(pointer.target(), at);
            case Type.Array array -> {
                mention(array.element(), at);
                if (array.length() instanceof Type.ArrayLength.Known && hasSize(array.element())) {
                    guarded(at, () -> layouts.sizeOf(type));
                }
            }
            case Type.Function function -> {
                mention(function.result(), at);
                function.parameters().forEach(parameter -> mention(parameter, at));
            }
            case Type.Record record -> {
                if (!found.containsKey(record.id()) && types.record(record.id()).complete()) {
                    record(record.id(), at);
                }
            }
            default -> { }
        }
    }

    /** A signature as it is called: what it passes by value has to be complete. */
    private void passed(Type.Function function, Position at) {
        passed(function.result(), at);
        function.parameters().forEach(parameter -> passed(parameter, at));
    }

    private void passed(QualifiedType type, Position at) {
        if (type.type() instanceof Type.Record record) {
            record(record.id(), at);
        } else {
            mention(type, at);
        }
    }

    private void record(RecordId id, Position at) {
        if (found.containsKey(id) || refused.contains(id)) {
            return;
        }
        refused.add(id);
        guarded(at, () -> {
            found.put(id, layouts.layout(id));
            refused.remove(id);
            types.record(id).members().forEach(member -> part(member.type(), member.at()));
        });
    }

    private void part(QualifiedType type, Position at) {
        switch (type.type()) {
            case Type.Array array -> part(array.element(), at);
            case Type.Record record -> record(record.id(), at);
            default -> { }
        }
    }

    private boolean hasSize(QualifiedType type) {
        return switch (type.type()) {
            case Type.Record record -> found.containsKey(record.id());
            case Type.Array array -> array.length() instanceof Type.ArrayLength.Known && hasSize(array.element());
            case Type.Unknown unknown -> false;
            default -> true;
        };
    }

    private void guarded(Position at, Runnable work) {
        try {
            work.run();
        } catch (DiagnosticException e) {
            report(e.diagnostic().where().equals(Position.NONE) ? e.diagnostic().at(at) : e.diagnostic());
        }
    }

    private void report(Diagnostic problem) {
        if (reported.add(problem)) {
            problems.accept(problem);
        }
    }

    // ---- the tree

    private void statement(TypedStatement statement) {
        switch (statement) {
            case TypedStatement.Block block -> block.items().forEach(this::statement);
            case TypedStatement.Declare declare -> initializer(declare.initializer(), declare.at());
            case TypedStatement.Evaluate evaluate -> value(evaluate.value());
            case TypedStatement.If choice -> {
                value(choice.condition());
                statement(choice.then());
                choice.otherwise().ifPresent(this::statement);
            }
            case TypedStatement.For loop -> {
                loop.initial().ifPresent(this::statement);
                loop.condition().ifPresent(this::value);
                loop.step().ifPresent(this::value);
                statement(loop.body());
            }
            case TypedStatement.While loop -> {
                value(loop.condition());
                statement(loop.body());
            }
            case TypedStatement.DoWhile loop -> {
                statement(loop.body());
                value(loop.condition());
            }
            case TypedStatement.Switch choice -> {
                value(choice.value());
                statement(choice.body());
            }
            case TypedStatement.Label label -> statement(label.body());
            case TypedStatement.ComputedGoto jump -> value(jump.target());
            case TypedStatement.Return end -> end.value().ifPresent(this::value);
            case TypedStatement.Asm asm -> asm(asm.asm());
            case TypedStatement.Goto jump -> { }
            case TypedStatement.Break end -> { }
            case TypedStatement.Continue next -> { }
            case TypedStatement.Empty nothing -> { }
        }
    }

    private void asm(TypedAsm asm) {
        asm.outputs().forEach(output -> object(output.target()));
        asm.inputs().forEach(input -> {
            input.memory().ifPresent(this::object);
            input.value().ifPresent(this::value);
        });
    }

    private void initializer(Lvalue.LocalInitializer initializer, Position at) {
        initializer.value().ifPresent(value -> initializer(value, at));
    }

    private void initializer(TypedInitializer initializer, Position at) {
        switch (initializer) {
            case TypedInitializer.Single single -> value(single.value());
            case TypedInitializer.Text text -> { }
            case TypedInitializer.Members members -> {
                record(members.record(), at);
                members.values().forEach(member -> initializer(member.value(), at));
            }
            case TypedInitializer.Elements elements -> {
                mention(elements.element(), at);
                elements.values().forEach(element -> initializer(element.value(), at));
            }
        }
    }

    private void object(Lvalue object) {
        mention(object.type(), object.at());
        switch (object) {
            case Lvalue.Dereference dereference -> value(dereference.pointer());
            case Lvalue.Member member -> {
                object(member.base());
                path(member.path(), member.at());
            }
            case Lvalue.CompoundLiteral literal -> initializer(literal.initializer(), literal.at());
            case Lvalue.Temporary temporary -> value(temporary.value());
            case Lvalue.Global global -> { }
            case Lvalue.Local local -> { }
            case Lvalue.Function function -> { }
            case Lvalue.Text text -> { }
            case Lvalue.Register register -> { }
        }
    }

    private void path(FieldPath path, Position at) {
        record(path.record(), at);
    }

    private void value(Rvalue value) {
        var at = value.at();
        mention(QualifiedType.of(value.type()), at);
        switch (value) {
            case Rvalue.IntegerConstant constant -> { }
            case Rvalue.FloatingConstant constant -> { }
            case Rvalue.LabelAddress label -> { }
            case Rvalue.Load load -> object(load.source());
            case Rvalue.AddressOf address -> object(address.object());
            case Rvalue.ArrayDecay decay -> object(decay.array());
            case Rvalue.Convert convert -> value(convert.operand());
            case Rvalue.Splat splat -> value(splat.element());
            case Rvalue.Negate negate -> value(negate.operand());
            case Rvalue.Complement complement -> value(complement.operand());
            case Rvalue.Not not -> value(not.operand());
            case Rvalue.Arithmetic arithmetic -> values(arithmetic.left(), arithmetic.right());
            case Rvalue.PointerOffset offset -> values(offset.pointer(), offset.index());
            case Rvalue.PointerDifference difference -> values(difference.left(), difference.right());
            case Rvalue.Compare compare -> values(compare.left(), compare.right());
            case Rvalue.Logical logical -> values(logical.left(), logical.right());
            case Rvalue.Conditional choice -> {
                value(choice.condition());
                values(choice.then(), choice.otherwise());
            }
            case Rvalue.Bind bind -> values(bind.value(), bind.body());
            case Rvalue.Assign assign -> {
                object(assign.target());
                value(assign.value());
            }
            case Rvalue.CompoundAssign assign -> {
                object(assign.target());
                value(assign.value());
            }
            case Rvalue.Increment increment -> object(increment.target());
            case Rvalue.Comma comma -> values(comma.left(), comma.right());
            case Rvalue.Call call -> {
                passed(call.signature(), at);
                value(call.callee());
                call.arguments().forEach(this::value);
            }
            case Rvalue.Builtin builtin -> builtin.arguments().forEach(this::value);
            case Rvalue.StatementExpression expression -> {
                statement(expression.block());
                expression.value().ifPresent(this::value);
            }
            case Rvalue.VaArg argument -> object(argument.list());
            case Rvalue.SizeOf size -> mention(size.operand(), at);
            case Rvalue.AlignOf alignment -> mention(alignment.operand(), at);
            case Rvalue.OffsetOf offset -> path(offset.path(), at);
        }
    }

    private void values(Rvalue first, Rvalue second) {
        value(first);
        value(second);
    }
}
