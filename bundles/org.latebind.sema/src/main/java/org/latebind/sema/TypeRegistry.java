package org.latebind.sema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private final TypeNames names = new TypeNames();
    private final Map<RecordId, RecordDefinition> records = new LinkedHashMap<>();
    private final Map<EnumId, EnumDefinition> enumerations = new HashMap<>();
    private final Map<RecordId, Runnable> bodies = new HashMap<>();
    private final Set<MemberOf> nonStrings = new HashSet<>();

    private record MemberOf(RecordId record, int member) {}

    /** @param ofFile whether the tag, if there is one, is the file's */
    RecordId newRecord(boolean union, Optional<String> tag, boolean ofFile, Position at) {
        var id = names.record(union, tag, ofFile, at);
        records.put(id, new RecordDefinition(id, union, tag, false, List.of(), false, 0, 0, false, at));
        return id;
    }

    /** @param ofFile whether the tag, if there is one, is the file's */
    EnumId newEnumeration(Optional<String> tag, boolean ofFile, Position at) {
        var id = names.enumeration(tag, ofFile, at);
        enumerations.put(id, new EnumDefinition(id, tag, false, Type.IntegerKind.UNSIGNED_INT, List.of(), at));
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
        records.put(definition.id(), definition);
    }

    void complete(EnumDefinition definition) {
        enumerations.put(definition.id(), definition);
    }

    /** Whether the record has a body, be it read or not. */
    boolean isDefined(RecordId id) {
        return records.get(id).complete() || bodies.containsKey(id);
    }

    /** What is known without reading the body. */
    RecordDefinition peek(RecordId id) {
        return records.get(id);
    }

    @Override
    public RecordDefinition record(RecordId id) {
        var body = bodies.remove(id);
        if (body != null) {
            body.run();
        }
        return records.get(id);
    }

    @Override
    public EnumDefinition enumeration(EnumId id) {
        return enumerations.get(id);
    }

    /** Reads the bodies of what complete records hold by value: their layout needs them. */
    private void completeParts() {
        Set<RecordId> done = new HashSet<>();
        // A body that is read completes others on its way.
        for (int before = -1; before < done.size(); ) {
            before = done.size();
            List.copyOf(records.values()).stream()
                    .filter(definition -> definition.complete() && done.add(definition.id()))
                    .forEach(this::completeParts);
        }
    }

    private void completeParts(RecordDefinition definition) {
        definition.members().forEach(member -> completePart(member.type().type()));
    }

    private void completePart(Type type) {
        switch (type) {
            case Type.Array array -> completePart(array.element().type());
            case Type.Record part when !peek(part.id()).complete() -> completeParts(record(part.id()));
            default -> { }
        }
    }

    /** The table as it is now; bodies that nobody needed stay unread. */
    TypeTable freeze() {
        completeParts();
        return new FrozenTable(Map.copyOf(records), Map.copyOf(enumerations));
    }

    private record FrozenTable(Map<RecordId, RecordDefinition> records, Map<EnumId, EnumDefinition> enumerations)
            implements TypeTable {
        @Override
        public RecordDefinition record(RecordId id) {
            return records.get(id);
        }

        @Override
        public EnumDefinition enumeration(EnumId id) {
            return enumerations.get(id);
        }
    }
}
