package org.latebind.headers.api;

import java.io.IOException;
import java.nio.file.Path;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.osgi.annotation.versioning.ProviderType;

/** Writes and opens {@code .khd} files; a service. */
@ProviderType
public interface HeaderStore {
    /**
     * Lexes and writes a kernel's headers. The same headers give the same bytes. A header that does
     * not lex is left out, reported as a warning and listed as skipped. The file appears whole or not
     * at all.
     *
     * @throws IOException where the file cannot be written
     */
    void write(KernelHeaders headers, Path file, DiagnosticSink diagnostics) throws IOException;

    /**
     * Opens header data.
     *
     * @throws org.latebind.diagnostics.api.DiagnosticException where the file cannot be read, is no
     *     header data, is of another version, or its index is damaged
     */
    HeaderData open(Path file);
}
