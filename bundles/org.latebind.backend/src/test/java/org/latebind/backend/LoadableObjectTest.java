package org.latebind.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.codegen.api.CodegenMessage;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfIdentity;
import org.latebind.elf.ElfWriter;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Relocation;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;

class LoadableObjectTest {
    static Stream<ByteOrder> orders() {
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
    }

    /** An object with one relocation of that type, against that symbol. */
    private static byte[] object(ByteOrder order, int type, String symbol) {
        var text = new Section(
                ".text", Section.PROGBITS, Section.ALLOC, 1, Bytes.zeros(8), List.of(new Relocation(4, type, 0, 0)));
        var undefined = new Symbol(
                symbol, Symbol.GLOBAL, Symbol.NO_TYPE, Symbol.DEFAULT_VISIBILITY, Symbol.UNDEFINED, 0, 0);
        var identity = new ElfIdentity(order, 1, 0, 0);
        return ElfWriter.write(new RelocatableObject(identity, List.of(text), List.of(undefined), List.of())).toArray();
    }

    private static List<String> check(ByteOrder order, int type, String symbol) {
        return LoadableObject.check(object(order, type, symbol), Set.of(20)).stream()
                .map(m -> m.code() + " " + m.text())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatTheLoaderKnowsPasses(ByteOrder order) {
        assertEquals(List.of(), check(order, 20, "_printk"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatItDoesNotKnowIsNamed(ByteOrder order) {
        assertEquals(
                List.of("LB7511 a kernel module cannot have relocation type 42 against '_printk'"),
                check(order, 42, "_printk"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void floatingPointIsFound(ByteOrder order) {
        assertEquals(
                List.of("LB7511 a kernel module cannot have floating-point arithmetic: it became a call of '__adddf3'"),
                check(order, 20, "__adddf3"));
    }

    @Test
    void aTruncatedObjectIsAnError() {
        var whole = object(ByteOrder.LITTLE_ENDIAN, 20, "_printk");
        var messages = LoadableObject.check(Arrays.copyOf(whole, whole.length - 1), Set.of(20));
        assertEquals(List.of("LB7512"), messages.stream().map(CodegenMessage::code).toList());
    }
}
