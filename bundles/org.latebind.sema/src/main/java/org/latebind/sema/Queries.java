package org.latebind.sema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.gnuc.Effect;
import org.latebind.gnuc.GnuAttribute;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Initializer.Designator;
import org.latebind.typed.api.LocalId;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Rvalue.ArithmeticOperator;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.ArrayLength;

/** Expressions that ask about types: sizeof, _Alignof, offsetof, _Generic, choices by type. */
final class Queries {
    private final Unit unit;
    private final Members members;

    Queries(Unit unit, Members members) {
        this.unit = unit;
        this.members = members;
    }

    // ---- sizeof

    Operand sizeof(Expression.SizeofExpression sizeof, Scope scope) {
        var at = sizeof.span().at();
        var operand = unit.expressions.unevaluated(sizeof.operand(), scope);
        if (unit.conversions.refuseBitField(operand, "'sizeof'", at)) {
            return Expressions.unknown(at);
        }
        return size(operand.type(), at);
    }

    Operand sizeof(Expression.SizeofType sizeof, Scope scope) {
        var type = unit.typeBuilder.typeName(sizeof.type(), scope);
        return unit.expressions.withSizes(size(type, sizeof.span().at()), scope);
    }

    private Operand size(QualifiedType type, Position at) {
        if (unit.dependsOnUnknown(type) || Types.isUnknown(type.type())) {
            return Expressions.unknown(at);
        }
        if (Types.isVariable(type.type())) {
            return Operand.of(variableSize(type, at));
        }
        if (Types.isVoid(type.type()) || Types.isFunction(type.type())) {
            return Operand.constant(Types.constant(1, unit.types.sizeType(), at));
        }
        return unit.requireComplete(type, at)
                ? Operand.constant(new Rvalue.SizeOf(Types.unqualified(type), unit.types.sizeType(), at))
                : Expressions.unknown(at);
    }

    /** Elements times size, from the length computed where the type was declared. */
    private Rvalue variableSize(QualifiedType type, Position at) {
        var size = unit.types.sizeType();
        if (!(type.type() instanceof Type.Array array)) {
            return new Rvalue.SizeOf(Types.unqualified(type), size, at);
        }
        var count = switch (array.length()) {
            case ArrayLength.Variable v -> Expressions.load(v.elements(), size, at);
            case ArrayLength.Known k -> Types.constant(k.elements(), size, at);
            case ArrayLength.Incomplete i -> Types.constant(0, size, at);
        };
        return new Rvalue.Arithmetic(ArithmeticOperator.MULTIPLY, count, variableSize(array.element(), at), size, at);
    }

    // ---- _Alignof

    Operand alignof(Expression.AlignofType alignof, Scope scope) {
        return alignment(unit.typeBuilder.typeName(alignof.type(), scope), 0, alignof.span().at());
    }

    Operand alignof(Expression.AlignofExpression alignof, Scope scope) {
        var operand = unit.expressions.unevaluated(alignof.operand(), scope);
        if (unit.conversions.refuseBitField(operand, "'_Alignof'", alignof.span().at())) {
            return Expressions.unknown(alignof.span().at());
        }
        int demanded = operand instanceof Operand.Place p ? demandedAlignment(p.lvalue(), scope) : 0;
        return alignment(operand.type(), demanded, alignof.span().at());
    }

    /** What an object's or member's own declaration asks for, 0 for nothing. */
    private int demandedAlignment(Lvalue place, Scope scope) {
        return switch (place) {
            case Lvalue.Global g -> unit.variables.get(g.variable().index()).attributes.alignment();
            case Lvalue.Local l -> isReal(l.local()) ? scope.function()
                    .filter(f -> l.local().index() < f.locals().size())
                    .map(f -> f.local(l.local()).alignment()).orElse(0) : 0;
            case Lvalue.Function f -> unit.functions.get(f.function().index()).attributes.alignment();
            case Lvalue.Member m -> memberAlignment(m);
            default -> 0;
        };
    }

    private static boolean isReal(LocalId local) {
        return local.index() >= 0;
    }

    private int memberAlignment(Lvalue.Member member) {
        var record = unit.registry.record(member.path().record());
        int alignment = 0;
        for (var step : member.path().steps()) {
            var found = record.members().get(step);
            alignment = found.alignment();
            if (found.type().type() instanceof Type.Record inner) {
                record = unit.types.definition(inner);
            }
        }
        return alignment;
    }

    private Operand alignment(QualifiedType type, int demanded, Position at) {
        if (unit.dependsOnUnknown(type) || Types.isUnknown(type.type())) {
            return Expressions.unknown(at);
        }
        var size = unit.types.sizeType();
        if (Types.isVoid(type.type()) || Types.isFunction(type.type())) {
            return Operand.constant(Types.constant(Math.max(1, demanded), size, at));
        }
        var inner = type;
        while (inner.type() instanceof Type.Array array && inner.alignment() == 0) {
            inner = array.element();
        }
        if (!unit.requireComplete(inner, at)) {
            return Expressions.unknown(at);
        }
        if (demanded > unit.layouts.alignOf(inner)) {
            return Operand.constant(Types.constant(demanded, size, at));
        }
        return Operand.constant(new Rvalue.AlignOf(
                new QualifiedType(inner.type(), 0, 0, inner.alignment()), size, at));
    }

    // ---- offsetof

    Operand offsetof(Expression.Offsetof offsetof, Scope scope) {
        var at = offsetof.span().at();
        var type = unit.typeBuilder.typeName(offsetof.type(), scope);
        if (unit.dependsOnUnknown(type)) {
            return Expressions.unknown(at);
        }
        Optional<Operand> sum = Optional.empty();
        for (var designator : offsetof.path()) {
            var step = step(type, designator, scope);
            if (step.isEmpty()) {
                return Expressions.unknown(at);
            }
            type = step.get().type();
            sum = Optional.of(sum.isEmpty() ? step.get().offset() : add(sum.get(), step.get().offset(), at));
        }
        return sum.orElseGet(() -> Expressions.unknown(at));
    }

    private record Step(Operand offset, QualifiedType type) {}

    private Operand add(Operand left, Operand right, Position at) {
        var size = unit.types.sizeType();
        return new Operand.Computed(
                new Rvalue.Arithmetic(ArithmeticOperator.ADD,
                        unit.conversions.value(left), unit.conversions.value(right), size, at),
                left.isConstant() && right.isConstant());
    }

    private Optional<Step> step(QualifiedType type, Designator designator, Scope scope) {
        var at = designator.span().at();
        return switch (designator) {
            case Designator.Field field -> field(type, field.name(), at);
            case Designator.Index index -> subscript(type, index.index(), at, scope);
            case Designator.Range range -> {
                unit.reports.error(Codes.OPERANDS, at, "offsetof cannot take a range");
                yield Optional.empty();
            }
        };
    }

    private Optional<Step> field(QualifiedType type, String name, Position at) {
        if (!(type.type() instanceof Type.Record record)) {
            unit.reports.error(Codes.OPERANDS, at, "offsetof of a member of " + unit.text.quoted(type));
            return Optional.empty();
        }
        if (!unit.requireComplete(type, at)) {
            return Optional.empty();
        }
        var found = members.find(record.id(), name);
        if (found.isEmpty()) {
            members.missing(record, name, at);
            return Optional.empty();
        }
        if (isBitField(found.get())) {
            unit.reports.error(Codes.BIT_FIELD, at, "offsetof of bit-field '" + name + "'");
            return Optional.empty();
        }
        return Optional.of(new Step(
                Operand.constant(new Rvalue.OffsetOf(found.get().path(), unit.types.sizeType(), at)),
                found.get().type()));
    }

    private boolean isBitField(Members.Found found) {
        return unit.conversions.bitFieldWidth(new Lvalue.Member(
                new Lvalue.Register("", found.type(), Position.NONE), found.path(), found.type(), Position.NONE)) >= 0;
    }

    private Optional<Step> subscript(QualifiedType type, Expression index, Position at, Scope scope) {
        if (!(type.type() instanceof Type.Array array)) {
            unit.reports.error(Codes.OPERANDS, at, "offsetof subscripts " + unit.text.quoted(type));
            return Optional.empty();
        }
        var operand = unit.expressions.analyze(index, scope);
        var value = unit.conversions.value(operand);
        if (!Types.isInteger(value.type())) {
            return Optional.empty();
        }
        var size = unit.types.sizeType();
        var element = size(array.element(), at);
        var product = new Rvalue.Arithmetic(ArithmeticOperator.MULTIPLY,
                unit.conversions.convert(value, size), unit.conversions.value(element), size, at);
        return Optional.of(new Step(
                new Operand.Computed(product, operand.isConstant() && element.isConstant()), array.element()));
    }

    // ---- choices

    Operand typesCompatible(Expression.TypesCompatible query, Scope scope) {
        var at = query.span().at();
        var left = unit.typeBuilder.typeName(query.left(), scope);
        var right = unit.typeBuilder.typeName(query.right(), scope);
        if (Types.isUnknown(left.type()) || Types.isUnknown(right.type())) {
            return Expressions.unknown(at);
        }
        boolean compatible = unit.compatibility.compatible(Types.unqualified(left), Types.unqualified(right));
        return Operand.constant(Types.constant(compatible ? 1 : 0, Types.INT, at));
    }

    /** Only the chosen operand has to be valid, and it keeps what it is. */
    Operand choose(Expression.ChooseExpression choose, Scope scope) {
        var condition = unit.constants.require(
                choose.condition(), scope, "the first argument of '__builtin_choose_expr'");
        if (condition.isEmpty()) {
            return Expressions.unknown(choose.span().at());
        }
        return unit.expressions.analyze(
                condition.get().signum() != 0 ? choose.then() : choose.otherwise(), scope);
    }

    /** C11 6.5.1.1, as corrected: the controlling expression undergoes lvalue conversion. */
    Operand generic(Expression.Generic generic, Scope scope) {
        var at = generic.span().at();
        var control = unit.conversions.value(unit.expressions.unevaluated(generic.control(), scope));
        if (Types.isUnknown(control.type())) {
            return Expressions.unknown(at);
        }
        var wanted = QualifiedType.of(control.type());
        var types = new ArrayList<QualifiedType>();
        Optional<Expression> fallback = Optional.empty();
        Optional<Expression> chosen = Optional.empty();
        for (var association : generic.associations()) {
            if (association.type().isEmpty()) {
                if (fallback.isPresent()) {
                    unit.reports.error(Codes.GENERIC, association.value().span().at(), "'_Generic' has two defaults");
                }
                fallback = Optional.of(association.value());
                continue;
            }
            var type = unit.typeBuilder.typeName(association.type().get(), scope);
            checkDistinct(types, type, association.type().get().span().at());
            checkAssociation(type, association.type().get().span().at());
            types.add(type);
            if (chosen.isEmpty() && unit.compatibility.compatible(type, wanted)) {
                chosen = Optional.of(association.value());
            }
        }
        var selected = chosen.isPresent() ? chosen : fallback;
        if (selected.isEmpty()) {
            unit.reports.report(Diagnostic.error(Codes.GENERIC, at,
                            "no association of '_Generic' has type " + unit.text.quoted(wanted))
                    .withHelp("add one, or a default"));
            return Expressions.unknown(at);
        }
        return unit.expressions.analyze(selected.get(), scope);
    }

    private void checkAssociation(QualifiedType type, Position at) {
        if (Types.isFunction(type.type())) {
            unit.reports.error(Codes.GENERIC, at, "'_Generic' association has a type that is not an object type: " + unit.text.quoted(type) + "");
        } else if (!Types.isVoid(type.type())) {
            unit.requireComplete(type, at);
        }
    }

    private void checkDistinct(List<QualifiedType> before, QualifiedType type, Position at) {
        if (!Types.isUnknown(type.type()) && before.stream().anyMatch(
                b -> !Types.isUnknown(b.type()) && unit.compatibility.compatible(b, type))) {
            unit.reports.error(Codes.GENERIC, at, "'_Generic' has two associations for " + unit.text.quoted(type));
        }
    }

    // ---- __builtin_has_attribute

    Operand hasAttribute(Expression.HasAttributeExpression has, Scope scope) {
        var operand = unit.expressions.unevaluated(has.operand(), scope);
        var own = operand instanceof Operand.Place p ? ownAttributes(p.lvalue()) : AttributeSet.NONE;
        boolean nonString = own.nonString() || operand instanceof Operand.Place p && isNonString(p.lvalue(), scope);
        return answer(own, nonString, operand.type(), has.attribute(), has.span().at(), scope);
    }

    private boolean isNonString(Lvalue place, Scope scope) {
        return switch (place) {
            case Lvalue.Local l -> scope.function().filter(f -> f.nonStrings.contains(l.local())).isPresent();
            case Lvalue.Member m -> {
                var record = unit.registry.record(m.path().record());
                var steps = m.path().steps();
                for (var step : steps.subList(0, steps.size() - 1)) {
                    record = unit.types.definition((Type.Record) record.members().get(step).type().type());
                }
                yield unit.registry.isNonString(record.id(), steps.getLast());
            }
            default -> false;
        };
    }

    Operand hasAttribute(Expression.HasAttributeType has, Scope scope) {
        return answer(AttributeSet.NONE, false, unit.typeBuilder.typeName(has.type(), scope), has.attribute(), has.span().at(), scope);
    }

    private AttributeSet ownAttributes(Lvalue place) {
        return switch (place) {
            case Lvalue.Global g -> unit.variables.get(g.variable().index()).attributes;
            case Lvalue.Function f -> unit.functions.get(f.function().index()).attributes;
            default -> AttributeSet.NONE;
        };
    }

    private Operand answer(
            AttributeSet own, boolean nonString, QualifiedType type, Attribute attribute, Position at, Scope scope) {
        if (Types.isUnknown(type.type())) {
            return Expressions.unknown(at);
        }
        if (!(attribute instanceof Attribute.Named named)) {
            unit.reports.unsupported(at, "this attribute in '__builtin_has_attribute'");
            return Expressions.unknown(at);
        }
        var wanted = unit.attributes.read(List.of(named), scope);
        boolean has;
        if (!wanted.flags().isEmpty()) {
            has = own.flags().containsAll(wanted.flags());
        } else {
            switch (GnuAttribute.named(named.name()).map(GnuAttribute::effect).orElse(Effect.REFUSED)) {
                case ALIGNED -> has = Math.max(own.alignment(), type.alignment()) >= Math.max(1, wanted.alignment());
                case PACKED -> has = own.packed()
                        || type.type() instanceof Type.Record r && unit.types.definition(r).packed();
                case SECTION -> has = own.section().isPresent();
                case ALIAS -> has = own.alias().isPresent();
                case ERROR -> has = own.error().isPresent();
                case WARNING -> has = own.warning().isPresent();
                case GNU_INLINE -> has = own.gnuInline();
                case VISIBILITY -> has = own.visibility().isPresent();
                case NON_STRING -> has = nonString;
                default -> {
                    unit.reports.unsupported(at, "'__builtin_has_attribute' of '" + named.name() + "'");
                    return Expressions.unknown(at);
                }
            }
        }
        return Operand.constant(Types.constant(has ? 1 : 0, Types.INT, at));
    }
}
