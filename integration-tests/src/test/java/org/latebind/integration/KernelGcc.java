package org.latebind.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The compiler that built a kernel: its headers ask for the version. */
final class KernelGcc {
    /** As Debian calls them: {@code x86_64-linux-gnu-gcc-12}, from the package {@code gcc-12} as well as from a cross one. */
    private static final String USUAL = "{machine}-linux-gnu-gcc-{version}";
    private static final Map<String, String> MACHINES = Map.of(
            "amd64", "x86_64", "arm64", "aarch64", "riscv64", "riscv64", "s390x", "s390x");

    private final String name;

    private KernelGcc(String name) {
        this.name = name;
    }

    /** What an exit status and a standard output tell. */
    record Answer(int status, String text) {}

    /**
     * The first of these names that is such a compiler.
     *
     * @param patterns names divided by spaces, with {@code {version}}, {@code {machine}} as gcc has it and
     *     {@code {arch}} as Debian has it; the usual name is tried at last
     */
    static Optional<KernelGcc> find(String patterns, String arch, String version) throws IOException, InterruptedException {
        var machine = MACHINES.getOrDefault(arch, arch);
        for (var pattern : (patterns + " " + USUAL).strip().split("\\s+")) {
            var gcc = new KernelGcc(pattern.replace("{version}", version).replace("{arch}", arch).replace("{machine}", machine));
            if (gcc.said("-dumpversion").startsWith(version) && gcc.said("-dumpmachine").startsWith(machine + "-")) {
                return Optional.of(gcc);
            }
        }
        return Optional.empty();
    }

    boolean accepts(String flag) throws IOException, InterruptedException {
        return run(Path.of("."), List.of(flag, "-E", "-xc", "/dev/null")).status() == 0;
    }

    /** What it says to an option; nothing where there is no such compiler. */
    String said(String option) throws InterruptedException {
        try {
            return run(Path.of("."), List.of(option)).text().strip();
        } catch (IOException absent) {
            return "";
        }
    }

    /** Runs it in a folder. */
    Answer run(Path folder, List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(name);
        command.addAll(words);
        var process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    @Override
    public String toString() {
        return name;
    }
}
