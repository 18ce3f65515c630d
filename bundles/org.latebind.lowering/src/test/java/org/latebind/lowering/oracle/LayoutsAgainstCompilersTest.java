package org.latebind.lowering.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.codegen.aarch64.AArch64Target;
import org.latebind.codegen.riscv64.RiscVTarget;
import org.latebind.codegen.s390x.S390Target;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfReader;
import org.latebind.elf.Section;
import org.latebind.sema.api.ParsedFileScope;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.UserSpaceOptions;
import org.latebind.typed.api.StaticImage;

/**
 * Sizes, alignments, offsets and the bits of bit-fields of random records, as gcc has them for each
 * architecture. clang is asked too: where the two differ, gcc's word counts, as kernels are compiled by it.
 *
 * <p>1,000 records by default; {@code LATEBIND_LAYOUTS=10000} for more.
 */
class LayoutsAgainstCompilersTest {
    private static final int COUNT = Integer.parseInt(System.getenv().getOrDefault("LATEBIND_LAYOUTS", "1000"));
    private static final int RECORDS_A_FILE = 500;

    @TempDir
    Path work;

    /** An architecture with its compilers; the machine's own gcc may stand in for one named by its triple. */
    private record Machine(TargetDescription target, String triple, List<String> gccs) {
        @Override
        public String toString() {
            return triple;
        }
    }

    static Stream<Machine> machines() {
        return Stream.of(
                new Machine(new X86Target(), "x86_64-linux-gnu", List.of("x86_64-linux-gnu-gcc-12", "gcc-12", "gcc")),
                new Machine(new AArch64Target(), "aarch64-linux-gnu", List.of("aarch64-linux-gnu-gcc-12", "aarch64-linux-gnu-gcc")),
                new Machine(new RiscVTarget(), "riscv64-linux-gnu", List.of("riscv64-linux-gnu-gcc-12", "riscv64-linux-gnu-gcc")),
                new Machine(new S390Target(), "s390x-linux-gnu", List.of("s390x-linux-gnu-gcc-12", "s390x-linux-gnu-gcc")));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void recordsAreLaidOutAsGccDoes(Machine machine) throws Exception {
        var gcc = machine.gccs().stream().filter(LayoutsAgainstCompilersTest::isThere).findFirst();
        assumeTrue(gcc.isPresent(), "SKIPPED: no gcc for " + machine);
        boolean clang = isThere("clang-16");
        var wrong = new ArrayList<String>();
        int compared = 0;
        int otherwiseInClang = 0;
        for (int file = 0; file * RECORDS_A_FILE < COUNT; file++) {
            var text = RandomRecords.source(file, RECORDS_A_FILE);
            var source = Files.writeString(work.resolve("records" + file + ".c"), text);
            var expected = objects(List.of(gcc.get()), source);
            var theirs = clang ? objects(List.of("clang-16", "--target=" + machine.triple()), source) : expected;
            var ours = ours(machine.target(), source);
            assertEquals(expected.keySet(), ours.keySet());
            for (var name : expected.keySet()) {
                compared++;
                otherwiseInClang += expected.get(name).equals(theirs.get(name)) ? 0 : 1;
                if (!expected.get(name).equals(ours.get(name))) {
                    wrong.add(name + " in file " + file + ": gcc " + expected.get(name) + " clang " + theirs.get(name)
                            + " latebind " + ours.get(name) + " of " + record(text, name));
                }
            }
        }
        System.err.println(machine + ": " + COUNT + " records, " + compared + " objects, of which clang has "
                + otherwiseInClang + " otherwise than gcc, and we " + wrong.size());
        assertTrue(compared >= COUNT, "nothing was compared");
        assertEquals(List.of(), wrong.subList(0, Math.min(20, wrong.size())));
    }

    /** The declaration that an object tells of. */
    private static String record(String text, String object) {
        var number = object.substring(1).replaceFirst("_.*", "");
        return text.lines().filter(l -> l.matches("(struct|union) r" + number + " \\{.*")).findFirst().orElse("?");
    }

    private Map<String, String> ours(TargetDescription target, Path source) throws CompileC.Failed {
        var front = new FrontEnd(target, new HostHeaders(List.of()), ParsedFileScope::new, true);
        var settings = target.userSpaceSettings(
                new UserSpaceOptions(Dialect.GNU17, UserSpaceOptions.Optimization.O2, true));
        var unit = front.laidOut(source, settings, new ArrayList<Diagnostic>());
        var objects = new TreeMap<String, String>();
        for (var variable : unit.unit().variables()) {
            var bytes = bytes(unit.images().get(variable.id()), target.dataModel().littleEndian());
            objects.put(variable.linkName(), HexFormat.of().formatHex(bytes));
        }
        return objects;
    }

    private static byte[] bytes(StaticImage image, boolean littleEndian) {
        var bytes = new byte[(int) image.size()];
        for (var piece : image.pieces()) {
            int at = (int) piece.offset().bytes();
            switch (piece) {
                case StaticImage.Piece.Bytes b -> System.arraycopy(b.content(), 0, bytes, at, b.bytes());
                case StaticImage.Piece.Number n -> {
                    for (int i = 0; i < n.bytes(); i++) {
                        bytes[at + (littleEndian ? i : n.bytes() - 1 - i)] = n.value().shiftRight(8 * i).byteValue();
                    }
                }
                default -> throw new AssertionError("an address: " + piece);
            }
        }
        return bytes;
    }

    private Map<String, String> objects(List<String> compiler, Path source) throws IOException, InterruptedException {
        var object = source.resolveSibling("theirs.o");
        var command = new ArrayList<>(compiler);
        command.addAll(List.of("-w", "-c", "-o", object.toString(), source.toString()));
        assertEquals("", run(command));
        var read = ElfReader.read("theirs.o", Bytes.of(Files.readAllBytes(object)));
        var objects = new TreeMap<String, String>();
        for (var symbol : read.symbols()) {
            if (symbol.section() >= 0 && symbol.name().matches("[qb]\\d+.*")) {
                var section = read.sections().get(symbol.section());
                var bytes = section.type() == Section.NOBITS
                        ? new byte[(int) symbol.size()]
                        : section.contents().slice(symbol.value(), symbol.size()).toArray();
                objects.put(symbol.name(), HexFormat.of().formatHex(bytes));
            }
        }
        return objects;
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(f -> Files.isExecutable(Path.of(f, program)));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var log = work.resolve("log");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "still running: " + command;
        }
        return process.exitValue() == 0 ? "" : Files.readString(log);
    }
}
