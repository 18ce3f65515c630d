package org.latebind.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One module of the demonstration.
 *
 * @param name the module's name; its steps stand in {@code guest/NAME.sh}
 * @param bundled whether its source is a resource folder here; otherwise it is in a Debian package
 * @param source the folder's or the package's name
 */
record DemoModule(String name, boolean bundled, String source) {
    /** {@code guest/catalogue}. */
    static List<DemoModule> all() {
        List<DemoModule> result = new ArrayList<>();
        for (String line : resource("guest/catalogue").lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 3 && !line.startsWith("#")) {
                result.add(new DemoModule(words[0], words[1].equals("bundled"), words[2]));
            }
        }
        return List.copyOf(result);
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
