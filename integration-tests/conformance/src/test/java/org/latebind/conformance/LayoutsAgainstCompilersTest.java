package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.elf.Section;
import org.latebind.kit.Command;
import org.latebind.kit.Needs;

/**
 * Sizes, alignments, offsets and the bits of bit-fields of random records, as gcc has them for each
 * architecture. clang is asked too: where the two differ gcc's layout counts, as kernels are compiled by it.
 *
 * <p>1,000 records by default; {@code LATEBIND_LAYOUTS=10000} for more.
 */
class LayoutsAgainstCompilersTest {
    private static final int COUNT = Integer.parseInt(System.getenv().getOrDefault("LATEBIND_LAYOUTS", "1000"));
    private static final int RECORDS_A_FILE = 500;

    @TempDir
    Path work;

    /** An architecture with its compilers; the machine's own gcc may serve as the one named by its triple. */
    private record Machine(String arch, List<String> gccs) {
        String triple() {
            return arch + "-linux-gnu";
        }

        @Override
        public String toString() {
            return arch;
        }
    }

    static Stream<Machine> machines() {
        return Stream.of(
                new Machine("x86_64", List.of("x86_64-linux-gnu-gcc-12", "gcc-12", "gcc")),
                new Machine("aarch64", List.of("aarch64-linux-gnu-gcc-12", "aarch64-linux-gnu-gcc")),
                new Machine("riscv64", List.of("riscv64-linux-gnu-gcc-12", "riscv64-linux-gnu-gcc")),
                new Machine("s390x", List.of("s390x-linux-gnu-gcc-12", "s390x-linux-gnu-gcc")));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void recordsAreLaidOutAsGccDoes(Machine machine) throws Exception {
        var gcc = Needs.found(Needs.first(machine.gccs()), "gcc for " + machine);
        boolean clang = Needs.isThere("clang-16");
        var wrong = new ArrayList<String>();
        int compared = 0;
        int otherwiseInClang = 0;
        for (int file = 0; file * RECORDS_A_FILE < COUNT; file++) {
            var text = RandomRecords.source(file, RECORDS_A_FILE);
            var source = Files.writeString(work.resolve("records" + file + ".c"), text);
            var expected = theirs(List.of(gcc), source);
            var clangs = clang ? theirs(List.of("clang-16", "--target=" + machine.triple()), source) : expected;
            var ours = ours(machine, source);
            assertEquals(expected.keySet(), ours.keySet());
            for (var name : expected.keySet()) {
                compared++;
                otherwiseInClang += expected.get(name).equals(clangs.get(name)) ? 0 : 1;
                if (!expected.get(name).equals(ours.get(name))) {
                    wrong.add(name + " in file " + file + ": gcc " + expected.get(name) + " clang " + clangs.get(name)
                            + " latebind " + ours.get(name) + " of " + record(text, name));
                }
            }
        }
        System.err.println(machine + ": " + COUNT + " records, " + compared + " objects, of which clang has "
                + otherwiseInClang + " otherwise than gcc, and we " + wrong.size());
        assertTrue(compared >= COUNT, "nothing was compared");
        assertEquals(List.of(), wrong.subList(0, Math.min(20, wrong.size())));
    }

    /** The declaration that an object is of. */
    private static String record(String text, String object) {
        var number = object.substring(1).replaceFirst("_.*", "");
        return text.lines().filter(l -> l.matches("(struct|union) r" + number + " \\{.*")).findFirst().orElse("?");
    }

    private Map<String, String> ours(Machine machine, Path source) throws Exception {
        var object = work.resolve("ours.o");
        Latebind.compile(source, object, Latebind.of(machine.arch()));
        return objects(object);
    }

    private Map<String, String> theirs(List<String> compiler, Path source) throws Exception {
        var command = new ArrayList<>(compiler);
        command.addAll(List.of("-w", "-c", "-o", "theirs.o", source.toString()));
        Command.of(work, command).within(120).run().done();
        return objects(work.resolve("theirs.o"));
    }

    /** The bytes of each object that {@link RandomRecords} defines. */
    private static Map<String, String> objects(Path file) throws IOException {
        var read = Objects.read(file);
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
}
