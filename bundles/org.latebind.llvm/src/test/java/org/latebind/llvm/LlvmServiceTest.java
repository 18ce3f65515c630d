package org.latebind.llvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.latebind.codegen.api.CodegenMessage;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenRequest.Output;
import org.latebind.codegen.api.CodegenResult;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;

/** LLVM as a service; the target is BPF because nothing here is about an architecture. */
class LlvmServiceTest {
    private static final CodegenSettings SETTINGS = new CodegenSettings(
            "bpf",
            "bpfel-unknown-none",
            "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128",
            "v3",
            List.of(),
            RelocationModel.STATIC,
            CodeModel.DEFAULT,
            0,
            "default<O2>",
            List.of(),
            List.of(),
            Map.of());

    private static final String HEADER = """
            target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
            target triple = "bpfel-unknown-none"
            """;

    private static final LlvmService LLVM = new LlvmService(() -> settings(false), Optional.empty());

    private static LlvmSettings settings(boolean worker) {
        var natives = Optional.ofNullable(System.getProperty("latebind.test.natives")).map(Path::of);
        return new LlvmSettings(worker, natives, Optional.empty(), 2, 60);
    }

    private static CodegenResult compile(String ir, Output output) {
        return LLVM.compile(new CodegenRequest((HEADER + ir).getBytes(StandardCharsets.UTF_8), SETTINGS, output));
    }

    private static CodegenMessage onlyMessage(CodegenResult result) {
        assertEquals(1, result.messages().size(), result.messages().toString());
        return result.messages().get(0);
    }

    @Test
    void emitsAnElfObject() {
        var result = compile("define i64 @f(i64 %a) { %b = add i64 %a, 1 ret i64 %b }", Output.OBJECT);
        var object = result.output().orElseThrow();
        assertArrayEquals(new byte[] {0x7f, 'E', 'L', 'F'}, java.util.Arrays.copyOf(object, 4));
        assertEquals(
                List.of("parse", "optimize", "emit"),
                result.timings().stream().map(CodegenResult.Timing::step).toList());
    }

    @Test
    void theSameModuleGivesTheSameBytes() {
        var ir = "define i64 @f(i64 %a) { %b = mul i64 %a, 3 ret i64 %b }";
        assertArrayEquals(
                compile(ir, Output.OBJECT).output().orElseThrow(),
                compile(ir, Output.OBJECT).output().orElseThrow());
    }

    @Test
    void bitcodeReadsBack() {
        var bitcode = compile("define i64 @f(i64 %a) { ret i64 %a }", Output.BITCODE).output().orElseThrow();
        var text = LLVM.compile(new CodegenRequest(bitcode, SETTINGS, Output.IR_TEXT)).output().orElseThrow();
        assertTrue(new String(text, StandardCharsets.UTF_8).contains("define i64 @f(i64 %a)"));
    }

    @Test
    void syntaxErrorsInIrAreMessages() {
        var message = onlyMessage(compile("define i64 @f( {", Output.OBJECT));
        assertEquals("LB7501", message.code());
        assertTrue(message.text().contains("module:3:"), message.text());
    }

    @Test
    void invalidModulesAreMessages() {
        var message = onlyMessage(compile("""
                define i64 @f(i1 %c, i64 %x) {
                  br i1 %c, label %a, label %b
                a:
                  %y = add i64 %x, 1
                  br label %b
                b:
                  ret i64 %y
                }
                """, Output.OBJECT));
        assertEquals("LB7502", message.code());
        assertTrue(message.text().contains("dominate"), message.text());
    }

    @Test
    void aModuleForAnotherTargetIsRefused() {
        var module = "define void @f() { ret void }".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "LB7503",
                onlyMessage(LLVM.compile(CodegenRequest.object(module, SETTINGS))).code());
    }

    private static final String BUILD_BUG = """
            declare void @bug() "dontcall-error"="size differs"
            define void @f() {
              %c = icmp ne i64 ADD, 8
              br i1 %c, label %bad, label %good
            bad:
              call void @bug(), !srcloc !0
              unreachable
            good:
              ret void
            }
            !0 = !{i32 41}
            """;

    @Test
    void survivingCallsOfErrorFunctionsAreErrorsWithTheirPlace() {
        var message = onlyMessage(compile(BUILD_BUG.replace("ADD", "add (i64 5, i64 4)"), Output.OBJECT));
        assertEquals("LB7505", message.code());
        assertEquals("call to 'bug' declared with attribute error: size differs", message.text());
        assertEquals(OptionalInt.of(41), message.location());
        assertEquals(Optional.of("f"), message.function());
    }

    @Test
    void foldedCallsOfErrorFunctionsAreNot() {
        assertTrue(compile(BUILD_BUG.replace("ADD", "add (i64 4, i64 4)"), Output.OBJECT)
                .output()
                .isPresent());
    }

    @Test
    void assemblerErrorsKnowTheirStatement() {
        var message = onlyMessage(compile("""
                define void @f(i64 %x) {
                  call void asm sideeffect "r0 = 1", "~{r0}"(), !srcloc !0
                  call void asm sideeffect "frobnicate $0, 7", "r"(i64 %x), !srcloc !1
                  ret void
                }
                !0 = !{i32 1}
                !1 = !{i32 2}
                """, Output.OBJECT));
        assertEquals("LB7504", message.code());
        assertEquals(OptionalInt.of(2), message.location());
        assertEquals(Optional.of("f"), message.function());
    }

    @Test
    void jobsRunSideBySide() throws Exception {
        var module = (HEADER + "define i64 @f(i64 %a) { %b = mul i64 %a, 3 ret i64 %b }")
                .getBytes(StandardCharsets.UTF_8);
        var expected = LLVM.compile(CodegenRequest.object(module, SETTINGS)).output().orElseThrow();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var results = threads.invokeAll(IntStream.range(0, 16)
                    .<java.util.concurrent.Callable<byte[]>>mapToObj(i -> () -> LLVM.compile(CodegenRequest.object(module, SETTINGS))
                            .output()
                            .orElseThrow())
                    .toList());
            for (var result : results) {
                assertArrayEquals(expected, result.get());
            }
        }
    }

    @Test
    void anotherRevisionOfTheBundleUsesTheLibraryThatIsThere() throws Exception {
        var expected = identity();
        var path = new ArrayList<URL>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Path.of(entry).toUri().toURL());
        }
        try (var revision = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var test = revision.loadClass(LlvmServiceTest.class.getName());
            assertNotSame(LlvmServiceTest.class, test);
            var compiled = test.getDeclaredMethod("identity");
            compiled.setAccessible(true);
            assertArrayEquals(expected, (byte[]) compiled.invoke(null));
        }
        assertArrayEquals(expected, identity());
    }

    private static final String IDENTITY = "define i64 @f(i64 %a) { ret i64 %a }";

    private static byte[] identity() {
        return compile(IDENTITY, Output.OBJECT).output().orElseThrow();
    }

    @Test
    void aFatalErrorInAWorkerCostsOneJob() {
        // A class path in place of the bundle's jar: that is what the test runs from.
        var workers = new LlvmService(() -> settings(true), Optional.of(Path.of(System.getProperty("java.class.path"))));
        try {
            var fatal = (HEADER + "@x = thread_local global i32 0 define ptr @f() { ret ptr @x }")
                    .getBytes(StandardCharsets.UTF_8);
            var died = workers.compile(CodegenRequest.object(fatal, SETTINGS));
            assertEquals("LB7507", onlyMessage(died).code());
            assertTrue(onlyMessage(died).text().contains("Cannot select"), died.toString());
            var good = (HEADER + "define i64 @f(i64 %a) { ret i64 %a }").getBytes(StandardCharsets.UTF_8);
            assertTrue(workers.compile(CodegenRequest.object(good, SETTINGS)).output().isPresent());
            assertEquals(LLVM.version(), workers.version());
        } finally {
            workers.close();
        }
    }
}
