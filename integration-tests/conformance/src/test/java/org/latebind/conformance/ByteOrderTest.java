package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.elf.RelocatableObject;

/**
 * {@code byte-order.c} has checks of which byte of an object is where, in either byte order. LLVM folds each of them,
 * knowing the target's order, and leaves a call of {@code wrong} for each that does not hold; clang's code of the
 * file has none either.
 */
class ByteOrderTest {
    private static final Path SOURCE = Path.of("src/test/resources/byte-order.c").toAbsolutePath();

    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "aarch64", "riscv64", "s390x"})
    void everyByteIsWhereTheTargetHasIt(String arch) throws Exception {
        assertEquals(0, Objects.references(object(arch, SOURCE), "wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "aarch64", "riscv64", "s390x"})
    void theOtherOrderWouldBeSeen(String arch) throws Exception {
        var text = Files.readString(SOURCE).replace("#define BIG (", "#define BIG !(");
        var other = object(arch, Files.writeString(work.resolve("other.c"), text));
        assertTrue(Objects.references(other, "wrong") > 30);
    }

    private RelocatableObject object(String arch, Path source) throws Exception {
        var file = work.resolve("a.o");
        Latebind.compile(source, file, Latebind.of(arch));
        var object = Objects.read(file);
        assertTrue(object.symbols().stream().anyMatch(s -> s.name().equals("check") && s.isDefined()), "no check");
        return object;
    }
}
