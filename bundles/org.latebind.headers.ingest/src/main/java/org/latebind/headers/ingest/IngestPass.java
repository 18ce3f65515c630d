package org.latebind.headers.ingest;

import java.util.Optional;
import org.latebind.btf.Btf;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.KernelFiles;
import org.latebind.headers.api.KernelHeaders;
import org.latebind.headers.api.KernelIdentity;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.TargetDescription;
import org.osgi.service.component.annotations.Component;

/**
 * Reads a kernel's headers and facts.
 *
 * <pre>
 * files, of arch/x86  --interpreter--> KernelHeaders '6.1.0-50-amd64'
 * </pre>
 *
 * <p>Where the run has a {@link Btf} as well, its digest becomes part of the kernel's identity, and the build-id
 * of the image that it came in; the release that the image tells must be that of the headers.
 */
@Component(service = Pass.class)
@PassInfo(
        name = "ingest",
        consumes = {KernelFiles.class, TargetDescription.class},
        produces = KernelHeaders.class)
public final class IngestPass implements Pass {
    @Override
    public void run(RunContext context) {
        var files = context.get(KernelFiles.class);
        KernelHeaders headers = files.interpreter().interpret(
                files, context.get(TargetDescription.class), context.diagnostics());
        var btf = context.find(Btf.class);
        if (btf.isPresent()) {
            headers = headers.withIdentity(identified(headers.identity(), btf.get()));
        }
        context.count("headers", headers.headers().size());
        context.count("symbols", headers.symbols().size());
        headers.skipped().forEach(skipped -> context.count("left out: " + skipped.reason(), skipped.count()));
        context.put(KernelHeaders.class, headers.identity().release(), headers);
    }

    private static KernelIdentity identified(KernelIdentity identity, Btf btf) {
        if (differ(Optional.of(identity.release()), btf.release())) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5047", "the BTF is of kernel " + btf.release().get()
                            + ", and the headers are of " + identity.release())
                    .withHelp("give the vmlinux or vmlinuz of the very package that the headers are for"));
        }
        if (differ(identity.btfDigest(), Optional.of(btf.sha256())) || differ(identity.buildId(), btf.buildId())) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5048",
                            "the BTF is of another build than the headers, which come with BTF that differs")
                    .withHelp("give the vmlinux of the very package that the headers are for"));
        }
        return new KernelIdentity(identity.release(), identity.flavor(), identity.kernelArchitecture(),
                identity.target(), identity.packages(), identity.packageId(), identity.compiler(),
                identity.buildId().or(btf::buildId), Optional.of(btf.sha256()));
    }

    private static boolean differ(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
