package org.latebind.typed.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Sizes, alignments and offsets of types on one target. Asking for an incomplete or variably
 * modified type throws a {@link org.latebind.diagnostics.api.DiagnosticException}.
 */
@ProviderType
public interface Layouts {
    RecordLayout layout(RecordId record);

    /** Bytes, C11 6.5.3.4; 1 for void and functions as GNU C has it. */
    long sizeOf(QualifiedType type);

    /** Bytes. */
    int alignOf(QualifiedType type);

    /** The bit-field or member a path ends at; the bit offset counts from the path's record. */
    RecordLayout.MemberLayout member(FieldPath path);
}
