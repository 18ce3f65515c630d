package org.latebind.headers.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Opens one kind of input of {@code ingest}; a service. */
@ConsumerType
public interface HeaderReader {
    /** What the input is called in messages: {@code kernel build tree}, {@code Debian packages}. */
    String kind();

    /** Whether this reader can make something of the inputs; looks at names and first bytes only. */
    boolean accepts(List<Path> inputs);

    /**
     * The inputs as one tree.
     *
     * @throws org.latebind.diagnostics.api.DiagnosticException where an input cannot be read or is
     *     not what it should be
     */
    FileTree open(List<Path> inputs);

    /** Who makes headers of this reader's trees, where that is not the interpreter of kernel build trees. */
    default Optional<HeaderInterpreter> interpreter() {
        return Optional.empty();
    }
}
