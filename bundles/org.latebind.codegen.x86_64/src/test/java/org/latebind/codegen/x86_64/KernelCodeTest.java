package org.latebind.codegen.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.latebind.codegen.api.CodegenMessage;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenRequest.Output;
import org.latebind.codegen.api.CodegenResult;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.llvm.LlvmService;
import org.latebind.target.api.TargetSettings;

/** Code for kernels, made by LLVM from IR as lowering writes it. */
class KernelCodeTest {
    private static final X86CodeGenerator GENERATOR = new X86CodeGenerator(LlvmService.inProcess(
            Optional.ofNullable(System.getProperty("latebind.test.natives")).map(Path::of)));

    private static CodegenResult generate(String ir, TargetSettings settings, Output output) {
        var codegen = settings.codegen();
        var module = new StringBuilder()
                .append("target datalayout = \"").append(codegen.dataLayout()).append("\"\n")
                .append("target triple = \"").append(codegen.triple()).append("\"\n")
                .append(ir.replace("ATTRIBUTES", String.join(" ", codegen.functionAttributes(Set.of()))));
        var flags = new ArrayList<String>();
        for (var flag : codegen.moduleFlags()) {
            module.append('!').append(flags.size()).append(" = ").append(flag.text()).append('\n');
            flags.add("!" + flags.size());
        }
        module.append("!llvm.module.flags = !{").append(String.join(", ", flags)).append("}\n");
        return GENERATOR.generate(
                new CodegenRequest(module.toString().getBytes(StandardCharsets.UTF_8), codegen, output));
    }

    private static String assembly(TargetSettings settings) throws IOException {
        return new String(ok(generate(module(), settings, Output.ASSEMBLY)), StandardCharsets.UTF_8);
    }

    private static byte[] ok(CodegenResult result) {
        assertEquals(List.of(), result.messages());
        return result.output().orElseThrow();
    }

    private static String module() throws IOException {
        try (var in = KernelCodeTest.class.getResourceAsStream("module.ll")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The lines of one function. */
    private static String function(String assembly, String name) {
        return assembly.lines()
                .dropWhile(line -> !line.startsWith(name + ":"))
                .takeWhile(line -> !line.contains(".cfi_endproc"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatEveryKernelWants() throws IOException {
        for (var settings : List.of(Kernels.v61(), Kernels.v612(), Kernels.v72())) {
            var assembly = assembly(settings);
            assertFalse(assembly.contains("GOT"), assembly);
            assertFalse(assembly.contains("xmm"), assembly);
            assertFalse(assembly.matches("(?s).*\\bretq?\\b.*"), "a plain return");
            assertFalse(assembly.matches("(?s).*\\bjmpq?\\s+\\*.*"), "an indirect jump");
            assertTrue(function(assembly, "get_current").contains("movq\t%gs:current_task"), assembly);
            assertTrue(function(assembly, "get_current").contains("__fentry__"), assembly);
            assertTrue(function(assembly, "get_current").contains("jmp\t__x86_return_thunk"), assembly);
            assertTrue(function(assembly, "indirect").contains("cs\n\tcallq\t__x86_indirect_thunk_r")
                    || function(assembly, "indirect").contains("__x86_indirect_thunk_r"), assembly);
            assertTrue(function(assembly, "test_and_set").contains("setb\t%al"), assembly);
            assertTrue(assembly.contains("__jump_table"), assembly);
        }
    }

    @Test
    void stackGuards() throws IOException {
        assertTrue(function(assembly(Kernels.v61()), "guarded").contains("%gs:40"));
        assertTrue(function(assembly(Kernels.v72()), "guarded").contains("%gs:__ref_stack_chk_guard"));
    }

    @Test
    void branchTrackingMarksWhatMayBeCalledIndirectly() throws IOException {
        assertFalse(assembly(Kernels.v61()).contains("endbr64"));
        var assembly = assembly(Kernels.v612());
        assertTrue(function(assembly, "callback").lines().limit(6).anyMatch(l -> l.contains("endbr64")), assembly);
        assertTrue(function(assembly, "get_current").lines().limit(6).anyMatch(l -> l.contains("endbr64")), assembly);
    }

    @Test
    void callPadding() throws IOException {
        var before = assembly(Kernels.v72()).lines().toList();
        int label = before.indexOf(before.stream().filter(l -> l.startsWith("get_current:")).findFirst().orElseThrow());
        var padding = String.join("\n", before.subList(Math.max(0, label - 20), label));
        assertEquals(16, padding.split("nop", -1).length - 1, padding);
    }

    @Test
    void onlyRelocationsThatTheModuleLoaderKnows() throws IOException {
        for (var settings : List.of(Kernels.v61(), Kernels.v612(), Kernels.v72())) {
            ok(generate(module(), settings, Output.OBJECT));
        }
        // Without dso_local, data of another object is reached through the GOT.
        var message = generate(module().replace("external dso_local global i64", "external global i64"),
                Kernels.v61(), Output.OBJECT).messages().get(0);
        assertEquals("LB7511", message.code());
        assertEquals("a kernel module cannot have relocation type 42 against 'jiffies'", message.text());
    }

    @Test
    void everyModuleFlagIsText() {
        for (var flag : Kernels.v72().codegen().moduleFlags()) {
            assertTrue(flag.text().startsWith("!{i32 "), flag.text());
        }
        assertEquals("!{i32 1, !\"a\", !\"b\"}", ModuleFlag.string(1, "a", "b").text());
    }

    @Test
    void floatingPointInAKernelIsAnErrorNotACrash() {
        var result = generate("""
                define dso_local double @f(double %a) #0 {
                  %b = fadd double %a, 1.0
                  ret double %b
                }
                attributes #0 = { ATTRIBUTES }
                """, Kernels.v61(), Output.OBJECT);
        assertEquals(
                List.of("a kernel module cannot have floating-point arithmetic: it became a call of '__adddf3'"),
                result.messages().stream().map(CodegenMessage::text).toList());
    }
}
