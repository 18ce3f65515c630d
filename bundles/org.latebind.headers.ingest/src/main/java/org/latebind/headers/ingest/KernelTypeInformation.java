package org.latebind.headers.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.KernelIdentity;
import org.latebind.headers.api.VmlinuxFacts;

/** A kernel's BTF given beside its headers: the bare section or an ELF file that has it. */
record KernelTypeInformation(Path file) {
    /**
     * The identity with the digest of this BTF.
     *
     * @throws DiagnosticException where the file holds no BTF, or the headers come with another
     */
    KernelIdentity identified(KernelIdentity identity) {
        var digest = VmlinuxFacts.of(content()).btfDigest().orElseThrow(() -> wrong("holds no BTF"));
        identity.btfDigest().filter(known -> !known.equals(digest)).ifPresent(known -> {
            throw wrong("is of another build than the headers: they come with BTF of their own, which differs");
        });
        return new KernelIdentity(identity.release(), identity.flavour(), identity.kernelArchitecture(),
                identity.target(), identity.packages(), identity.packageId(), identity.compiler(),
                identity.buildId(), Optional.of(digest));
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw DiagnosticException.badInput(Diagnostic.error("LB1003",
                    file.getFileName() + " cannot be read: " + failure.getMessage()));
        }
    }

    private DiagnosticException wrong(String what) {
        return DiagnosticException.badInput(Diagnostic.error("LB5042", file.getFileName() + " " + what));
    }
}
