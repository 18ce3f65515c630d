package org.latebind.bind.unit;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.HeaderData;
import org.latebind.target.api.BoundTarget;
import org.latebind.target.api.TargetDescription;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The target descriptions that are there now; where two revisions of a backend are, the newer one's. */
@Component(service = Targets.class)
public final class Targets {
    /** Every service has it; the framework counts upwards. */
    private static final String SERVICE_ID = "service.id";

    private final Map<Long, TargetDescription> descriptions = new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addDescription(TargetDescription description, Map<String, Object> properties) {
        descriptions.put((Long) properties.get(SERVICE_ID), description);
    }

    public void removeDescription(TargetDescription description, Map<String, Object> properties) {
        descriptions.remove((Long) properties.get(SERVICE_ID));
    }

    /** The target that a kernel's header data is for, under that kernel's settings. */
    public BoundTarget bind(HeaderData headers) {
        var wanted = headers.identity().target();
        var description = descriptions.values().stream()
                .filter(d -> d.names().arch().equals(wanted))
                .findFirst()
                .orElseThrow(() -> DiagnosticException.refused(Diagnostic.error(
                                "LB9102", "no target description for architecture '" + wanted + "'")
                        .withHelp("deploy the bundle of that architecture; 'passes' lists what is there")));
        return new BoundTarget(description, headers.settings());
    }
}
