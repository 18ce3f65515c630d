package org.latebind.pipeline;

import java.util.Optional;
import org.latebind.pass.api.ArtifactPrinter;

/** Finds the printer of an artifact type. */
@FunctionalInterface
interface PrinterLookup {
    Optional<ArtifactPrinter<?>> printer(Class<?> type);
}
