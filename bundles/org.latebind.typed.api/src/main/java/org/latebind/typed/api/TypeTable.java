package org.latebind.typed.api;

/** What record and enumeration ids stand for. */
public interface TypeTable {
    RecordDefinition record(RecordId id);

    EnumDefinition enumeration(EnumId id);
}
