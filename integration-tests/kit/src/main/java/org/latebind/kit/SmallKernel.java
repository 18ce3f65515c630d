package org.latebind.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A kernel build tree of a dozen small files, real in shape: what can be tested without a download. */
public final class SmallKernel {
    /** The header that has all there is to include. */
    public static final String HEADER = "include/linux/module.h";

    private static final String MODULE_H = """
            #define __init __attribute__((__section__(".init.text")))
            #define __exit __attribute__((__section__(".exit.text")))
            #define module_init(f) int init_module(void) __attribute__((alias(#f)));
            #define module_exit(f) void cleanup_module(void) __attribute__((alias(#f)));
            #define MODULE_LICENSE(text) \\
            	static const char license[] __attribute__((section(".modinfo"), used)) = "license=" text
            struct task { int pid; char comm[16]; struct task *parent; };
            struct module { int state; char name[56]; int (*init)(void); void (*exit)(void); };
            #define PRIORITY(task) ((task)->pid + 1)
            int _printk(const char *format, ...);
            #define printk(...) _printk(__VA_ARGS__)
            static inline int task_pid(struct task *task) { return task->pid; }
            """;

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("Makefile", """
                    LINUXINCLUDE := -I$(srctree)/arch/ARCH/include -I$(srctree)/include \\
                    	-include $(srctree)/include/linux/kconfig.h
                    KBUILD_CPPFLAGS := -D__KERNEL__
                    KBUILD_CFLAGS := -std=gnu11 -O2 -fno-strict-aliasing -fno-strict-overflow \\
                    	-mcmodel=kernel -mno-red-zone -mno-sse -mno-mmx -mno-80387
                    KBUILD_CFLAGS_MODULE := -DMODULE
                    export srctree objtree LINUXINCLUDE KBUILD_CPPFLAGS KBUILD_CFLAGS KBUILD_CFLAGS_MODULE
                    """),
            Map.entry("scripts/Kbuild.include", ""),
            Map.entry("scripts/Makefile.build", """
                    src := $(obj)
                    obj-y :=
                    obj-m :=
                    ccflags-y :=
                    subdir-ccflags-y :=
                    -include $(objtree)/include/config/auto.conf
                    include $(or $(wildcard $(src)/Kbuild),$(src)/Makefile)
                    include $(srctree)/scripts/Makefile.lib
                    """),
            Map.entry("scripts/Makefile.lib", """
                    KBUILD_CFLAGS += $(subdir-ccflags-y)
                    obj-m := $(patsubst %/,%/modules.order,$(filter %/,$(obj-y)) $(filter-out $(obj-y),$(obj-m)))
                    obj-m := $(addprefix $(obj)/,$(obj-m))
                    subdir-modorder := $(filter %/modules.order,$(obj-m))
                    c_flags = $(LINUXINCLUDE) $(KBUILD_CPPFLAGS) $(KBUILD_CFLAGS) $(ccflags-y) \\
                    	$(CFLAGS_$(*F).o) $(KBUILD_CFLAGS_MODULE) -DKBUILD_BASENAME=$(*F)
                    """),
            Map.entry("include/config/auto.conf",
                    "CONFIG_64BIT=y\nCONFIG_CC_IS_GCC=y\nCONFIG_GCC_VERSION=120200\n"),
            Map.entry(".config", "CONFIG_64BIT=y\nCONFIG_CC_IS_GCC=y\nCONFIG_GCC_VERSION=120200\n"),
            Map.entry("include/generated/autoconf.h",
                    "#define CONFIG_64BIT 1\n#define CONFIG_CC_IS_GCC 1\n#define CONFIG_GCC_VERSION 120200\n"),
            Map.entry("include/generated/utsrelease.h", "#define UTS_RELEASE \"1.0-small\"\n"),
            Map.entry("arch/ARCH/include/generated/asm/empty.h", ""),
            Map.entry("arch/ARCH/module.lds",
                    "SECTIONS {\n /DISCARD/ : { *(.discard) }\n .data 0 : { *(.data .data.*) }\n}\n"),
            Map.entry("Module.symvers", "0x00000000\t_printk\tvmlinux\tEXPORT_SYMBOL\t\n"),
            Map.entry("include/linux/kconfig.h", "#include <generated/autoconf.h>\n"),
            Map.entry("include/linux/version.h", "#define LINUX_VERSION_CODE 65536\n"),
            Map.entry("include/linux/vermagic.h", "#define VERMAGIC_STRING \"1.0-small mod_unload \"\n"),
            Map.entry(HEADER, MODULE_H));

    /** A module that uses a field, a function and a macro of that kernel, and its parent's. */
    public static final String MODULE = """
            #include <linux/module.h>

            static int __init start(void)
            {
            	struct task t = { .pid = 3 };

            	t.parent = &t;
            	return printk("%d\\n", task_pid(&t)) + PRIORITY(&t) < 0;
            }

            static void __exit stop(void)
            {
            }

            module_init(start);
            module_exit(stop);
            MODULE_LICENSE("GPL");
            """;

    /** As the tree calls the one whose bundle the distribution has. */
    private static final String ARCHITECTURE = "x86";

    private SmallKernel() {}

    /** Whether a bundle is the backend of these kernels. */
    public static boolean isFor(String backend) {
        return backend.contains("." + ARCHITECTURE);
    }

    /** The texts of its files, by path: for a tree in memory. */
    public static SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        FILES.forEach((path, text) -> files.put(named(path), named(text)));
        return files;
    }

    private static String named(String text) {
        return text.replace("ARCH", ARCHITECTURE);
    }

    public static Path write(Path folder) throws IOException {
        return write(folder, "", "");
    }

    /** Writes the tree, with one thing in its header put otherwise. */
    public static Path write(Path folder, String replace, String with) throws IOException {
        if (!MODULE_H.contains(replace)) {
            throw new IllegalArgumentException(replace);
        }
        var files = files();
        files.put(HEADER, MODULE_H.replace(replace, with));
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }
}
