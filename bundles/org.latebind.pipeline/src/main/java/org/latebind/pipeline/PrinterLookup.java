package org.latebind.pipeline;

import java.util.Optional;
import org.latebind.pass.api.ArtefactPrinter;

/** Finds the printer of an artefact type. */
@FunctionalInterface
interface PrinterLookup {
    Optional<ArtefactPrinter<?>> printer(Class<?> type);
}
