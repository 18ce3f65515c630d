package org.latebind.typed.api;

import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/**
 * An object with automatic storage duration.
 *
 * @param name empty for temporaries
 * @param alignment bytes demanded, 0 for the type's own
 * @param register of {@code register T x asm("r0")}
 * @param cleanup called with the object's address on every exit from its scope
 * @param uninitialized {@code uninitialized} attribute: not zeroed where autos are
 */
public record LocalVariable(
        LocalId id,
        Optional<String> name,
        QualifiedType type,
        int alignment,
        Optional<String> register,
        Optional<FunctionId> cleanup,
        boolean uninitialized,
        Position at) {}
