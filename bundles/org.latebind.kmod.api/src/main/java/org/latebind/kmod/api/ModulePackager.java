package org.latebind.kmod.api;

import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.osgi.annotation.versioning.ProviderType;

/** Makes loadable modules. The same request gives the same bytes. */
@ProviderType
public interface ModulePackager {
    /**
     * Packages one module.
     *
     * @return empty when at least one error was reported to the sink
     */
    Optional<PackagedModule> pack(PackagingRequest request, DiagnosticSink sink);
}
