package org.latebind.headers.kbuild;

import java.util.SortedMap;
import java.util.TreeMap;

/** Kernel configuration files: {@code .config} and {@code include/config/auto.conf}. */
final class ConfigFile {
    private ConfigFile() {}

    /** The symbols that are set, with {@code CONFIG_}; strings without quotes and escapes. */
    static SortedMap<String, String> parse(String text) {
        var symbols = new TreeMap<String, String>();
        for (var line : text.split("\n")) {
            int equals = line.indexOf('=');
            if (line.startsWith("CONFIG_") && equals > 0) {
                var value = line.substring(equals + 1).strip();
                if (!value.equals("n")) {
                    symbols.put(line.substring(0, equals), unquoted(value));
                }
            }
        }
        return symbols;
    }

    static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        var out = new StringBuilder();
        for (int i = 1; i < value.length() - 1; i++) {
            if (value.charAt(i) == '\\' && i + 1 < value.length() - 1) {
                i++;
            }
            out.append(value.charAt(i));
        }
        return out.toString();
    }
}
