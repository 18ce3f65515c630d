package org.latebind.pass.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.osgi.annotation.versioning.ConsumerType;

/** A service that opens files of one extension as artifacts of one type: inputs of commands. */
@ConsumerType
public interface ArtifactReader<T> {
    /** The type it makes. */
    Class<T> type();

    /** The file name's ending without the dot, such as {@code khd}. */
    String extension();

    /**
     * Opens a file; cheap, the content is read as it is needed. An artifact that is {@link
     * AutoCloseable} is closed after the command.
     *
     * @throws DiagnosticException with bad input for a file that is not of this format
     * @throws IOException when the file cannot be read
     */
    T read(Path file, DiagnosticSink diagnostics) throws IOException;

    /**
     * Variables that an input of this type gives to the pipeline's text, such as {@code arch};
     * values of letters, digits and {@code . _ + -} only.
     */
    default Map<String, String> variables(T artifact) {
        return Map.of();
    }
}
