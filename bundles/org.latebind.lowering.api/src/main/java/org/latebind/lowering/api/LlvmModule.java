package org.latebind.lowering.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.latebind.diagnostics.api.Position;

/**
 * An LLVM module as text.
 *
 * @param text IR in LLVM's assembly syntax
 * @param locations what the cookies of {@code !srcloc} stand for, indexed by cookie
 */
public record LlvmModule(String text, List<Position> locations) {
    public LlvmModule {
        Objects.requireNonNull(text);
        locations = List.copyOf(locations);
    }

    /** What code generation is handed. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The source line of a {@code !srcloc} cookie; {@link Position#NONE} for a cookie of somebody else's. */
    public Position location(int cookie) {
        return cookie >= 0 && cookie < locations.size() ? locations.get(cookie) : Position.NONE;
    }
}
