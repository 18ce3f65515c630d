package org.latebind.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One module of the demonstration.
 *
 * @param name the module's name; its steps stand in {@code guest/NAME.sh}
 * @param bundled whether its source is a resource folder here; otherwise it is in a Debian package
 * @param source the folder's or the package's name
 * @param target the only target that it is made for; empty when it is for all
 */
record DemoModule(String name, boolean bundled, String source, Optional<String> target) {
    /** {@code guest/catalogue}. */
    static List<DemoModule> all() {
        List<DemoModule> result = new ArrayList<>();
        for (String line : resource("guest/catalogue").lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (words.length >= 3 && !line.startsWith("#")) {
                Optional<String> target = words.length > 3 ? Optional.of(words[3]) : Optional.empty();
                result.add(new DemoModule(words[0], words[1].equals("bundled"), words[2], target));
            }
        }
        return List.copyOf(result);
    }

    boolean isFor(String wanted) {
        return target.isEmpty() || target.get().equals(wanted);
    }

    /** Files of a bundled module. */
    static List<String> bundledFiles() {
        return List.of("Kbuild", "device.c", "example.h", "workers.c");
    }

    static String resource(String path) {
        try (InputStream in = DemoModule.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
