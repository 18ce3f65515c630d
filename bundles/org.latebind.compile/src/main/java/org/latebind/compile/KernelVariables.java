package org.latebind.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Variables that a kernel's Makefiles have defined when kbuild reads a module's: {@code kernel-variables.txt}. */
record KernelVariables(Set<String> names) {
    static KernelVariables load() {
        try (var file = KernelVariables.class.getResourceAsStream("kernel-variables.txt")) {
            return new KernelVariables(new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String name) {
        return name.startsWith("CONFIG_") || names.contains(name);
    }
}
