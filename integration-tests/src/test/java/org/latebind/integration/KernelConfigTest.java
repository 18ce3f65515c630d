package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Appliance;

/**
 * What a kernel's own Makefiles make of its configuration is honored, or the kernel is refused; and options that
 * are answered for our compiler change no layout, no export and no section.
 */
class KernelConfigTest {
    /** Headers that have the answered options in them, and what they include. */
    private static final Pattern CORE = Pattern.compile(
            "include/(linux|asm-generic|vdso|uapi/(linux|asm-generic))/[^/]*|include/(linux/(atomic|sched)|generated)/.*|arch/.*");

    @TempDir
    private static Path folder;

    private static Appliance appliance;

    @BeforeAll
    static void start() throws Exception {
        RealKernels.askedFor();
        appliance = Appliance.shared();
    }

    /**
     * A configuration that differs from a stock kernel's.
     *
     * @param changes {@code X=y} to be set, {@code -X} to be unset
     * @param text of the diagnostic, or of the settings
     */
    private record Case(String changes, boolean refused, String text) {
        /** What there is in one kernel only: other kernels' Makefiles do not know it. */
        boolean isKnown(String makefiles) {
            return Stream.of(changes.split(" ")).map(change -> change.replaceFirst("^-", "").replaceFirst("=.*", ""))
                    .allMatch(option -> Pattern.compile("\\b(CONFIG_)?" + option + "\\b").matcher(makefiles).find());
        }
    }

    private static Case refused(String changes, String text) {
        return new Case(changes, true, text);
    }

    private static Case honored(String changes, String text) {
        return new Case(changes, false, text);
    }

    private static final List<Case> CASES = List.of(
            // Both sides of a call, or the kernel's own books, rely on what the compiler adds.
            refused("CFI_CLANG=y", "CONFIG_CFI_CLANG"),
            refused("CFI=y", "CONFIG_CFI"),
            refused("SHADOW_CALL_STACK=y", "CONFIG_SHADOW_CALL_STACK"),
            refused("RANDSTRUCT=y", "CONFIG_RANDSTRUCT"),
            refused("GCC_PLUGINS=y GCC_PLUGIN_RANDSTRUCT=y", "CONFIG_GCC_PLUGIN_RANDSTRUCT"),
            refused("GCC_PLUGINS=y GCC_PLUGIN_LATENT_ENTROPY=y", "-fplugin=latent_entropy_plugin.so"),
            refused("GCC_PLUGINS=y GCC_PLUGIN_STACKLEAK=y KSTACK_ERASE=y", "-fplugin=stackleak_plugin.so"),
            refused("GCC_PLUGINS=y GCC_PLUGIN_STACKLEAK=y STACKLEAK_TRACK_MIN_SIZE=100", "-fplugin=stackleak_plugin.so"),
            refused("KASAN=y KASAN_GENERIC=y KASAN_INLINE=y KASAN_SHADOW_OFFSET=0xdffffc0000000000", "-fsanitize=kernel-address"),
            refused("KASAN=y KASAN_GENERIC=y KASAN_SHADOW_OFFSET=0xdffffc0000000000", "-fsanitize=kernel-address"),
            refused("KCSAN=y", "-fsanitize=thread"),
            refused("KMSAN=y", "-fsanitize=kernel-memory"),
            refused("KCOV=y KCOV_INSTRUMENT_ALL=y CC_HAS_SANCOV_TRACE_PC=y", "-fsanitize-coverage=trace-pc"),
            refused("KCOV=y KCOV_INSTRUMENT_ALL=y", "-fsanitize-coverage=trace-pc"),
            refused("GCOV_KERNEL=y GCOV_PROFILE_ALL=y", "-fprofile-arcs"),
            // What LLVM cannot do, or a kernel that another compiler made.
            refused("-INIT_STACK_ALL_ZERO INIT_STACK_ALL_PATTERN=y", "-ftrivial-auto-var-init=pattern"),
            refused("-CC_IS_GCC CC_IS_CLANG=y LTO_CLANG=y LTO_CLANG_THIN=y LTO=y", "not compiled by gcc"),
            refused("LTO=y", "-fno-lto"),
            refused("X86_NATIVE_CPU=y", "-march=native"),
            refused("X86_32=y", "-mcmodel=small"),
            refused("-HAVE_FENTRY", "-pg without -mfentry"),
            refused("HAVE_NOP_MCOUNT=y", "-mnop-mcount"),
            refused("-FTRACE_MCOUNT_USE_CC FTRACE_MCOUNT_USE_OBJTOOL=y HAVE_OBJTOOL_NOP_MCOUNT=y", "FTRACE_MCOUNT_USE_OBJTOOL"),
            refused("CALL_PADDING=y -FUNCTION_PADDING_BYTES", "-fpatchable-function-entry"),
            // Contracts that code keeps.
            honored("CALL_PADDING=y FUNCTION_PADDING_BYTES=16", "\"patchable-function-prefix\"=\"16\""),
            honored("X86_KERNEL_IBT=y", "cf-protection-branch"),
            honored("FRAME_POINTER=y", "\"frame-pointer\"=\"all\""),
            honored("FUNCTION_TRACER=y HAVE_FENTRY=y", "\"fentry-call\"=\"true\""),
            honored("ZERO_CALL_USED_REGS=y", "\"zero-call-used-regs\"=\"used-gpr\""),
            honored("RETPOLINE=y RETHUNK=y", "fn_ret_thunk_extern"),
            honored("MITIGATION_RETPOLINE=y MITIGATION_RETHUNK=y", "fn_ret_thunk_extern"),
            honored("SLS=y", "+harden-sls-ret"),
            honored("MITIGATION_SLS=y", "+harden-sls-ret"),
            honored("STACKPROTECTOR=y STACKPROTECTOR_STRONG=y", "sspstrong"),
            honored("INIT_STACK_ALL_ZERO=y", "zero-initialized-autos: true"),
            honored("-INIT_STACK_ALL_ZERO", "zero-initialized-autos: false"),
            honored("-INIT_STACK_ALL_ZERO GCC_PLUGINS=y GCC_PLUGIN_STRUCTLEAK=y GCC_PLUGIN_STRUCTLEAK_BYREF_ALL=y",
                    "zero-initialized-autos: true"),
            // Checks that only report are left out, trapping or not.
            honored("UBSAN=y UBSAN_SHIFT=y UBSAN_TRAP=y UBSAN_SANITIZE_ALL=y", "codegen.arch: x86_64"),
            honored("UBSAN=y UBSAN_SHIFT=y UBSAN_TRAP=y", "codegen.arch: x86_64"),
            honored("READABLE_ASM=y DEBUG_SECTION_MISMATCH=y", "codegen.arch: x86_64"));

    @Test
    void everyOptionIsHonoredOrRefused() throws Exception {
        for (var suite : List.of("bookworm", "sid")) {
            var tree = BuildFiles.of(suite, folder).tree(folder.resolve(suite), header -> header.endsWith("/generated/uapi/asm/types.h"));
            for (var forced : List.of("compiler-version", "kconfig", "compiler_types", "module", "vermagic")) {
                Files.createDirectories(tree.resolve("include/linux"));
                Files.writeString(tree.resolve("include/linux/" + forced + ".h"), "\n");
            }
            var makefiles = makefiles(tree);
            var config = Configuration.of(tree);
            int tried = 0;
            for (var each : CASES) {
                if (each.isKnown(makefiles)) {
                    config.changed(each.changes()).write(tree);
                    check(suite, tree, each);
                    tried++;
                }
            }
            assertTrue(tried > CASES.size() / 2, suite + ": " + tried);
            config.write(tree);
            // A flag of kernels to come.
            for (var flag : List.of("-fnew-contract", "-mnew-contract=3", "-pg2", "-Wa,-new-contract")) {
                var makefile = Files.readString(tree.resolve("Makefile"));
                Files.writeString(tree.resolve("Makefile"), makefile + "\nKBUILD_CFLAGS += " + flag + "\n");
                check(suite, tree, refused("", flag));
                Files.writeString(tree.resolve("Makefile"), makefile);
            }
        }
    }

    private static void check(String suite, Path tree, Case each) throws Exception {
        var khd = folder.resolve("case.khd");
        Files.deleteIfExists(khd);
        var ran = appliance.run("ingest", "-o", khd, tree);
        var where = suite + ": " + each + "\n" + ran;
        if (each.refused()) {
            assertEquals(1, Math.min(1, ran.status()), where);
            assertTrue(ran.err().lines().anyMatch(line -> line.contains("error[LB50") && line.contains(each.text())), where);
            assertFalse(Files.exists(khd), where);
        } else {
            assertEquals(0, ran.status(), where);
            var settings = appliance.run("show", khd, "settings").out();
            assertTrue(settings.contains(each.text()), where + settings);
        }
    }

    private static String makefiles(Path tree) throws Exception {
        var text = new StringBuilder(Files.readString(tree.resolve(".config")));
        try (Stream<Path> files = Files.walk(tree)) {
            for (var file : files.filter(file -> file.getFileName().toString().startsWith("Makefile")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    /** What Makefiles see of a kernel's configuration, and what headers see. */
    private record Configuration(String makefiles, String headers) {
        private static final String MAKEFILES = "include/config/auto.conf";
        private static final String HEADERS = "include/generated/autoconf.h";

        static Configuration of(Path tree) throws Exception {
            return new Configuration(Files.readString(tree.resolve(MAKEFILES)), Files.readString(tree.resolve(HEADERS)));
        }

        Configuration changed(String changes) {
            var makefiles = new StringBuilder(makefiles());
            var headers = new StringBuilder(headers());
            for (var change : changes.split(" ")) {
                var option = "CONFIG_" + change.replaceFirst("^-", "").replaceFirst("=.*", "");
                remove("(?m)^" + option + "=.*$", makefiles);
                remove("(?m)^#define " + option + "(_MODULE)? .*$", headers);
                if (!change.startsWith("-")) {
                    makefiles.append("\nCONFIG_").append(change).append('\n');
                    var value = change.substring(change.indexOf('=') + 1);
                    headers.append("\n#define ").append(option).append(' ').append(value.equals("y") ? "1" : value).append('\n');
                }
            }
            return new Configuration(makefiles.toString(), headers.toString());
        }

        private static void remove(String line, StringBuilder text) {
            var kept = text.toString().replaceAll(line, "");
            text.setLength(0);
            text.append(kept);
        }

        void write(Path tree) throws Exception {
            Files.writeString(tree.resolve(MAKEFILES), makefiles);
            Files.writeString(tree.resolve(HEADERS), headers);
        }
    }

    /**
     * Header data with the answers, and with the kernel's own ones; what is different between them is how per-CPU
     * variables and static branches are reached, and no more.
     */
    @Test
    void answersForOurCompilerChangeNoLayoutNoExportAndNoSection() throws Exception {
        var kernel = BuildFiles.of("sid", folder);
        var tree = kernel.tree(folder.resolve("core"), header -> CORE.matcher(header).matches());
        var ours = folder.resolve("ours.khd");
        done("ingest", "-o", ours, tree);
        var answered = Pattern.compile("(?m)^answered: CONFIG_(\\w+)=").matcher(done("show", ours)).results()
                .map(answer -> answer.group(1)).toList();
        assertTrue(answered.contains("USE_X86_SEG_SUPPORT") && answered.contains("HAVE_JUMP_LABEL_HACK"), answered.toString());
        // An option that the configuration does not have is not answered; headers see it all the same.
        var config = Configuration.of(tree);
        config.changed("-" + String.join(" -", answered)).write(tree);
        var theirOwn = Pattern.compile("(?m)^#define CONFIG_(" + String.join("|", answered) + ") .*$").matcher(config.headers())
                .results().map(found -> found.group() + "\n").collect(Collectors.joining());
        // A named address space is no part of a layout, and our front end's units of many headers know none.
        var kconfig = tree.resolve("include/linux/kconfig.h");
        var include = "#include <generated/autoconf.h>\n";
        var text = Files.readString(kconfig);
        assertTrue(text.contains(include), text);
        Files.writeString(kconfig, text.replace(include, include + theirOwn + "#define __seg_fs\n#define __seg_gs\n"));
        var theirs = folder.resolve("theirs.khd");
        done("ingest", "-o", theirs, tree);
        var differences = done("diff", theirs, ours);
        assertTrue(differences.contains(": 0 configs, 0 symbols, 0 types, "), differences);
        var changed = new ArrayList<String>();
        for (var difference : differences.split("(?m)^(?=[-+~] )")) {
            if (!difference.matches("(?s)[-+] (macro (CONFIG_|__seg_)|declaration __UNIQUE_ID_).*|.* -> .*: \\d+ configs.*")) {
                changed.add(difference);
            }
        }
        assertFalse(changed.isEmpty(), differences);
        for (var difference : changed) {
            assertFalse(Pattern.compile("section|EXPORT|ksymtab|DEFINE_|DECLARE_").matcher(difference).find(), difference);
        }
        assertTrue(changed.size() <= 12, changed.toString());
    }

    private static String done(Object... words) throws Exception {
        var ran = appliance.run(words);
        assertEquals(0, ran.status(), ran.toString());
        return ran.out();
    }
}
