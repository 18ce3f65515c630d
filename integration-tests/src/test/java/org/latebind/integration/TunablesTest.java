package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.latebind.kit.Appliance;
import org.latebind.kit.Distribution;
import org.latebind.kit.Needs;

/**
 * What a module defines to tune a kernel's headers has the effect that it has with gcc: the tokens of each unit are those
 * of {@code gcc -E} with the kernel's own flags. {@code GCC} names compilers as for {@link ContextAgainstGccTest}.
 */
class TunablesTest {
    private static final String GCC = System.getenv().getOrDefault("GCC", "");
    private static final String SUITE = System.getenv().getOrDefault("LATEBIND_TUNABLES_SUITE", "bookworm");
    private static final Path WORK = Distribution.ROOT.resolve("integration-tests/target/tunables");
    private static final Pattern UNIT = Pattern.compile("(?m)^#pragma latebind unit (\\S+)\\n");

    private static final String MESSAGES = """
            void messages(struct device *dev)
            {
            	pr_info("one %d\\n", 1);
            	pr_debug("two\\n");
            	pr_devel("three\\n");
            	pr_warn_once("four\\n");
            	pr_err_ratelimited("five\\n");
            	print_hex_dump_debug("six", 0, 16, 1, dev, 8, true);
            	dev_info(dev, "seven\\n");
            	dev_dbg(dev, "eight\\n");
            	dev_warn_once(dev, "nine\\n");
            	dev_dbg_ratelimited(dev, "ten\\n");
            }
            """;
    private static final String INCLUDES = "#include <linux/module.h>\n#include <linux/printk.h>\n#include <linux/device.h>\n";

    private static final String EVENT = """
            #undef TRACE_SYSTEM
            #define TRACE_SYSTEM %1$s
            #undef TRACE_SYSTEM_VAR
            #define TRACE_SYSTEM_VAR %2$s
            #if !defined(TRACE_%2$s) || defined(TRACE_HEADER_MULTI_READ)
            #define TRACE_%2$s
            #include <linux/tracepoint.h>
            TRACE_DEFINE_ENUM(PIDTYPE_TGID);
            DECLARE_EVENT_CLASS(%2$s_class,
            	TP_PROTO(int a, struct task_struct *t), TP_ARGS(a, t),
            	TP_STRUCT__entry(__field(int, a) __array(char, comm, 16) __dynamic_array(u32, list, a)),
            	TP_fast_assign(__entry->a = a; memcpy(__entry->comm, t->comm, 16);),
            	TP_printk("a=%%d comm=%%s kind=%%s", __entry->a, __entry->comm,
            		  __print_symbolic(__entry->a, { PIDTYPE_TGID, "group" })));
            DEFINE_EVENT(%2$s_class, %2$s_one, TP_PROTO(int a, struct task_struct *t), TP_ARGS(a, t));
            DEFINE_EVENT_PRINT(%2$s_class, %2$s_two, TP_PROTO(int a, struct task_struct *t), TP_ARGS(a, t),
            	TP_printk("other %%d", __entry->a));
            TRACE_EVENT_CONDITION(%2$s_three, TP_PROTO(int a), TP_ARGS(a), TP_CONDITION(a > 3),
            	TP_STRUCT__entry(__field(int, a)), TP_fast_assign(__entry->a = a;), TP_printk("%%d", __entry->a));
            #endif
            #undef TRACE_INCLUDE_PATH
            #define TRACE_INCLUDE_PATH %3$s
            #undef TRACE_INCLUDE_FILE
            #define TRACE_INCLUDE_FILE %4$s
            #include <trace/define_trace.h>
            """;

    private static Map<String, String> sources() {
        var all = new TreeMap<String, String>();
        all.put("plain", INCLUDES + MESSAGES);
        all.put("debug", "#define DEBUG\n" + INCLUDES + MESSAGES);
        all.put("debug_after", INCLUDES + "#define DEBUG\n" + MESSAGES);
        all.put("verbose", "#define DEBUG 1\n#define VERBOSE_DEBUG\n" + INCLUDES + MESSAGES);
        all.put("format", "#define pr_fmt(fmt) KBUILD_MODNAME \": %s: \" fmt, __func__\n#define dev_fmt(fmt) \"dev: \" fmt\n"
                + INCLUDES + MESSAGES);
        all.put("format_after", INCLUDES + "#undef pr_fmt\n#define pr_fmt(fmt) KBUILD_BASENAME \": \" fmt\n"
                + "#undef dev_fmt\n#define dev_fmt(fmt) __FILE__ fmt\n" + MESSAGES);
        all.put("dynamic", "#define DYNAMIC_DEBUG_MODULE\n" + INCLUDES + MESSAGES);
        all.put("names", INCLUDES + """
                #undef MODULE_PARAM_PREFIX
                #define MODULE_PARAM_PREFIX "pre."
                static int n;
                module_param(n, int, 0444);
                MODULE_PARM_DESC(n, KBUILD_MODNAME " " KBUILD_BASENAME " " KBUILD_MODFILE);
                MODULE_LICENSE("GPL");
                int init_module(void) { return n; }
                """);
        all.put("namespace", "#define DEFAULT_SYMBOL_NAMESPACE SPACE\n" + INCLUDES
                + "int f(void) { return 1; }\nEXPORT_SYMBOL(f);\nEXPORT_SYMBOL_GPL(g);\nEXPORT_SYMBOL_NS(h, OTHER);\n");
        all.put("namespace_after", INCLUDES + "#undef DEFAULT_SYMBOL_NAMESPACE\n#define DEFAULT_SYMBOL_NAMESPACE \"SPACE\"\n"
                + "int f(void) { return 1; }\nEXPORT_SYMBOL(f);\nEXPORT_SYMBOL_GPL(g);\n");
        all.put("event", INCLUDES + "#define CREATE_TRACE_POINTS\n#include \"near.h\"\nvoid f(void) { trace_near_one(1, current); }\n");
        all.put("event_declared", INCLUDES + "#include \"near.h\"\nvoid f(void) { if (trace_near_two_enabled()) trace_near_three(4); }\n");
        all.put("event_far", INCLUDES + "#define CREATE_TRACE_POINTS\n#include \"sub/far.h\"\n#include \"near.h\"\n");
        all.put("event_of_kernel", "#include <linux/module.h>\n#include <trace/events/power.h>\n#define CREATE_TRACE_POINTS\n"
                + "#include \"near.h\"\n#include <trace/events/kmem.h>\n");
        all.put("no_events", "#define NOTRACE\n" + INCLUDES + "#undef CREATE_TRACE_POINTS\n#include \"near.h\"\n"
                + "#define CREATE_TRACE_POINTS\n#include <trace/events/sock.h>\n");
        all.put("others", "#define __NO_FORTIFY\n#define DISABLE_BRANCH_PROFILING\n#define INCLUDE_VERMAGIC\n" + INCLUDES
                + "#include <linux/vermagic.h>\n#include <linux/string.h>\nconst char v[] = VERMAGIC_STRING;\n");
        return all;
    }

    @Test
    void everyTunableHasTheEffectThatItHasWithGcc() throws Exception {
        var demonstrated = RealKernels.kernels();
        Function<String, Optional<Path>> known = release -> demonstrated.stream()
                .filter(each -> each.release().equals(release)).map(RealKernels.Kernel::headerData).findFirst();
        var latebind = Appliance.shared();
        var kernel = Needs.found(KernelTree.of(SUITE + " amd64", WORK, latebind, known), "the kernel of " + SUITE);
        var gcc = Needs.found(KernelGcc.find(GCC, "amd64", kernel.gccVersion()), "gcc " + kernel.gccVersion());
        compare(kernel, gcc);
    }

    private static void compare(KernelTree kernel, KernelGcc gcc) throws Exception {
        var folder = Files.createDirectories(WORK.resolve("sources/sub")).getParent();
        var options = kernel.options(gcc);
        kernel.answerFeatures(gcc, options);
        Files.writeString(folder.resolve("near.h"), EVENT.formatted("near", "near", ".", "near"));
        Files.writeString(folder.resolve("sub/far.h"), EVENT.formatted("far-off", "far", "sub", "far"));
        var sources = sources();
        var files = new ArrayList<Path>();
        for (var source : sources.entrySet()) {
            files.add(Files.writeString(folder.resolve(source.getKey() + ".c"), source.getValue()));
        }
        var ours = units(kernel.preprocessed(folder.resolve("tun-ables.dko"), List.of("-I", folder), files));
        assertEquals(sources.keySet(), ours.keySet());
        var different = new ArrayList<String>();
        var texts = new TreeMap<String, List<String>>();
        for (var name : sources.keySet()) {
            var command = new ArrayList<>(List.of("-E", "-P"));
            command.addAll(options);
            command.addAll(List.of("-I.", "-DKBUILD_BASENAME=\"" + name + "\"", "-DKBUILD_MODNAME=\"tun_ables\"",
                    "-D__KBUILD_MODNAME=kmod_tun_ables", "-DKBUILD_MODFILE=\"tun-ables\"", name + ".c"));
            var answer = gcc.run(folder, command);
            assertEquals(0, answer.status(), name);
            // In __FILE__ gcc has the folder as it was given.
            var text = answer.text().replaceAll("\"(\\./)+", "\"");
            texts.put(name, CTokens.of(text));
            var difference = CTokens.difference(text, ours.get(name), false);
            if (!difference.isEmpty()) {
                different.add(name + difference);
            }
        }
        assertEquals(List.of(), different);
        // The tunables are such: with them there are other tokens than without.
        for (var tuned : List.of("debug", "format", "format_after", "dynamic")) {
            assertFalse(texts.get("plain").equals(texts.get(tuned)), tuned);
        }
        assertTrue(texts.get("event").size() > texts.get("event_declared").size() + 100);
    }

    private static Map<String, String> units(String text) {
        var units = new TreeMap<String, String>();
        var unit = UNIT.matcher(text);
        for (boolean any = unit.find(); any; ) {
            var name = unit.group(1);
            int start = unit.end();
            any = unit.find();
            units.put(name, text.substring(start, any ? unit.start() : text.length()));
        }
        return units;
    }
}
