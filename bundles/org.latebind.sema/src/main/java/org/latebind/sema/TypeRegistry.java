package org.latebind.sema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.EnumDefinition;
import org.latebind.typed.api.EnumId;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypeTable;

/**
 * The records and enumerations of a run. A record's body is read when its members or its size are
 * first asked for: most records that headers mention are only pointed at.
 */
final class TypeRegistry implements TypeTable {
    private final List<RecordDefinition> records = new ArrayList<>();
    private final List<EnumDefinition> enumerations = new ArrayList<>();
    private final Map<RecordId, Runnable> bodies = new HashMap<>();
    private final Set<MemberOf> nonStrings = new HashSet<>();

    private record MemberOf(RecordId record, int member) {}

    RecordId newRecord(boolean union, Optional<String> tag, Position at) {
        var id = new RecordId(records.size());
        records.add(new RecordDefinition(id, union, tag, false, List.of(), false, 0, 0, false, at));
        return id;
    }

    EnumId newEnumeration(Optional<String> tag, Position at) {
        var id = new EnumId(enumerations.size());
        enumerations.add(new EnumDefinition(id, tag, false, Type.IntegerKind.UNSIGNED_INT, List.of(), at));
        return id;
    }

    /** {@code body} completes the record; it runs at most once. */
    void setBody(RecordId id, Runnable body) {
        bodies.put(id, body);
    }

    /** {@code nonstring} on a member: only ever asked for. */
    void markNonString(RecordId id, int member) {
        nonStrings.add(new MemberOf(id, member));
    }

    boolean isNonString(RecordId id, int member) {
        return nonStrings.contains(new MemberOf(id, member));
    }

    void complete(RecordDefinition definition) {
        records.set(definition.id().index(), definition);
    }

    void complete(EnumDefinition definition) {
        enumerations.set(definition.id().index(), definition);
    }

    /** Whether the record has a body, be it read or not. */
    boolean isDefined(RecordId id) {
        return records.get(id.index()).complete() || bodies.containsKey(id);
    }

    /** What is known without reading the body. */
    RecordDefinition peek(RecordId id) {
        return records.get(id.index());
    }

    @Override
    public RecordDefinition record(RecordId id) {
        var body = bodies.remove(id);
        if (body != null) {
            body.run();
        }
        return records.get(id.index());
    }

    @Override
    public EnumDefinition enumeration(EnumId id) {
        return enumerations.get(id.index());
    }

    /** Reads the bodies of what complete records hold by value: their layout needs them. */
    private void completeParts() {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).complete()) {
                records.get(i).members().forEach(member -> completePart(member.type().type()));
            }
        }
    }

    private void completePart(Type type) {
        switch (type) {
            case Type.Array array -> completePart(array.element().type());
            case Type.Record part when !records.get(part.id().index()).complete() -> {
                record(part.id()).members().forEach(member -> completePart(member.type().type()));
            }
            default -> { }
        }
    }

    /** The table as it is now; bodies that nobody needed stay unread. */
    TypeTable freeze() {
        completeParts();
        var frozenRecords = List.copyOf(records);
        var frozenEnumerations = List.copyOf(enumerations);
        return new TypeTable() {
            @Override
            public RecordDefinition record(RecordId id) {
                return frozenRecords.get(id.index());
            }

            @Override
            public EnumDefinition enumeration(EnumId id) {
                return frozenEnumerations.get(id.index());
            }
        };
    }
}
