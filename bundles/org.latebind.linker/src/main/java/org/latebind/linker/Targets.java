package org.latebind.linker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.HeaderData;
import org.latebind.target.api.BoundTarget;
import org.latebind.target.api.TargetDescription;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The target descriptions that are there now. */
@Component(service = Targets.class)
public final class Targets {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final List<TargetDescription> descriptions = new CopyOnWriteArrayList<>();

    /** The target that a kernel's header data is for, under that kernel's settings. */
    BoundTarget bind(HeaderData headers) {
        var wanted = headers.identity().target();
        var description = descriptions.stream()
                .filter(d -> d.names().arch().equals(wanted))
                .findFirst()
                .orElseThrow(() -> DiagnosticException.refused(Diagnostic.error(
                                "LB9102", "no target description for architecture '" + wanted + "'")
                        .withHelp("deploy the bundle of that architecture; 'passes' lists what is there")));
        return new BoundTarget(description, headers.settings());
    }
}
