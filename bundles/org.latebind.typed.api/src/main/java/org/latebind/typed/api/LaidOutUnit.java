package org.latebind.typed.api;

import java.util.Map;

/**
 * A typed unit whose layouts are resolved: the only thing that can be lowered.
 *
 * @param layouts of every complete record that the unit mentions
 * @param images of every defined variable; a size without pieces is all zero
 */
public record LaidOutUnit(TypedUnit unit, Layouts layouts, Map<VariableId, StaticImage> images) {
    public LaidOutUnit {
        images = Map.copyOf(images);
    }
}
