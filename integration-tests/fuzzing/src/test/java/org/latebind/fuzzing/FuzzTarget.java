package org.latebind.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The door for Jazzer: {@code integration-tests/fuzz} says which target, and where inputs begin. */
public final class FuzzTarget {
    private static final Target TARGET = Target.valueOf(System.getProperty("latebind.fuzz").toUpperCase(java.util.Locale.ROOT));
    private static final Product PRODUCT = new Product();

    private FuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        TARGET.answer(input, PRODUCT);
    }

    /** Writes a target's seeds into a folder. */
    public static void main(String[] folder) throws IOException {
        int number = 0;
        for (var seed : TARGET.seeds(PRODUCT)) {
            Files.write(Path.of(folder[0]).resolve("seed-" + number++), seed);
        }
    }
}
