package org.latebind.target.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.osgi.annotation.versioning.ProviderType;

/** The architectures that are there now: the one look-up of {@link TargetDescription}s. */
@ProviderType
public interface Targets {
    /** One description an architecture, sorted by its name; where two revisions of a backend are, the newer one's. */
    List<TargetDescription> all();

    default Optional<TargetDescription> find(Predicate<TargetDescription> wanted) {
        return all().stream().filter(wanted).findFirst();
    }

    /** By the name of its bundle, as header data and the property {@link TargetDescription#ARCH} have it. */
    default TargetDescription named(String arch) {
        return find(target -> target.names().arch().equals(arch))
                .orElseThrow(() -> missing("architecture '" + arch + "'"));
    }

    /** By any name that the architecture has, see {@link ArchNames#isCalled}. */
    default Optional<TargetDescription> called(String name) {
        return find(target -> target.names().isCalled(name));
    }

    /** The target that header data of an architecture is for, under its kernel's settings. */
    default BoundTarget bind(String arch, TargetSettings settings) {
        return new BoundTarget(named(arch), settings);
    }

    /** @param what was looked for: {@code architecture 'pdp11'} */
    static DiagnosticException missing(String what) {
        return DiagnosticException.refused(Diagnostic.error("LB9102", "no target description for " + what)
                .withHelp("deploy the bundle of that architecture; 'passes' lists what is there"));
    }
}
