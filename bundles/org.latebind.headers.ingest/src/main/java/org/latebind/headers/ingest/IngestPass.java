package org.latebind.headers.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.latebind.command.api.IngestRequest;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.HeaderInterpreter;
import org.latebind.headers.api.HeaderReader;
import org.latebind.headers.api.KernelHeaders;
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
        if (request.btf().isPresent()) {
            headers = headers.withIdentity(
                    new KernelTypeInformation(request.btf().get()).identified(headers.identity()));
        }
        context.count("headers", headers.headers().size());
        context.count("symbols", headers.symbols().size());
        headers.skipped().forEach(skipped -> context.count("left out: " + skipped.reason(), skipped.count()));
        context.put(KernelHeaders.class, headers.identity().release(), headers);
    }

    private HeaderReader readerFor(List<Path> inputs) {
        var fitting = readers.stream().filter(reader -> reader.accepts(inputs)).toList();
        if (fitting.isEmpty()) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5040",
                            "nothing here reads these inputs as a kernel's headers; what can be read: " + kinds(readers))
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
