package org.latebind.sema;

import org.latebind.typed.api.EnumDefinition;
import org.latebind.typed.api.EnumId;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.TypeTable;

/** Names types without making their bodies be read. */
record PeekingTable(TypeRegistry registry) implements TypeTable {
    @Override
    public RecordDefinition record(RecordId id) {
        return registry.peek(id);
    }

    @Override
    public EnumDefinition enumeration(EnumId id) {
        return registry.enumeration(id);
    }
}
