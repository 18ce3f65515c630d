package org.latebind.cli;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.pass.api.ArtifactReader;
import org.latebind.pass.api.ArtifactWriter;

/** What opens, writes and prints files: the services that are there at one moment. */
record FileServices(
        Collection<ArtifactReader<?>> readers,
        Collection<ArtifactWriter<?>> writers,
        Collection<ArtifactPrinter<?>> printers) {
    FileServices {
        readers = List.copyOf(readers);
        writers = List.copyOf(writers);
        printers = List.copyOf(printers);
    }

    List<?> all() {
        return Stream.of(readers, writers, printers).flatMap(Collection::stream).toList();
    }
}
