package org.latebind.target.api;

import java.util.Objects;

/** An architecture with the settings of one compilation: what the passes after binding work for. */
public record BoundTarget(TargetDescription description, TargetSettings settings) {
    public BoundTarget {
        Objects.requireNonNull(description);
        Objects.requireNonNull(settings);
    }
}
