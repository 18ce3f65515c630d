package org.latebind.headers.api;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.TargetSettings;

/**
 * A kernel's headers and facts, ready to be stored.
 *
 * @param headers text of each header by path; the suppliers may be asked once, in any order
 * @param config as {@link HeaderData#configs}
 * @param symbols sorted by name
 */
public record KernelHeaders(
        KernelIdentity identity,
        IncludePath includePath,
        SortedMap<String, Supplier<byte[]>> headers,
        SortedMap<String, String> config,
        List<ConfigAnswer> configAnswers,
        List<ExportedSymbol> symbols,
        List<SectionRule> moduleSections,
        TargetSettings settings,
        List<String> compilerFlags,
        Kbuild kbuild,
        List<Skipped> skipped) {
    public KernelHeaders {
        Objects.requireNonNull(identity);
        Objects.requireNonNull(includePath);
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
        configAnswers = List.copyOf(configAnswers);
        symbols = List.copyOf(symbols);
        moduleSections = List.copyOf(moduleSections);
        Objects.requireNonNull(settings);
        compilerFlags = List.copyOf(compilerFlags);
        Objects.requireNonNull(kbuild);
        skipped = List.copyOf(skipped);
    }

    public KernelHeaders withIdentity(KernelIdentity other) {
        return new KernelHeaders(other, includePath, headers, config, configAnswers, symbols, moduleSections,
                settings, compilerFlags, kbuild, skipped);
    }
}
