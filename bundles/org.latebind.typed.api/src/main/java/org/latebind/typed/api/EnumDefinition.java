package org.latebind.typed.api;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/**
 * An enumerated type.
 *
 * @param representation the compatible integer type (gcc's rule: unsigned int unless a value is
 *     negative, wider where a value needs it, narrower when packed)
 */
public record EnumDefinition(
        EnumId id,
        Optional<String> tag,
        boolean complete,
        Type.IntegerKind representation,
        List<Constant> constants,
        Position at) {
    public EnumDefinition {
        constants = List.copyOf(constants);
    }

    public record Constant(String name, BigInteger value, Position at) {}
}
