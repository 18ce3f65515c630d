package org.latebind.cli;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.latebind.pass.api.ArtefactPrinter;
import org.latebind.pass.api.ArtefactReader;
import org.latebind.pass.api.ArtefactWriter;

/** What opens, writes and prints files: the services that are there at one moment. */
record FileServices(
        Collection<ArtefactReader<?>> readers,
        Collection<ArtefactWriter<?>> writers,
        Collection<ArtefactPrinter<?>> printers) {
    FileServices {
        readers = List.copyOf(readers);
        writers = List.copyOf(writers);
        printers = List.copyOf(printers);
    }

    List<?> all() {
        return Stream.of(readers, writers, printers).flatMap(Collection::stream).toList();
    }
}
