package org.latebind.target;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.Targets;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The descriptions that are registered as services. */
@Component
public final class DeployedTargets implements Targets {
    /** Every service has it; the framework counts upwards. */
    private static final String SERVICE_ID = "service.id";

    /** The oldest first. */
    private final Map<Long, TargetDescription> descriptions = new ConcurrentSkipListMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(TargetDescription description, Map<String, Object> properties) {
        descriptions.put((Long) properties.get(SERVICE_ID), description);
    }

    void remove(TargetDescription description, Map<String, Object> properties) {
        descriptions.remove((Long) properties.get(SERVICE_ID));
    }

    @Override
    public List<TargetDescription> all() {
        var byName = new TreeMap<String, TargetDescription>();
        descriptions.values().forEach(description -> byName.put(description.names().arch(), description));
        return List.copyOf(byName.values());
    }
}
