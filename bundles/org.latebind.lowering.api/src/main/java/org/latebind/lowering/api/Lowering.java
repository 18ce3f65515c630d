package org.latebind.lowering.api;

import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;
import org.latebind.typed.api.LaidOutUnit;
import org.osgi.annotation.versioning.ProviderType;

/** Writes a laid-out unit as an LLVM module. Holds no state: calls may come from several threads. */
@ProviderType
public interface Lowering {
    /**
     * Lowers one translation unit.
     *
     * @param settings of {@code target}; decide dialect, attributes, module flags and relocation model
     * @param diagnostics told what cannot be lowered, one report a function or object
     * @return empty when an error was reported
     */
    Optional<LlvmModule> lower(
            LaidOutUnit unit, TargetDescription target, TargetSettings settings, DiagnosticSink diagnostics);
}
