package org.latebind.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.machine.api.EmulatedMachine;

/**
 * One module of the demonstration.
 *
 * @param name the module's name; its steps stand in {@code guest/NAME.sh}
 * @param bundled whether its source is a resource folder here; otherwise it is in a Debian package
 * @param source the folder's or the package's name
 * @param target the only target that it is made for; empty when it is for all
 * @param device what the emulated machine must have, as the emulator calls it
 * @param needs the kernel's own module that must be loaded before
 * @param selfTest for a test of the kernel's own, whose source is then a file in the kernel's
 */
record DemoModule(
        String name,
        boolean bundled,
        String source,
        Optional<String> target,
        Optional<String> device,
        Optional<String> needs,
        Optional<SelfTest> selfTest) {
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

    /** {@code guest/catalog}. */
    static List<DemoModule> all() {
        List<DemoModule> result = new ArrayList<>();
        for (String line : resource("guest/catalog").lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (words.length >= 3 && !line.startsWith("#")) {
                var wants = List.of(words).subList(3, words.length);
                result.add(new DemoModule(words[0], words[1].equals("bundled"), words[2],
                        wanted(wants, "target"), wanted(wants, "device"), wanted(wants, "needs"), Optional.empty()));
            }
        }
        return List.copyOf(result);
    }

    private static Optional<String> wanted(List<String> words, String name) {
        return words.stream().filter(word -> word.startsWith(name + "=")).map(word -> word.substring(name.length() + 1)).findFirst();
    }

    /** {@code guest/self-tests}. */
    static List<DemoModule> selfTests() {
        return resource("guest/self-tests").lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.strip().split("\\s+", 4))
                .map(words -> new DemoModule(
                        words[0], false, words[1], Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new SelfTest(words[2], words[3]))))
                .toList();
    }

    /** Whether it can work there. */
    boolean isFor(EmulatedMachine machine) {
        return target.filter(only -> !only.equals(machine.target())).isEmpty()
                && device.filter(wanted -> !machine.devices().contains(wanted)).isEmpty();
    }

    /** Whether the package of the kernel's modules, which is large, need not be fetched for it. */
    boolean isSmall() {
        return needs.isEmpty();
    }

    /** Files of a bundled module. */
    static List<String> bundledFiles() {
        return List.of("Kbuild", "device.c", "example.h", "example_trace.h", "workers.c");
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
