package org.latebind.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latebind.command.api.CommandIo;
import org.latebind.command.api.CommandService;
import org.latebind.archive.KernelPackages.Kernel;
import org.latebind.archive.ProgressLine;
import org.latebind.demo.boot.BootReport;
import org.latebind.demo.boot.Emulator;
import org.latebind.demo.boot.GuestImage;

/**
 * The main job, on real input:
 *
 * <pre>
 *   each module:  source --compile--> NAME.dko                       once
 *   each kernel:  header packages --ingest--> RELEASE.khd
 *                 NAME.dko + RELEASE.khd --link--> RELEASE/NAME.ko
 *                 boot, load, exercise, unload, load again
 * </pre>
 *
 * <p>Self-tests of the kernel are compiled once for each kernel, from that kernel's source.
 */
final class Demonstration {
    private final CommandService commands;
    private final CommandIo io;
    private final ProgressLine progress;
    private final Supplies supplies;
    private final Emulator emulator;
    private final Path work;
    private final Duration limit;
    private final ResultTable table = new ResultTable();

    Demonstration(
            CommandService commands, CommandIo io, ProgressLine progress, Supplies supplies, Emulator emulator, Path work, Duration limit) {
        this.commands = commands;
        this.io = io;
        this.progress = progress;
        this.supplies = supplies;
        this.emulator = emulator;
        this.work = work;
        this.limit = limit;
    }

    boolean run(List<String> suites, List<DemoModule> modules) {
        create(work);
        progress.line("looking up the newest kernel of " + String.join(", ", suites));
        Map<Kernel, Path> images = new LinkedHashMap<>();
        List<Kernel> kernels = suites.stream().map(supplies::kernel).toList();
        for (Kernel kernel : kernels) {
            progress.line("kernel " + kernel.release() + " (" + kernel.suite() + ")");
            supplies.headers(kernel);
            images.put(kernel, supplies.image(kernel, work));
        }
        Map<String, byte[]> tools = supplies.tools(suites.get(0));
        List<DemoModule> selfTests = modules.stream().filter(module -> module.selfTest().isPresent()).toList();
        List<DemoModule> others = modules.stream().filter(module -> module.selfTest().isEmpty()).toList();
        Map<DemoModule, Path> compiled = compile(others);
        boolean passed = compiled.size() == others.size();
        for (Kernel kernel : kernels) {
            Map<DemoModule, Path> all = new LinkedHashMap<>(compiled);
            passed &= selfTests.isEmpty() || compileSelfTests(kernel, selfTests, all);
            passed &= tryOn(kernel, images.get(kernel), all, tools);
        }
        progress.clear();
        table.print(io.out());
        io.out().println("files are in " + work);
        return passed;
    }

    private Map<DemoModule, Path> compile(List<DemoModule> modules) {
        Map<DemoModule, Path> result = new LinkedHashMap<>();
        for (DemoModule module : modules) {
            Path source = supplies.source(module, work.resolve("source"));
            Path dko = work.resolve(module.name() + ".dko");
            long start = System.nanoTime();
            if (command("compile", "-o", dko.toString(), source.toString())) {
                result.put(module, dko);
                progress.line("compiled " + module.name() + " once" + took(start) + ", " + size(dko));
            } else {
                progress.line("could not compile " + module.name());
            }
        }
        return result;
    }

    /** Tests come with their kernel's source, and go with it: what a kernel has no more is left out. */
    private boolean compileSelfTests(Kernel kernel, List<DemoModule> tests, Map<DemoModule, Path> compiled) {
        Path source = supplies.kernelSource(kernel, work.resolve("source"));
        Path folder = create(work.resolve(kernel.release()));
        boolean passed = true;
        for (DemoModule test : tests) {
            Path file = source.resolve(test.source());
            if (!Files.isRegularFile(file)) {
                progress.line(kernel.release() + " has no " + test.name() + " that is a module");
                continue;
            }
            Path dko = folder.resolve(test.name() + ".dko");
            // One includes a header by a path out of its own folder.
            boolean done = command("compile", "-o", dko.toString(), "--name", test.name(),
                    "-I", source.resolve(Supplies.SELF_TEST_HEADERS).toString(), file.toString());
            if (done) {
                compiled.put(test, dko);
            } else {
                table.add(kernel.release(), test.name(), "not compiled");
            }
            passed &= done;
        }
        return passed;
    }

    private boolean tryOn(Kernel kernel, Path image, Map<DemoModule, Path> compiled, Map<String, byte[]> tools) {
        Path khd = work.resolve(kernel.release() + ".khd");
        List<String> words = new ArrayList<>(List.of("ingest", "-o", khd.toString()));
        supplies.headers(kernel).forEach(deb -> words.add(deb.toString()));
        long start = System.nanoTime();
        if (!command(words.toArray(String[]::new))) {
            compiled.keySet().forEach(module -> table.add(kernel.release(), module.name(), "headers not ingested"));
            return false;
        }
        progress.line("ingested the headers of " + kernel.release() + took(start) + ", " + size(khd));
        Map<String, byte[]> modules = link(kernel, khd, compiled);
        boolean passed = modules.size() == compiled.size();
        if (modules.isEmpty()) {
            return false;
        }
        return boot(kernel, image, compiled.keySet(), modules, tools) && passed;
    }

    private Map<String, byte[]> link(Kernel kernel, Path khd, Map<DemoModule, Path> compiled) {
        Map<String, byte[]> result = new TreeMap<>();
        Path folder = create(work.resolve(kernel.release()));
        compiled.forEach(
                (module, dko) -> {
                    Path ko = folder.resolve(module.name() + ".ko");
                    long start = System.nanoTime();
                    if (command("link", dko.toString(), khd.toString(), "-o", ko.toString())) {
                        result.put(module.name(), read(ko));
                        progress.line("linked " + module.name() + " for " + kernel.release() + took(start) + ", " + size(ko));
                    } else {
                        table.add(kernel.release(), module.name(), "not linked");
                    }
                });
        return result;
    }

    private boolean boot(
            Kernel kernel, Path image, Set<DemoModule> tried, Map<String, byte[]> modules, Map<String, byte[]> tools) {
        Map<String, String> scripts = new TreeMap<>();
        tried.stream().filter(module -> modules.containsKey(module.name())).forEach(module -> scripts.put(
                module.name(),
                module.selfTest().map(DemoModule.SelfTest::script).orElseGet(() -> GuestImage.script(module.name()))));
        Map<String, byte[]> all = new TreeMap<>(modules);
        tried.stream().flatMap(module -> module.needs().stream()).distinct()
                .forEach(name -> all.put(name, supplies.kernelModule(kernel, name)));
        SortedSet<String> devices = tried.stream().flatMap(module -> module.device().stream()).collect(Collectors.toCollection(TreeSet::new));
        Path initramfs = work.resolve(kernel.release()).resolve("initramfs.cpio");
        write(initramfs, GuestImage.of(tools, all, scripts, List.copyOf(modules.keySet())));
        progress.line("booting " + kernel.release() + " with two processors, emulated");
        List<String> console =
                emulator.run(image, initramfs, devices, limit, line -> progress.passing(kernel.release() + ": " + line.replace("@@ ", "")));
        write(work.resolve(kernel.release()).resolve("console.log"), String.join("\n", console).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        BootReport report = BootReport.of(console);
        modules.keySet().forEach(name -> table.add(kernel.release(), name, report));
        table.addKernel(kernel.release(), report);
        return report.isClean() && modules.keySet().stream().allMatch(report::passed);
    }

    private boolean command(String... words) {
        progress.passing(String.join(" ", words));
        progress.clear();
        List<String> quiet = Stream.concat(Stream.of(words), Stream.of("--quiet")).toList();
        return commands.run(quiet, io) == CommandService.OK;
    }

    private static String took(long start) {
        return String.format(java.util.Locale.ROOT, " in %.1f s", (System.nanoTime() - start) / 1e9);
    }

    private static String size(Path file) {
        try {
            long bytes = Files.size(file);
            return bytes < 1 << 20 ? (bytes + 1023) / 1024 + " kB" : String.format(java.util.Locale.ROOT, "%.1f MB", bytes / 1048576.0);
        } catch (IOException e) {
            return "no file";
        }
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] contents) {
        try {
            Files.write(file, contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
