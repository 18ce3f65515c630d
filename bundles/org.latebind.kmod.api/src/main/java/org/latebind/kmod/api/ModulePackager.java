package org.latebind.kmod.api;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.headers.api.ExportedSymbol;
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

    /**
     * What a module will export, found before it is packaged: modules of one link may import from
     * each other in any order.
     *
     * @return empty where its objects cannot be read; packaging it says why
     */
    List<ExportedSymbol> exports(PackagingRequest request);
}
