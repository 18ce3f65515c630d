package org.latebind.token.api;

import java.util.Objects;
import org.latebind.diagnostics.api.SourceFile;
import org.osgi.annotation.versioning.ProviderType;

/** Which definition of a name is meant. Two that are equal make the same tokens. */
@ProviderType
public sealed interface MacroOrigin {
    /**
     * A definition in a kernel header.
     *
     * @param directive index of the {@code #} of its {@code #define} in the header's tokens
     */
    record InHeader(SourceFile header, int directive) implements MacroOrigin {
        public InHeader {
            Objects.requireNonNull(header);
        }
    }

    /** A definition that is predefined, built in, or made on the command line. */
    record Elsewhere(Macro macro) implements MacroOrigin {
        public Elsewhere {
            Objects.requireNonNull(macro);
        }
    }
}
