package org.latebind.kmod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.elf.Bytes;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;
import org.latebind.kit.Golden;

/** Aliases next to those of kernels' own kbuild, which {@code aliases/make-golden} has recorded. */
class DeviceAliasesTest {
    private static final Path FOLDER = Path.of("src/test/resources/aliases");

    private final TestKernel kernel = new TestKernel();
    private final List<String> said = new ArrayList<>();

    static Stream<Path> goldens() {
        return Golden.inputs(FOLDER, ".golden").stream();
    }

    private List<String> aliases(RelocatableObject... objects) {
        var refusal = new Refusal(d -> said.add(d.code() + " " + d.message()));
        return new DeviceTables(List.of(objects), kernel, ModpostVersion.of(kernel), refusal).aliases();
    }

    private static RelocatableObject object(List<String> names, List<Bytes> tables) {
        var object = new TestObject();
        for (int i = 0; i < names.size(); i++) {
            object.section(".rodata" + i, Section.ALLOC, tables.get(i));
            object.symbol(names.get(i), Symbol.GLOBAL, i, 0, tables.get(i).size());
        }
        return object.object();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void areThoseOfKbuild(Path golden) throws IOException {
        var names = new ArrayList<String>();
        var tables = new ArrayList<Bytes>();
        var expected = new ArrayList<String>();
        for (String line : Files.readAllLines(golden, StandardCharsets.ISO_8859_1)) {
            var words = line.split(" ", 3);
            switch (words[0]) {
                case "constant" -> kernel.constants.put(words[2], Long.parseLong(words[1]));
                case "table" -> {
                    names.add(words[1]);
                    tables.add(Bytes.of(HexFormat.of().parseHex(words[2])));
                }
                default -> expected.add(0, line.substring("alias ".length()));
            }
        }
        assertEquals(String.join("\n", expected), String.join("\n", aliases(object(names, tables))));
        assertTrue(said.stream().noneMatch(message -> message.startsWith("LB8007")), () -> said.toString());
        var kinds = names.stream().map(name -> DeviceTables.Label.ofSymbol(name).orElseThrow().kind()).collect(Collectors.toSet());
        assertEquals(unknown(kinds), Set.of(), "kinds that kinds.c has no table of");
    }

    /** Kinds of this kernel that no table of the golden is of. */
    private Set<String> unknown(Set<String> kinds) {
        var missing = new TreeSet<String>();
        DeviceKind.all().stream()
                .filter(kind -> DeviceEntry.Layout.isPresent(kind, kernel) && !kinds.contains(kind.name()))
                .forEach(kind -> missing.add(kind.name()));
        return missing;
    }

    /** {@code make-golden} asks the compiler what packaging asks of header data. */
    @Test
    void questionsAreThoseThatPackagingAsks() throws IOException {
        var questions = new LinkedHashSet<>(List.of("LINUX_VERSION_CODE"));
        var asked = new TestKernel() {
            @Override
            public List<OptionalLong> constants(String header, List<String> expressions) {
                questions.addAll(expressions);
                return super.constants(header, expressions);
            }
        };
        for (DeviceKind kind : DeviceKind.all()) {
            DeviceEntry.Layout.isPresent(kind, asked);
            DeviceEntry.Layout.of(kind, asked);
        }
        Golden.assertSame(FOLDER.resolve("kinds.c"), ".questions", String.join("\n", questions) + "\n");
    }

    private static RelocatableObject i2c(String... names) {
        return object(List.of("__mod_i2c__ids_device_table"), List.of(Bytes.latin1(String.join("", names))));
    }

    private void knowsI2c() {
        kernel.constants.put("sizeof(struct i2c_device_id)", 4L);
        kernel.constants.put("__builtin_offsetof(struct i2c_device_id, name)", 0L);
        kernel.constants.put("sizeof(((struct i2c_device_id *)0)->name)", 4L);
    }

    @Test
    void objectsAreInTheOrderOfTheBuild() {
        knowsI2c();
        assertEquals(List.of("i2c:b", "i2c:c", "i2c:a"), aliases(i2c("b\0\0\0", "c\0\0\0", "\0\0\0\0"), i2c("a\0\0\0", "\0\0\0\0")));
    }

    @Test
    void repeatedAliasesAreLeftOutSince613() {
        knowsI2c();
        var twice = i2c("b\0\0\0", "b\0\0\0", "\0\0\0\0");
        assertEquals(List.of("i2c:b", "i2c:b"), aliases(twice));
        kernel.constants.put("LINUX_VERSION_CODE", 6L << 16 | 13 << 8);
        assertEquals(List.of("i2c:b"), aliases(twice));
    }

    @Test
    void tablesEndWithAnEmptyEntry() {
        knowsI2c();
        aliases(i2c("b\0\0\0", "c\0\0\0"));
        aliases(i2c("b\0\0\0", "\0"));
        assertEquals(
                List.of("LB8020 device table 'ids' does not end with an empty entry",
                        "LB8020 device table 'ids' is 5 bytes long, which is not a multiple of 4, the size of 'struct i2c_device_id'"),
                said);
    }

    @Test
    void textThatCannotBeWrittenIsRefused() {
        knowsI2c();
        aliases(i2c("a\\b\0", "a\"b\0", "\0\0\0\0"));
        assertEquals(List.of("LB8023", "LB8023"), said.stream().map(message -> message.substring(0, 6)).toList());
    }

    @Test
    void unknownKindsOfUnknownKernelsAreRefused() {
        var table = object(List.of("__mod_device_table__kmod_drv__novel__ids"), List.of(Bytes.zeros(8)));
        aliases(table);
        kernel.constants.put("LINUX_VERSION_CODE", 99L << 16);
        aliases(table);
        assertEquals(List.of("LB8021", "LB8024"), said.stream().map(message -> message.substring(0, 6)).toList());
    }
}
