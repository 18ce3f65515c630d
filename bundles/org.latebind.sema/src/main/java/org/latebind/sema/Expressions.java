package org.latebind.sema;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.gnuc.BuiltinFunction;
import org.latebind.gnuc.BuiltinFunction.Property;
import org.latebind.sema.api.PermissiveError;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.LocalId;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/** C11 6.5: what each sort of expression denotes. */
final class Expressions {
    private final Unit unit;
    private final Operators operators;
    private final Members members;
    private final Calls calls;
    private final Queries queries;

    Expressions(Unit unit) {
        this.unit = unit;
        this.operators = new Operators(unit);
        this.members = new Members(unit);
        this.calls = new Calls(unit, new Builtins(unit));
        this.queries = new Queries(unit, members);
    }

    static Expression withoutParentheses(Expression expression) {
        var inner = expression;
        while (inner instanceof Expression.Parenthesized p) {
            inner = p.inner();
        }
        return inner;
    }

    /** The expression's value, after lvalue conversion. */
    Rvalue value(Expression expression, Scope scope) {
        return unit.conversions.value(analyze(expression, scope));
    }

    /** The operand's type only: nothing in it is evaluated. */
    Operand unevaluated(Expression expression, Scope scope) {
        unit.enterUnevaluated();
        try {
            var mark = scope.function().map(FunctionContext::mark);
            var operand = analyze(expression, scope);
            mark.ifPresent(m -> scope.function().orElseThrow().reset(m));
            return operand;
        } finally {
            unit.leaveUnevaluated();
        }
    }

    Operand analyze(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Name name -> name(name, scope);
            case Expression.Number number -> Operand.constant(unit.literals.number(number));
            case Expression.Character character -> Operand.constant(unit.literals.character(character));
            case Expression.Text text -> {
                var literal = unit.literals.text(text);
                yield new Operand.Place(new Lvalue.Text(literal.data(), literal.type(), text.span().at()));
            }
            case Expression.Parenthesized inner -> analyze(inner.inner(), scope);
            case Expression.Index index -> operators.index(index, scope);
            case Expression.Call call -> calls.analyze(call, scope);
            case Expression.Member member -> members.analyze(member, scope);
            case Expression.Unary unary -> operators.unary(unary, scope);
            case Expression.Binary binary -> operators.binary(binary, scope);
            case Expression.Assign assign -> operators.assign(assign, scope);
            case Expression.Conditional conditional -> operators.conditional(conditional, scope);
            case Expression.Comma comma -> comma(comma, scope);
            case Expression.Cast cast -> cast(cast, scope);
            case Expression.CompoundLiteral literal -> compoundLiteral(literal, scope);
            case Expression.SizeofExpression sizeof -> queries.sizeof(sizeof, scope);
            case Expression.SizeofType sizeof -> queries.sizeof(sizeof, scope);
            case Expression.AlignofExpression alignof -> queries.alignof(alignof, scope);
            case Expression.AlignofType alignof -> queries.alignof(alignof, scope);
            case Expression.Generic generic -> queries.generic(generic, scope);
            case Expression.StatementExpression statement -> statementExpression(statement, scope);
            case Expression.LabelAddress label -> labelAddress(label, scope);
            case Expression.Offsetof offsetof -> queries.offsetof(offsetof, scope);
            case Expression.VaArg vaArg -> vaArg(vaArg, scope);
            case Expression.TypesCompatible types -> queries.typesCompatible(types, scope);
            case Expression.ChooseExpression choose -> queries.choose(choose, scope);
            case Expression.HasAttributeExpression has -> queries.hasAttribute(has, scope);
            case Expression.HasAttributeType has -> queries.hasAttribute(has, scope);
            case Expression.MacroUse use -> {
                scope.function().ifPresent(f -> f.labels.speculative(unit.source.speculation().identifiers(use.span())));
                yield unbound(use.span().at(), use.name());
            }
            case Expression.MixedText text -> unbound(text.span().at(), "string");
        };
    }

    static Operand unknown(Position at) {
        return Operand.of(Types.unknownValue(at));
    }

    private Operand unbound(Position at, String name) {
        unit.unbound(at, name);
        return unknown(at);
    }

    // ---- names

    private Operand name(Expression.Name name, Scope scope) {
        var found = scope.ordinary(name.name());
        if (found.isEmpty()) {
            return undeclared(name, scope);
        }
        if (found.get() instanceof Entity.Local local) {
            scope.function().ifPresent(f -> f.named(local.id(), name.span().at()));
        }
        return denoted(found.get(), name);
    }

    private Operand denoted(Entity entity, Expression.Name name) {
        var at = name.span().at();
        return switch (entity) {
            case Entity.Local local -> new Operand.Place(new Lvalue.Local(local.id(), local.type(), at));
            case Entity.Enumerator enumerator ->
                Operand.constant(new Rvalue.IntegerConstant(enumerator.value(), enumerator.type(), at));
            case VariableEntity variable -> new Operand.Place(variable(variable, at));
            case FunctionEntity function -> new Operand.Place(function(function, at));
            case Entity.Unresolved u -> unknown(at);
            case Entity.Typedef typedef -> {
                unit.reports.error(Codes.UNDECLARED, at, "'" + name.name() + "' is a type, and an expression is needed");
                yield unknown(at);
            }
        };
    }

    Lvalue variable(VariableEntity variable, Position at) {
        return variable.register.isPresent()
                ? new Lvalue.Register(variable.register.get(), variable.type, at)
                : new Lvalue.Global(unit.reference(variable), variable.type, at);
    }

    Lvalue function(FunctionEntity function, Position at) {
        return new Lvalue.Function(unit.reference(function), QualifiedType.of(function.type), at);
    }

    private Operand undeclared(Expression.Name name, Scope scope) {
        var at = name.span().at();
        var text = name.name();
        switch (text) {
            case "__func__", "__FUNCTION__", "__PRETTY_FUNCTION__" -> {
                var own = scope.function().map(f -> f.function.name).orElse("");
                var data = Literals.plain(own);
                var element = new QualifiedType(Types.CHAR, QualifiedType.CONST, 0, 0);
                return new Operand.Place(new Lvalue.Text(
                        data, QualifiedType.of(Types.arrayOf(element, data.elements().size())), at));
            }
            default -> { }
        }
        var builtin = BuiltinFunction.spelled(text);
        if (builtin.isPresent() && !builtin.get().is(Property.LIBRARY)) {
            unit.reports.error(Codes.BUILTIN, at, "'" + text + "' can only be called");
            return unknown(at);
        }
        var library = builtin.flatMap(b -> calls.library(b.bareName()));
        if (library.isPresent()) {
            return new Operand.Place(function(library.get(), at));
        }
        if (!unit.isDeferred() && !unit.source.isBroken(text)) {
            unit.reports.report(unit.suggestions.to(
                    Diagnostic.error(Codes.UNDECLARED, at, "'" + text + "' is not declared")
                            .withLength(text.length()), text, scope));
        }
        return unknown(at);
    }

    /** A call of a name that nothing declares, C90 6.3.2.2. */
    Operand implicitFunction(Expression.Name name, Scope scope) {
        var at = name.span().at();
        if (unit.isDeferred() || unit.source.isBroken(name.name())) {
            return unknown(at);
        }
        var library = calls.library(name.name());
        unit.reports.permissive(PermissiveError.IMPLICIT_FUNCTION, unit.suggestions.to(Diagnostic.error(
                Codes.IMPLICIT, at, "function '" + name.name() + "' is not declared")
                .withLength(name.name().length()), name.name(), scope));
        var function = library.orElseGet(() -> {
            var implied = new FunctionEntity(name.name(), Types.unprototyped(QualifiedType.of(Types.INT)), at);
            unit.file.declare(name.name(), implied);
            return implied;
        });
        return new Operand.Place(function(function, at));
    }

    // ---- comma, casts, literals

    private Operand comma(Expression.Comma comma, Scope scope) {
        var left = value(comma.left(), scope);
        var right = value(comma.right(), scope);
        return Operand.of(new Rvalue.Comma(left, right, right.type(), comma.span().at()));
    }

    private Operand cast(Expression.Cast cast, Scope scope) {
        var type = unit.typeBuilder.typeName(cast.type(), scope);
        var operand = analyze(cast.operand(), scope);
        return withSizes(cast(type, operand, cast.span().at(), scope), scope);
    }

    private Operand cast(QualifiedType target, Operand operand, Position at, Scope scope) {
        var type = target.type();
        if (Types.isVoid(type)) {
            return Operand.of(discarded(operand, at));
        }
        if (type instanceof Type.Record r && unit.types.isComplete(type)) {
            return castToRecord(target, r, operand, at, scope);
        }
        var value = unit.conversions.value(operand);
        if (Types.isUnknown(type) || unit.isKernelRecord(type)) {
            return unknown(at);
        }
        if (Types.isUnknown(value.type())) {
            return Operand.of(new Rvalue.Convert(value, type, at));
        }
        boolean allowed = unit.vectors.isCastable(type, value.type())
                || Types.isScalar(type) && Types.isScalar(value.type())
                && !(Types.isPointer(type) && value.type() instanceof Type.Floating)
                && !(type instanceof Type.Floating && Types.isPointer(value.type()));
        if (!allowed) {
            if (!type.equals(value.type())) {
                unit.reports.error(Codes.OPERANDS, at,
                        "cannot convert " + unit.text.quoted(operand.type()) + " to " + unit.text.quoted(target));
                return unknown(at);
            }
            return Operand.of(value);
        }
        boolean constant = operand.isConstant() || value instanceof Rvalue.FloatingConstant && Types.isInteger(type);
        return new Operand.Computed(unit.conversions.folded(new Rvalue.Convert(value, type, at)), constant);
    }

    private Rvalue discarded(Operand operand, Position at) {
        if (Types.isVoid(operand.type().type()) && operand instanceof Operand.Computed c) {
            return c.value();
        }
        return new Rvalue.Convert(unit.conversions.value(operand), Types.VOID, at);
    }

    /** gcc's cast to a union that has a member of the operand's type; to its own type it does nothing. */
    private Operand castToRecord(QualifiedType target, Type.Record record, Operand operand, Position at, Scope scope) {
        var value = unit.conversions.value(operand);
        if (Types.isUnknown(value.type()) || record.equals(value.type())) {
            return Operand.of(value);
        }
        var definition = unit.types.definition(record);
        if (definition.union()) {
            for (int i = 0; i < definition.members().size(); i++) {
                var member = definition.members().get(i);
                if (member.name().isPresent() && unit.compatibility.compatible(member.type().type(), value.type())) {
                    return unit.initializers.unionOf(target, record, i, value, at, scope);
                }
            }
        }
        unit.reports.error(Codes.OPERANDS, at,
                "cannot convert " + unit.text.quoted(operand.type()) + " to " + unit.text.quoted(target));
        return unknown(at);
    }

    private Operand compoundLiteral(Expression.CompoundLiteral literal, Scope scope) {
        var type = unit.typeBuilder.typeName(literal.type(), scope);
        return withSizes(unit.initializers.compoundLiteral(type, literal, scope), scope);
    }

    // ---- statement expressions, labels, va_arg

    private Operand statementExpression(Expression.StatementExpression expression, Scope scope) {
        var at = expression.span().at();
        if (scope.function().isEmpty()) {
            unit.reports.error(Codes.STATEMENT, at, "a statement expression outside a function");
            return unknown(at);
        }
        return Operand.of(new Statements(unit, scope.function().get()).statementExpression(expression, scope));
    }

    private Operand labelAddress(Expression.LabelAddress label, Scope scope) {
        var at = label.span().at();
        if (scope.function().isEmpty()) {
            unit.reports.error(Codes.LABEL, at, "the address of a label is taken outside a function");
            return unknown(at);
        }
        var context = scope.function().get();
        var id = context.labels.address(label.label(), at);
        return Operand.of(new Rvalue.LabelAddress(context.id(), id, Types.VOID_POINTER, at));
    }

    private Operand vaArg(Expression.VaArg vaArg, Scope scope) {
        var at = vaArg.span().at();
        var list = analyze(vaArg.list(), scope);
        var type = unit.typeBuilder.typeName(vaArg.type(), scope);
        if (Types.isUnknown(list.type().type()) || Types.isUnknown(type.type())) {
            return unknown(at);
        }
        if (!(list instanceof Operand.Place place && list.type().type() instanceof Type.VaList)) {
            unit.reports.error(Codes.BUILTIN, at, "the first argument of va_arg must be a va_list, not "
                    + unit.text.quoted(list.type()));
            return unknown(at);
        }
        if (!unit.requireComplete(type, at)) {
            return unknown(at);
        }
        if (type.type() instanceof Type.Array) {
            unit.reports.unsupported(at, "va_arg of an array");
            return unknown(at);
        }
        return Operand.of(new Rvalue.VaArg(place.lvalue(), type.type(), at));
    }

    /** Computes, before the operand, sizes of variable length arrays that type names in it noted. */
    Operand withSizes(Operand operand, Scope scope) {
        if (scope.function().isEmpty() || unit.isUnevaluated()) {
            return operand;
        }
        var sizes = scope.function().get().takeSizes();
        if (sizes.isEmpty()) {
            return operand;
        }
        var value = unit.conversions.value(operand);
        for (var size : sizes.reversed()) {
            value = new Rvalue.Comma(store(size), value, value.type(), size.at());
        }
        return Operand.of(value);
    }

    static Rvalue store(FunctionContext.Size size) {
        var type = QualifiedType.of(size.value().type());
        return new Rvalue.Assign(
                new Lvalue.Local(size.local(), type, size.at()), size.value(), size.value().type(), size.at());
    }

    static Rvalue load(LocalId local, Type type, Position at) {
        return new Rvalue.Load(new Lvalue.Local(local, QualifiedType.of(type), at), type, at);
    }
}
