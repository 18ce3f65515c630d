package org.latebind.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.KernelIdentity.PackageVersion;
import org.latebind.kit.SmallKernel;

/** The kit's small kernel in memory, with more of what Makefiles, linker scripts and headers may have in it. */
record SmallTree(SortedMap<String, byte[]> files) implements FileTree {
    static final String HEADER = SmallKernel.HEADER;
    private static final String FOLDER = "/usr/src/linux-headers-1.0-small/";

    private static final Map<String, String> RICHER = Map.ofEntries(
            Map.entry("Makefile", """
                    ifdef CONFIG_64BIT
                    BITS := $(if $(CONFIG_64BIT),64,32)
                    endif
                    LINUXINCLUDE := -I$(srctree)/arch/x86/include -I$(srctree)/include \\
                    	-include $(srctree)/include/linux/kconfig.h
                    KBUILD_CPPFLAGS := -D__KERNEL__ $(call cc-option,-fno-common)
                    KBUILD_CFLAGS := -std=gnu11 -O2 -mcmodel=kernel $(subst X,,-mno-Xavx)
                    KBUILD_CFLAGS += $(foreach f,sse mmx,-mno-$(f))
                    include $(srctree)/arch/x86/Makefile
                    """),
            Map.entry("arch/x86/Makefile", "KBUILD_CFLAGS += -mno-red-zone -mno-80387\n"),
            Map.entry("scripts/Kbuild.include", "cc-option = $(if $(1),$(1),$(2))\n"),
            Map.entry("scripts/Makefile.lib", "c_flags = $(LINUXINCLUDE) $(KBUILD_CPPFLAGS) $(KBUILD_CFLAGS)\n"),
            Map.entry("include/config/auto.conf",
                    "CONFIG_64BIT=y\nCONFIG_CC_IS_GCC=y\nCONFIG_GCC_VERSION=120200\nCONFIG_S=\"a\\\"b\"\n"),
            Map.entry("include/generated/autoconf.h", """
                    #define CONFIG_64BIT 1
                    #define CONFIG_CC_IS_GCC 1
                    #define CONFIG_GCC_VERSION 120200
                    #define CONFIG_S "a\\"b"
                    """),
            Map.entry("arch/x86/module.lds",
                    "SECTIONS {\n /DISCARD/ : { *(.discard) }\n .data 0 : ALIGN(8) { *(SORT(.data.*)) . = ALIGN(8); }\n}\n"),
            Map.entry("Module.symvers", "0x0000abcd\t_printk\tvmlinux\tEXPORT_SYMBOL\t\n"),
            Map.entry(HEADER, """
                    #ifndef MODULE_H
                    #define MODULE_H
                    #define module_init(f) int init_module(void) __attribute__((alias(#f)));
                    #define PRIORITY(task) ((task)->pid + 1)
                    struct task { int pid; char comm[16]; struct task *parent; unsigned flag : 3; };
                    struct module { int state; char name[56]; int (*init)(void); };
                    enum state { IDLE, BUSY = 1 << 3 };
                    typedef unsigned long size_t;
                    int _printk(const char *format, ...);
                    #define printk(...) _printk(__VA_ARGS__)
                    static inline int task_pid(struct task *task) { return task->pid; }
                    #endif
                    """));

    /** A module that uses what that kernel's header has. */
    static final String MODULE = """
            // SPDX-License-Identifier: GPL-2.0
            #include <linux/module.h>
            #if defined(PRIORITY) && PRIORITY_MAX < 3
            static enum state now = BUSY;
            #endif
            static int start(void)
            {
            	struct task t = { .pid = 3, .comm = "x" };
            	size_t n = sizeof(struct task);

            	t.parent = &t;
            	for (int i = 0; i < 3; i++)
            		t.pid += ({ int x = task_pid(t.parent); x; });
            	return printk("%d\\n", task_pid(&t)) + PRIORITY(&t) + n < 0;
            }
            module_init(start);
            """;

    private static SortedMap<String, String> texts() {
        var texts = SmallKernel.files();
        texts.putAll(RICHER);
        return texts;
    }

    static SmallTree usual() {
        var files = new TreeMap<String, byte[]>();
        texts().forEach((path, text) -> files.put(FOLDER + path, text.getBytes(StandardCharsets.UTF_8)));
        return new SmallTree(files);
    }

    /** The paths of the files, relative to the tree. */
    static List<String> paths() {
        return List.copyOf(texts().keySet());
    }

    SmallTree with(String path, byte[] content) {
        var changed = new TreeMap<>(files);
        changed.put(FOLDER + path, content);
        return new SmallTree(changed);
    }

    byte[] content(String path) {
        return files.get(FOLDER + path);
    }

    @Override
    public List<String> candidates() {
        return List.of(FOLDER.substring(0, FOLDER.length() - 1));
    }

    @Override
    public SortedSet<String> list(String folder) {
        var prefix = folder.endsWith("/") ? folder : folder + "/";
        var names = new TreeSet<String>();
        files.keySet().stream().filter(path -> path.startsWith(prefix))
                .forEach(path -> names.add(path.substring(prefix.length()).split("/")[0]));
        return names;
    }

    @Override
    public boolean isFolder(String path) {
        return !isFile(path) && !list(path).isEmpty();
    }

    @Override
    public boolean isFile(String path) {
        return files.containsKey(path);
    }

    @Override
    public boolean isLink(String path) {
        return false;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public List<PackageVersion> packages() {
        return List.of();
    }
}
