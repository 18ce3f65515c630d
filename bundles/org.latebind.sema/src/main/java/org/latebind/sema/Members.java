package org.latebind.sema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Spelling;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Expression;
import org.latebind.typed.api.FieldPath;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.Type;

/** C11 6.5.2.3: members, those of anonymous structs and unions included. */
final class Members {
    /** A member found: the way to it, and its type with the qualifiers of the anonymous members on it. */
    record Found(FieldPath path, QualifiedType type) {}

    private final Unit unit;

    Members(Unit unit) {
        this.unit = unit;
    }

    Operand analyze(Expression.Member member, Scope scope) {
        var at = member.span().at();
        var base = unit.expressions.analyze(member.base(), scope);
        var object = member.arrow() ? pointedAt(base, member) : object(base);
        if (object.isEmpty()) {
            return Expressions.unknown(at);
        }
        return select(object.get(), member.name(), at);
    }

    private Optional<Lvalue> pointedAt(Operand base, Expression.Member member) {
        var pointer = unit.conversions.value(base);
        if (pointer.type() instanceof Type.Pointer p) {
            return Optional.of(new Lvalue.Dereference(pointer, p.target(), base.at()));
        }
        if (!Types.isUnknown(pointer.type())) {
            var diagnostic = Diagnostic.error(Codes.OPERANDS, member.span().at(),
                    "'->' needs a pointer, not " + unit.text.quoted(base.type()));
            unit.reports.report(
                    Types.isRecord(pointer.type()) ? diagnostic.withHelp("did you mean to use '.'?") : diagnostic);
        }
        return Optional.empty();
    }

    private static Optional<Lvalue> object(Operand base) {
        return switch (base) {
            case Operand.Place p -> Optional.of(p.lvalue());
            case Operand.Computed c when Types.isUnknown(c.value().type()) -> Optional.empty();
            case Operand.Computed c -> Optional.of(new Lvalue.Temporary(c.value(), base.type(), base.at()));
        };
    }

    Operand select(Lvalue object, String name, Position at) {
        if (Types.isUnknown(object.type().type())) {
            return Expressions.unknown(at);
        }
        if (!(object.type().type() instanceof Type.Record record)) {
            var diagnostic = Diagnostic.error(Codes.OPERANDS, at,
                    "member '" + name + "' of something that is not a struct or union: " + unit.text.quoted(object.type()));
            unit.reports.report(Types.isPointer(object.type().type())
                    ? diagnostic.withHelp("did you mean to use '->'?") : diagnostic);
            return Expressions.unknown(at);
        }
        if (!unit.types.isComplete(record)) {
            unit.incomplete(object.type(), at);
            return Expressions.unknown(at);
        }
        var found = find(record.id(), name);
        if (found.isEmpty()) {
            missing(record, name, at);
            return Expressions.unknown(at);
        }
        var type = Types.qualified(
                found.get().type(), object.type().qualifiers(), object.type().addressSpace());
        return new Operand.Place(new Lvalue.Member(object, found.get().path(), type, at));
    }

    void missing(Type.Record record, String name, Position at) {
        var definition = unit.types.definition(record);
        if (unit.isDeferred() && (unit.isMacro(name) || hasUnknownMembers(definition))) {
            return;
        }
        var diagnostic = Diagnostic.error(Codes.NO_MEMBER, at,
                        unit.text.quoted(QualifiedType.of(record)) + " has no member '" + name + "'")
                .withLength(name.length())
                .withNote("it is defined here", definition.at());
        unit.reports.report(Spelling.nearest(name, names(definition, unit))
                .map(near -> diagnostic.withHelp("did you mean '" + near + "'?"))
                .orElse(diagnostic));
    }

    /** Whether a macro or conditional of the kernel's may add members. */
    private boolean hasUnknownMembers(RecordDefinition definition) {
        return definition.members().stream().anyMatch(m -> m.name().isEmpty()
                && (Types.isUnknown(m.type().type()) || unit.isKernelRecord(m.type().type())
                        || m.type().type() instanceof Type.Record r && hasUnknownMembers(unit.types.definition(r))));
    }

    /** The names of a record's members, those of anonymous ones included. */
    static List<String> names(RecordDefinition definition, Unit unit) {
        var names = new ArrayList<String>();
        for (var member : definition.members()) {
            member.name().ifPresent(names::add);
            if (member.name().isEmpty() && member.type().type() instanceof Type.Record inner) {
                names.addAll(names(unit.types.definition(inner), unit));
            }
        }
        return names;
    }

    Optional<Found> find(RecordId record, String name) {
        return find(unit.registry.record(record), name)
                .map(way -> new Found(new FieldPath(record, way.steps), way.type));
    }

    private record Way(List<Integer> steps, QualifiedType type) {}

    private Optional<Way> find(RecordDefinition definition, String name) {
        for (int i = 0; i < definition.members().size(); i++) {
            var member = definition.members().get(i);
            if (member.name().isPresent()) {
                if (member.name().get().equals(name)) {
                    return Optional.of(new Way(List.of(i), unit.types.memberType(member)));
                }
            } else if (member.type().type() instanceof Type.Record inner && !member.isBitField()) {
                var deeper = find(unit.types.definition(inner), name);
                if (deeper.isPresent()) {
                    var steps = new ArrayList<Integer>();
                    steps.add(i);
                    steps.addAll(deeper.get().steps());
                    return Optional.of(new Way(steps, Types.qualified(
                            deeper.get().type(), member.type().qualifiers(), member.type().addressSpace())));
                }
            }
        }
        return Optional.empty();
    }
}
