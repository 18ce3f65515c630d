package org.latebind.headers.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
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
     * @throws DiagnosticException where an input cannot be read or is
     *     not what it should be
     */
    FileTree open(List<Path> inputs);

    /**
     * Inputs that do not tell which architecture they are for, as one tree.
     *
     * @param architecture by any of its names
     * @throws DiagnosticException also where the inputs tell it, and it is another one
     */
    default FileTree open(List<Path> inputs, String architecture) {
        throw DiagnosticException.badInput(
                Diagnostic.error("LB5046", "a " + kind() + " names its architecture by itself")
                        .withHelp("omit --arch; it is for BTF that was taken out of its kernel image"));
    }

    /** Who makes headers of this reader's trees, where that is not the interpreter of kernel build trees. */
    default Optional<HeaderInterpreter> interpreter() {
        return Optional.empty();
    }
}
