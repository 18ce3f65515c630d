package org.latebind.make;

import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/**
 * An assignment for some targets only: {@code drv.o: ccflags-y += -DX}.
 *
 * @param targets expanded
 * @param undecided why it is not decided whether the assignment is there
 */
public record TargetVariable(
        Value targets, Statement.Assignment assignment, Position at, Optional<Reason> undecided) {}
