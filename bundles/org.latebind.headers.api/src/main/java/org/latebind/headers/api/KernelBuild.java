package org.latebind.headers.api;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.Collections;
import java.util.function.Function;

/**
 * How a kernel was built, as far as its header packages tell: what {@link TargetRules} decide on.
 *
 * @param release {@code UTS_RELEASE}
 * @param kernelArchitecture the kernel's folder under {@code arch/}
 * @param config the kernel's own config answers that are set, with {@code CONFIG_}; strings without
 *     quotes
 * @param makefiles text of a Makefile by its path in the source tree, empty where there is none
 * @param generatedConstants value of a macro in {@code include/generated/asm-offsets.h}, empty where
 *     there is none
 */
public record KernelBuild(
        String release,
        String kernelArchitecture,
        SortedMap<String, String> config,
        Function<String, Optional<String>> makefiles,
        Function<String, Optional<Long>> generatedConstants) {
    public KernelBuild {
        Objects.requireNonNull(release);
        Objects.requireNonNull(kernelArchitecture);
        config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
        Objects.requireNonNull(makefiles);
        Objects.requireNonNull(generatedConstants);
    }

    /** Whether a boolean or tristate symbol is {@code y} or {@code m}. */
    public boolean isSet(String symbol) {
        var value = config.getOrDefault(symbol, "n");
        return value.equals("y") || value.equals("m");
    }

    public Optional<String> value(String symbol) {
        return Optional.ofNullable(config.get(symbol));
    }

    /** Whether a Makefile of the tree says {@code text} anywhere outside comments. */
    public boolean makefileSays(String path, String text) {
        return makefiles.apply(path)
                .map(all -> all.lines().anyMatch(line -> !line.stripLeading().startsWith("#") && line.contains(text)))
                .orElse(false);
    }
}
