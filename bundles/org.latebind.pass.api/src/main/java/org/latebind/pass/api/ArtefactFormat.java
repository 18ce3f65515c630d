package org.latebind.pass.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that writes, and may read, artefacts of one type as files of one extension; {@code
 * --emit} finds it by the extension, {@code show} and {@code run} find it by an input's name.
 */
@ConsumerType
public interface ArtefactFormat<T> {
    /** The type it writes. */
    Class<T> type();

    /** The file name's ending without the dot, such as {@code ll}. */
    String extension();

    /** Writes the same bytes for equal artefacts. Does not close the stream. */
    void write(T artefact, OutputStream out) throws IOException;

    /**
     * Opens a file; cheap, the content is read as it is needed.
     *
     * @throws DiagnosticException with bad input for a file that is not of this format
     */
    default T read(Path file, DiagnosticSink diagnostics) throws IOException {
        throw DiagnosticException.badInput(Diagnostic.error(
                "LB9020", "'." + extension() + "' files can be written but not read: " + file.getFileName()));
    }

    /**
     * Variables that an input of this type gives to the pipeline's text, such as {@code arch};
     * values of letters, digits and {@code . _ + -} only.
     */
    default Map<String, String> variables(T artefact) {
        return Map.of();
    }
}
