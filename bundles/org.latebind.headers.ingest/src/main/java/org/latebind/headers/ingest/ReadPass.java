package org.latebind.headers.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.latebind.command.api.IngestRequest;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.HeaderInterpreter;
import org.latebind.headers.api.HeaderReader;
import org.latebind.headers.api.KernelFiles;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Opens what a kernel's headers come in, so that it is known whose kernel it is before more is planned.
 *
 * <pre>
 * linux-headers-6.1.0-50-amd64_....deb ...  --reader--> files, of arch/x86
 * </pre>
 *
 * <p>Files that the run has already are not opened again.
 */
@Component(service = Pass.class)
@PassInfo(name = "read", consumes = IngestRequest.class, produces = KernelFiles.class)
public final class ReadPass implements Pass {
    private final HeaderInterpreter interpreter;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<HeaderReader> readers = List.of();

    @Activate
    public ReadPass(@Reference HeaderInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public void run(RunContext context) {
        if (context.find(KernelFiles.class).isEmpty()) {
            var request = context.get(IngestRequest.class);
            var inputs = request.inputs();
            var reader = readerFor(inputs);
            context.progress().report("reading " + reader.kind(), 0, 0);
            var tree = request.architecture().map(name -> reader.open(inputs, name)).orElseGet(() -> reader.open(inputs));
            context.put(KernelFiles.class, reader.interpreter().orElse(interpreter).locate(tree));
        }
    }

    private HeaderReader readerFor(List<Path> inputs) {
        var fitting = readers.stream().filter(reader -> reader.accepts(inputs)).toList();
        if (fitting.isEmpty()) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5040",
                            names(inputs) + " cannot be read as a kernel's headers; what can be read: "
                                    + (readers.isEmpty() ? "nothing" : kinds(readers)))
                    .withHelp(readers.isEmpty()
                            ? "deploy a bundle that reads headers: it provides the service " + HeaderReader.class.getName()
                            : "give one header tree, the header packages (.deb) of one kernel, or a kernel's image or BTF"));
        }
        if (fitting.size() > 1) {
            throw DiagnosticException.badInput(
                    Diagnostic.error("LB5041", "these inputs can be read in several ways: " + kinds(fitting)));
        }
        return fitting.get(0);
    }

    private static String names(List<Path> inputs) {
        return inputs.stream().map(input -> "'" + input.getFileName() + "'").collect(Collectors.joining(", "));
    }

    private static String kinds(List<HeaderReader> readers) {
        return readers.stream().map(HeaderReader::kind).sorted().collect(Collectors.joining(", "));
    }
}
