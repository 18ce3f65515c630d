package org.latebind.typed.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.latebind.target.api.DataModel;

/**
 * A typed unit whose layouts are resolved: the only thing that can be lowered.
 *
 * @param records layouts of every record whose size or members the unit's bodies, objects and signatures need, those
 *     first that are mentioned first
 * @param images of every defined variable; a size without pieces is all zero
 */
public record LaidOutUnit(TypedUnit unit, Map<RecordId, RecordLayout> records, Map<VariableId, StaticImage> images) {
    public LaidOutUnit {
        records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
        images = Map.copyOf(images);
    }

    /** All sizes and places of the unit, read from {@link #records}. */
    public Layouts layouts(DataModel model) {
        return new TypeSizes(unit.types(), model, this::record);
    }

    private RecordLayout record(RecordId id) {
        var layout = records.get(id);
        if (layout == null) {
            throw new IllegalStateException("lowered without a layout: " + unit.types().record(id));
        }
        return layout;
    }
}
