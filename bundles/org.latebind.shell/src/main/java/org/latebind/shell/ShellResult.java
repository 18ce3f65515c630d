package org.latebind.shell;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.osgi.annotation.versioning.ProviderType;

/** What came of a script. */
@ProviderType
public sealed interface ShellResult {
    /**
     * @param output what it writes to its standard output, line feeds at the end included; it may have {@link Unknowns}
     *     of the host in it, which the script only passed on
     * @param written the files that it leaves, by path, in order
     */
    record Known(String output, int status, Map<String, String> written) implements ShellResult {
        public Known {
            Objects.requireNonNull(output);
            written = java.util.Collections.unmodifiableMap(new TreeMap<>(written));
        }
    }

    record Undecided(Reason reason) implements ShellResult {}

    /** The script is not covered, or is wrong. */
    record Refused(Diagnostic diagnostic) implements ShellResult {}
}
