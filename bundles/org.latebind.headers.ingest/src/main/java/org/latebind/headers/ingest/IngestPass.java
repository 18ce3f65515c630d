package org.latebind.headers.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.latebind.btf.api.Btf;
import org.latebind.command.api.IngestRequest;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.HeaderInterpreter;
import org.latebind.headers.api.HeaderReader;
import org.latebind.headers.api.KernelHeaders;
import org.latebind.headers.api.KernelIdentity;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Reads a kernel's headers and facts.
 *
 * <pre>
 * linux-headers-6.1.0-50-amd64_....deb ...  --reader--> files  --interpreter--> KernelHeaders '6.1.0-50-amd64'
 * </pre>
 *
 * <p>Where the run has a {@link Btf} as well, its digest becomes part of the kernel's identity.
 */
@Component(service = Pass.class)
@PassInfo(name = "ingest", consumes = IngestRequest.class, produces = KernelHeaders.class)
public final class IngestPass implements Pass {
    private final HeaderInterpreter interpreter;
    private final List<HeaderReader> readers = new CopyOnWriteArrayList<>();

    @Activate
    public IngestPass(@Reference HeaderInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addReader(HeaderReader reader) {
        readers.add(reader);
    }

    void removeReader(HeaderReader reader) {
        readers.remove(reader);
    }

    @Override
    public void run(RunContext context) {
        var request = context.get(IngestRequest.class);
        var reader = readerFor(request.inputs());
        context.progress().report("reading " + reader.kind(), 0, 0);
        KernelHeaders headers;
        try (var reading = context.time("read")) {
            headers = interpreter.interpret(reader.open(request.inputs()), context.diagnostics());
        }
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
        if (identity.btfDigest().filter(known -> !known.equals(btf.sha256())).isPresent()) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5042",
                            "the BTF is of another build than the headers: they come with BTF of their own, which differs")
                    .withHelp("give the vmlinux of the very package that the headers are for"));
        }
        return new KernelIdentity(identity.release(), identity.flavour(), identity.kernelArchitecture(),
                identity.target(), identity.packages(), identity.packageId(), identity.compiler(),
                identity.buildId(), Optional.of(btf.sha256()));
    }

    private static String names(List<Path> inputs) {
        return inputs.stream().map(input -> "'" + input.getFileName() + "'").collect(Collectors.joining(", "));
    }

    private HeaderReader readerFor(List<Path> inputs) {
        var fitting = readers.stream().filter(reader -> reader.accepts(inputs)).toList();
        if (fitting.isEmpty()) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5040",
                            "nothing here reads " + names(inputs) + " as a kernel's headers; what can be read: " + kinds(readers))
                    .withHelp("give one header tree, or the header packages of one kernel"));
        }
        if (fitting.size() > 1) {
            throw DiagnosticException.badInput(
                    Diagnostic.error("LB5041", "these inputs can be read in more than one way: " + kinds(fitting)));
        }
        return fitting.get(0);
    }

    private static String kinds(List<HeaderReader> readers) {
        return readers.stream().map(HeaderReader::kind).sorted().collect(Collectors.joining(", "));
    }
}
