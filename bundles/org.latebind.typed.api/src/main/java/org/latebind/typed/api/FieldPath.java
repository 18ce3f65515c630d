package org.latebind.typed.api;

import java.util.List;

/**
 * A member named and not yet laid out: from a record through anonymous members to a member.
 *
 * @param record where the path begins
 * @param steps member indices; every step but the last names an anonymous struct or union
 */
public record FieldPath(RecordId record, List<Integer> steps) {
    public FieldPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("empty field path");
        }
    }
}
