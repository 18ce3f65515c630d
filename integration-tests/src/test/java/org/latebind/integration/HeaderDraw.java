package org.latebind.integration;

import java.util.List;
import java.util.Random;

/**
 * A unit that includes some headers in an order drawn at random, with definitions between them that modules have
 * before their includes: those that kernels tell them to make, and their own of names that headers use or define.
 */
final class HeaderDraw {
    private static final List<String> MODULES_DEFINITIONS = List.of(
            "#define pr_fmt(fmt) KBUILD_MODNAME \": \" fmt", "#define pr_fmt(fmt) \"%s:%d: \" fmt, __func__, __LINE__",
            "#define dev_fmt(fmt) \"drv: \" fmt", "#define DEBUG", "#define DEBUG 1", "#undef DEBUG", "#define VERBOSE_DEBUG",
            "#define DYNAMIC_DEBUG_MODULE", "#define CREATE_TRACE_POINTS", "#undef TRACE_SYSTEM\n#define TRACE_SYSTEM drv",
            "#undef TRACE_INCLUDE_PATH\n#define TRACE_INCLUDE_PATH .", "#define NOTRACE", "#define _GNU_SOURCE",
            "#define __NO_VERSION__", "#define EXPORT_SYMTAB", "#define KMSG_COMPONENT \"drv\"", "#define LINUX",
            "#define ARRAY_SIZE(arr) (sizeof(arr) / sizeof((arr)[0]))", "#define kmalloc(size, type) malloc(size)",
            "#define kfree(ptr) free(ptr)", "#define GFP_ATOMIC 0", "#define IER (INTERRUPT_CONTROL + 0x8)",
            "#define INITIALIZED 1", "#define READY 3", "#define SHUTDOWN 2", "#define SUBSYS(_x) case _x ## _cgrp_id:",
            "#define scsi_command_size scsi_command_size_tbl", "#define DEBUG_MAIN (1 << 0)", "#define IBV (1 << 0)",
            "#define IS_SUBSYS_ENABLED(option) IS_ENABLED(option)", "#undef CONFIG_NF_NAT_NEEDED", "#define bool int",
            "#define TRACEPOINT_PROBE(probe, args...) static void probe(void *__data, args)",
            "#define likely(x) (x)", "#undef likely\n#define likely(x) (x)", "#define noinline_for_stack noinline",
            "#undef __always_inline\n#define __always_inline inline", "#define min(a, b) ((a) < (b) ? (a) : (b))",
            "#define __init", "#undef CONFIG_SMP", "#undef CONFIG_DYNAMIC_DEBUG_CORE", "#define CONFIG_FUNNY 1",
            "#define STATIC static", "#define list_entry(p, t, m) container_of(p, t, m)", "#define BIT(n) (1 << (n))");

    private HeaderDraw() {}

    /**
     * The unit's source.
     *
     * @param headers in the order in which they are included
     */
    static String source(List<String> headers, Random random) {
        var text = new StringBuilder();
        if (random.nextBoolean()) {
            text.append("#include <linux/module.h>\n");
        }
        for (var header : headers) {
            while (random.nextInt(3) == 0) {
                text.append(MODULES_DEFINITIONS.get(random.nextInt(MODULES_DEFINITIONS.size()))).append('\n');
            }
            text.append("#include <").append(header).append(">\n");
        }
        // What they are after the headers.
        return text.append("""
                static const void *const texts[] = { pr_fmt("x"), dev_fmt("y") };
                static const long numbers[] = { BIT(3), likely(1), min(1, 2), ARRAY_SIZE(texts), __COUNTER__, __LINE__ };
                static int __init start(void) { return READY + INITIALIZED + IER; }
                """).toString();
    }
}
