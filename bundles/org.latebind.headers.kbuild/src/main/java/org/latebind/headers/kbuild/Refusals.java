package org.latebind.headers.kbuild;

import java.util.List;
import java.util.SortedMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;

/**
 * What a kernel of any architecture can be built with that we cannot honor. A module made without it
 * would crash or be refused, so the kernel is refused when it is ingested.
 */
final class Refusals {
    private record Refusal(String symbol, String reason) {}

    private static final List<Refusal> REFUSALS = List.of(
            new Refusal("CONFIG_CFI_CLANG", "indirect calls check type hashes before each function"),
            new Refusal("CONFIG_CFI", "indirect calls check type hashes before each function"),
            new Refusal("CONFIG_SHADOW_CALL_STACK", "return addresses are kept on a second stack"),
            new Refusal("CONFIG_RANDSTRUCT", "the members of structures are shuffled"),
            new Refusal("CONFIG_GCC_PLUGIN_RANDSTRUCT", "the members of structures are shuffled"));

    private Refusals() {}

    /** Reports an error for each thing that cannot be honored. */
    static void check(SortedMap<String, String> config, DiagnosticSink diagnostics) {
        for (var refusal : REFUSALS) {
            if (config.containsKey(refusal.symbol())) {
                refuse(refusal.symbol(), refusal.reason(), diagnostics);
            }
        }
        if (config.containsKey("CONFIG_MODVERSIONS") && config.containsKey("CONFIG_EXTENDED_MODVERSIONS")
                && !config.containsKey("CONFIG_BASIC_MODVERSIONS")) {
            refuse("CONFIG_EXTENDED_MODVERSIONS", "symbol versions are read from sections that are not written yet",
                    diagnostics);
        }
    }

    private static void refuse(String symbol, String reason, DiagnosticSink diagnostics) {
        diagnostics.report(Diagnostic.error("LB5010",
                "the kernel was built with " + symbol + ", which is not supported: " + reason));
    }
}
