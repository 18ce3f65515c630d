package org.latebind.sema;

import java.math.BigInteger;
import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.EnumId;
import org.latebind.typed.api.LocalId;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.Type;

/** What an ordinary identifier stands for. */
sealed interface Entity permits Entity.Local, Entity.Typedef, Entity.Enumerator, Entity.Unresolved, VariableEntity,
        FunctionEntity {
    Position at();

    record Local(LocalId id, QualifiedType type, boolean register, Position at) implements Entity {}

    record Typedef(QualifiedType type, Position at) implements Entity {}

    record Enumerator(BigInteger value, Type type, Position at) implements Entity {}

    /** Declared, but nothing is known of it: its declaration was reported, or is a kernel's. */
    record Unresolved(Position at) implements Entity {}

    /** What a tag stands for. */
    sealed interface Tag {
        record OfRecord(RecordId id, boolean union) implements Tag {}

        record OfEnum(EnumId id) implements Tag {}

        /** Perhaps declared by text that may not be there. */
        record Unresolved() implements Tag {}
    }
}
