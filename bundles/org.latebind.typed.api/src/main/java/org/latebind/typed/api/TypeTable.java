package org.latebind.typed.api;

import org.osgi.annotation.versioning.ProviderType;

/** What record and enumeration ids stand for. */
@ProviderType
public interface TypeTable {
    RecordDefinition record(RecordId id);

    EnumDefinition enumeration(EnumId id);
}
