package org.latebind.make;

import org.latebind.diagnostics.api.Position;

/**
 * A logical line.
 *
 * @param at its first physical line
 * @param raw with the backslashes and newlines that continue it
 * @param statement what it is outside of recipes and definitions
 */
public record Line(Position at, String raw, Statement statement) {}
