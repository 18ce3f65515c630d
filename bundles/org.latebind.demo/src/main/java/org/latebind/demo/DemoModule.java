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
 * @param selfTest for a test of the kernel's own, whose source is then a file in the kernel's
 */
record DemoModule(String name, boolean bundled, String source, Optional<String> target, Optional<SelfTest> selfTest) {
    /**
     * How a test of the kernel's own ends when it has passed.
     *
     * @param outcome what loading it comes to: {@code loads} or {@code refuses}
     * @param pattern what its log says; {@code -} for nothing
     */
    record SelfTest(String outcome, String pattern) {
        /** The guest's script. */
        String script() {
            return "self_test " + outcome + " '" + pattern + "'\n";
        }
    }

    /** {@code guest/catalogue}. */
    static List<DemoModule> all() {
        List<DemoModule> result = new ArrayList<>();
        for (String line : resource("guest/catalogue").lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (words.length >= 3 && !line.startsWith("#")) {
                Optional<String> target = words.length > 3 ? Optional.of(words[3]) : Optional.empty();
                result.add(new DemoModule(words[0], words[1].equals("bundled"), words[2], target, Optional.empty()));
            }
        }
        return List.copyOf(result);
    }

    /** {@code guest/self-tests}. */
    static List<DemoModule> selfTests() {
        return resource("guest/self-tests").lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.strip().split("\\s+", 4))
                .map(words -> new DemoModule(
                        words[0], false, words[1], Optional.empty(), Optional.of(new SelfTest(words[2], words[3]))))
                .toList();
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
