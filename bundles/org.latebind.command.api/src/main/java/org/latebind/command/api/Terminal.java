package org.latebind.command.api;

import java.util.Map;

/**
 * What a person sees of a command's streams.
 *
 * @param progress whether {@code err} is a screen on which a line can be replaced while work goes on
 * @param colorOut whether {@code out} shows colors
 * @param colorErr whether {@code err} shows colors
 */
public record Terminal(boolean progress, boolean colorOut, boolean colorErr) {
    /** Files and pipes. */
    public static final Terminal NONE = new Terminal(false, false, false);

    /**
     * What the environment allows where some streams are terminals: {@code TERM=dumb} no escapes at all, {@code
     * NO_COLOR} no colors (no-color.org).
     */
    public static Terminal of(boolean isOut, boolean isErr, Map<String, String> environment) {
        if (environment.getOrDefault("TERM", "dumb").equals("dumb")) {
            return NONE;
        }
        boolean color = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(isErr, isOut && color, isErr && color);
    }
}
