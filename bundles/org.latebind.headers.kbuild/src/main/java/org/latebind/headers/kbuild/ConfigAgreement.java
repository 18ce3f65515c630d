package org.latebind.headers.kbuild;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/**
 * Makefiles take the config from {@code include/config/auto.conf}, headers from {@code include/generated/autoconf.h}.
 * kconfig writes both at once; in a tree where they differ, flags and layouts are those of different kernels.
 */
final class ConfigAgreement {
    private static final int EXAMPLES = 3;
    private static final Pattern DEFINITION = Pattern.compile("(?m)^#define (CONFIG_\\w+) (.*)$");

    private ConfigAgreement() {}

    /** @throws DiagnosticException where a symbol is not defined as it is set */
    static void check(SortedMap<String, String> symbols, String autoconf) {
        var differing = differing(symbols, autoconf);
        if (!differing.isEmpty()) {
            var examples = String.join(", ", differing.stream().limit(EXAMPLES).toList());
            throw DiagnosticException.badInput(Diagnostic.error("LB5012",
                            "include/generated/autoconf.h and the kernel's configuration differ: "
                                    + examples + (differing.size() > EXAMPLES ? ", ..." : ""))
                    .withHelp("build the kernel again after it was configured (make), and give its tree then"));
        }
    }

    private static SortedSet<String> differing(SortedMap<String, String> symbols, String autoconf) {
        var defined = new TreeMap<String, String>();
        DEFINITION.matcher(autoconf).results()
                .forEach(found -> defined.put(found.group(1), ConfigFile.unquoted(found.group(2).strip())));
        var differing = new TreeSet<String>();
        symbols.forEach((name, value) -> {
            boolean module = value.equals("m") && "1".equals(defined.remove(name + "_MODULE"));
            if (!module && !means(value, defined.remove(name))) {
                differing.add(name);
            }
        });
        differing.addAll(defined.keySet());
        return differing;
    }

    /** {@code auto.conf} has {@code y} for what is defined as 1, strings without quotes, and may leave out a 0x. */
    private static boolean means(String value, String defined) {
        return value.equals(defined) || value.equals("y") && "1".equals(defined) || ("0x" + value).equals(defined);
    }
}
