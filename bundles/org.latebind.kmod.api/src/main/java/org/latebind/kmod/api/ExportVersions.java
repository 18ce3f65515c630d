package org.latebind.kmod.api;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** The versions of what a module itself exports, on a kernel with CONFIG_MODVERSIONS; computed when asked for. */
@ConsumerType
public interface ExportVersions {
    /**
     * The versions, 32 bits, of the symbols that an object exports, by name. kbuild has none for a symbol that is not
     * among them.
     *
     * @throws org.latebind.diagnostics.api.DiagnosticException where they cannot be computed
     */
    Map<String, Long> of(ObjectName object);
}
