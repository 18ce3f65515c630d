package org.latebind.lowering.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.codegen.aarch64.AArch64Target;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenRequest.Output;
import org.latebind.codegen.riscv64.RiscVTarget;
import org.latebind.codegen.s390x.S390Target;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.lowering.LowerToLlvm;
import org.latebind.sema.api.ParsedFileScope;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.UserSpaceOptions;

/**
 * {@code byte-order.c} says which byte of an object is where, in either byte order. LLVM folds each of its checks,
 * knowing the target's order, and leaves a call of {@code wrong} for each that does not hold; clang's code of the
 * file has none either.
 */
class ByteOrderTest {
    private static final Path SOURCE = Path.of("src/test/resources/byte-order.c").toAbsolutePath();

    @TempDir
    Path work;

    static Stream<TargetDescription> targets() {
        return Stream.of(new X86Target(), new AArch64Target(), new RiscVTarget(), new S390Target());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyByteIsWhereTheTargetHasIt(TargetDescription target) throws Exception {
        assertEquals(List.of(), wrong(target, SOURCE));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theOtherOrderWouldBeSeen(TargetDescription target) throws Exception {
        var text = Files.readString(SOURCE).replace("#define BIG (", "#define BIG !(");
        assertTrue(wrong(target, Files.writeString(work.resolve("other.c"), text)).size() > 30);
    }

    /** Calls of {@code wrong} that are left, with the lines that they tell. */
    private static List<String> wrong(TargetDescription target, Path source) throws CompileC.Failed {
        var problems = new ArrayList<Diagnostic>();
        var settings = target.userSpaceSettings(UserSpaceOptions.defaults());
        var unit = new FrontEnd(target, new HostHeaders(List.of()), ParsedFileScope::new, true)
                .laidOut(source, settings, problems);
        var module = new LowerToLlvm().lower(unit, target, settings, problems::add).orElseThrow();
        var result = CompileC.llvm().compile(new CodegenRequest(module.bytes(), settings.codegen(), Output.OPTIMIZED_IR_TEXT));
        var text = new String(result.output().orElseThrow(), StandardCharsets.UTF_8);
        assertTrue(text.contains("@check("), text);
        return text.lines().filter(line -> line.contains("call ") && line.contains("@wrong(")).toList();
    }
}
