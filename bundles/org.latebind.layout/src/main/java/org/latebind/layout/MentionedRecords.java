package org.latebind.layout;

import java.util.LinkedHashSet;
import java.util.Set;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedUnit;

/** The complete records that a unit's declarations have or point to, and what these hold by value. */
final class MentionedRecords {
    private final TypedUnit unit;
    private final Set<RecordId> found = new LinkedHashSet<>();

    MentionedRecords(TypedUnit unit) {
        this.unit = unit;
    }

    Set<RecordId> complete() {
        unit.variables().forEach(variable -> pointedTo(variable.type()));
        for (var function : unit.functions()) {
            pointedTo(QualifiedType.of(function.type()));
            function.body().ifPresent(body -> body.locals().forEach(local -> pointedTo(local.type())));
        }
        return found;
    }

    private void pointedTo(QualifiedType type) {
        switch (type.type()) {
            case Type.Pointer pointer -> pointedTo(pointer.target());
            case Type.Array array -> pointedTo(array.element());
            case Type.Function function -> {
                pointedTo(function.result());
                function.parameters().forEach(this::pointedTo);
            }
            default -> held(type);
        }
    }

    private void held(QualifiedType type) {
        switch (type.type()) {
            case Type.Array array -> held(array.element());
            case Type.Record record when unit.types().record(record.id()).complete() && found.add(record.id()) ->
                unit.types().record(record.id()).members().forEach(member -> held(member.type()));
            default -> { }
        }
    }
}
