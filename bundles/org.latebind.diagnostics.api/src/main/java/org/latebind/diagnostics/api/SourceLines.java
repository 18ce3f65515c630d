package org.latebind.diagnostics.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Gives the text of source lines for caret displays. */
@FunctionalInterface
@ConsumerType
public interface SourceLines {
    /** The text of a line, or empty where it is not to be had. */
    Optional<String> line(SourceFile file, int line);
}
