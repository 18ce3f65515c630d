package org.latebind.pass.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.osgi.annotation.versioning.ConsumerType;

/** A service that writes artifacts of one type as files of one extension; {@code --emit} finds it. */
@ConsumerType
public interface ArtifactWriter<T> {
    /** The type it writes. */
    Class<T> type();

    /** The file name's ending without the dot, such as {@code ll}. */
    String extension();

    /** What the artifact calls itself, without an ending: names its file where the user gives no name. */
    default Optional<String> name(T artifact) {
        return Optional.empty();
    }

    /**
     * Writes the same bytes for equal artifacts.
     *
     * @param file a temporary name in the output's folder, there and empty or not there yet; the
     *     caller gives it its name once all outputs are written
     */
    void write(T artifact, Path file, DiagnosticSink diagnostics) throws IOException;
}
