package org.latebind.target.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.latebind.codegen.api.CodegenSettings;

/** All that flags decide about a compilation: the language's side and code generation's side. */
public record TargetSettings(LanguageSettings language, CodegenSettings codegen) {
    public TargetSettings {
        Objects.requireNonNull(language);
        Objects.requireNonNull(codegen);
    }

    /** The settings as text, sorted by key. */
    public Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        language.toMap().forEach((key, value) -> map.put("language." + key, value));
        codegen.toMap().forEach((key, value) -> map.put("codegen." + key, value));
        return map;
    }

    /**
     * Reads what {@link #toMap} wrote.
     *
     * @throws IllegalArgumentException when the text is not that of settings
     */
    public static TargetSettings fromMap(Map<String, String> map) {
        return new TargetSettings(
                LanguageSettings.fromMap(below(map, "language.")), CodegenSettings.fromMap(below(map, "codegen.")));
    }

    private static Map<String, String> below(Map<String, String> map, String prefix) {
        var part = new HashMap<String, String>();
        map.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                part.put(key.substring(prefix.length()), value);
            }
        });
        return part;
    }
}
