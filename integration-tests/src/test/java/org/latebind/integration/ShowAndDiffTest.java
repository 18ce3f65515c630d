package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Appliance;
import org.latebind.kit.SmallKernel;

/** What people are shown of kernels and modules, and of what is different between two kernels. */
class ShowAndDiffTest {
    @TempDir
    private static Path folder;

    private static Appliance appliance;

    @BeforeAll
    static void make() throws Exception {
        appliance = Appliance.shared();
        var source = Files.writeString(folder.resolve("m.c"),
                "// SPDX-License-Identifier: GPL-2.0-only\n" + SmallKernel.MODULE);
        done("compile", "-o", folder.resolve("m.dko"), source);
        var one = SmallKernel.write(folder.resolve("one"));
        done("ingest", "-o", folder.resolve("one.khd"), one);
        var two = SmallKernel.write(folder.resolve("two"), "int pid;", "unsigned flag : 3; long long start; int pid;");
        var header = two.resolve(SmallKernel.HEADER);
        Files.writeString(header, "/* SPDX-License-Identifier: (GPL-2.0 WITH Linux-syscall-note) OR MIT */\n"
                + Files.readString(header)
                        .replace("((task)->pid + 1)", "((task)->pid + 2)")
                        .replace("return task->pid;", "return task->pid & 7;")
                        .replace("int _printk(const char *format, ...);", "long _printk(const char *format, ...);")
                + "#define UNUSED_ONE 1\nstruct unused { int a; };\nstatic inline int unused_two(void) { return 1; }\n");
        Files.writeString(two.resolve("Module.symvers"),
                "0x00000001\t_printk\tvmlinux\tEXPORT_SYMBOL\t\n0x00000002\tother\tvmlinux\tEXPORT_SYMBOL_GPL\t\n");
        Files.writeString(two.resolve("include/config/auto.conf"), Files.readString(two.resolve("include/config/auto.conf")) + "CONFIG_NEW=m\n");
        var autoconf = two.resolve("include/generated/autoconf.h");
        Files.writeString(autoconf, Files.readString(autoconf) + "#define CONFIG_NEW_MODULE 1\n");
        done("ingest", "-o", folder.resolve("two.khd"), two);
    }

    private static String done(Object... words) throws Exception {
        var ran = appliance.run(words);
        assertEquals(0, ran.status(), ran.toString());
        return ran.out();
    }

    @Test
    void aTypeIsShownWithWhereItIsFromAndHowItIsLaidOut() throws Exception {
        var text = done("show", folder.resolve("two.khd"), "task");
        assertTrue(text.contains("include/linux/module.h:"), text);
        assertTrue(text.contains("""
                struct task {
                	unsigned flag:3;                                 /*     0: 0  4 */

                	/* XXX 29 bits hole */

                	/* XXX 4 bytes hole */

                	long long start;                                 /*     8     8 */
                	int pid;                                         /*    16     4 */
                	char comm[16];                                   /*    20    16 */

                	/* XXX 4 bytes hole */

                	struct task *parent;                             /*    40     8 */

                	/* size: 48, members: 5 */
                	/* holes: 2, sum holes: 8 */
                	/* bit holes: 1, sum bit holes: 29 bits */
                };
                """), text);
        assertEquals("struct task.comm: offset 20, 16 bytes\n", done("show", folder.resolve("two.khd"), "task.comm"));
        assertEquals("struct task.flag: bit 0 of offset 0, 3 bits\n", done("show", folder.resolve("two.khd"), "task.flag"));
        assertEquals(1, appliance.run("show", folder.resolve("two.khd"), "task.none").status());
        assertEquals(text, done("show", folder.resolve("two.khd"), "struct task"));
        assertEquals(text, done("show", folder.resolve("two.khd"), "struct", "task"));
        assertEquals("struct task.comm: offset 20, 16 bytes\n", done("show", folder.resolve("two.khd"), "struct task.comm"));
        assertEquals(1, appliance.run("show", folder.resolve("two.khd"), "union task").status());
        var macro = done("show", folder.resolve("two.khd"), "PRIORITY");
        assertTrue(macro.contains("#define PRIORITY(task) ((task)->pid + 2)"), macro);
    }

    @Test
    void definitionsAreShownAndNotUses() throws Exception {
        var kernel = SmallKernel.write(folder.resolve("uses"));
        var header = kernel.resolve(SmallKernel.HEADER);
        Files.writeString(header, Files.readString(header) + """
                typedef unsigned long long u64;
                #define __late
                #define DEFINE_IT(a, b)
                u64 (*pointed)(void);
                void begin(void) __late;
                struct tight { char c; u64 number; } __attribute__((packed));
                enum answer { YES = 1, NO = -YES, OTHER };
                DEFINE_IT(begin, u64 = 3)
                void freed(const u64 *p);
                """);
        var khd = folder.resolve("uses.khd");
        done("ingest", "-o", khd, kernel);
        assertEquals("include/linux/module.h:13:\ntypedef unsigned long long u64;\n", done("show", khd, "u64"));
        assertTrue(done("show", khd, "pointed").endsWith(":\nu64 (*pointed)(void);\n"));
        assertTrue(done("show", khd, "begin").endsWith(":\nvoid begin(void) __late;\n"));
        assertTrue(done("show", khd, "freed").endsWith(":\nvoid freed(const u64 *p);\n"));
        assertTrue(done("show", khd, "__late").endsWith(":\n#define __late\n"));
        assertTrue(done("show", khd, "struct", "tight").contains("} __attribute__((packed));\n"));
        var one = done("show", khd, "YES");
        assertEquals(1, one.lines().filter(line -> line.startsWith("include/")).count(), one);
    }

    @Test
    void licensesAreListed() throws Exception {
        assertEquals("GPL-2.0-only: 1\nm.c: GPL-2.0-only\n", done("show", folder.resolve("m.dko"), "--licences"));
        var kernel = done("show", folder.resolve("two.khd"), "--licences");
        assertTrue(kernel.contains("(GPL-2.0 WITH Linux-syscall-note) OR MIT: 1\n"), kernel);
        assertTrue(kernel.contains("include/linux/module.h: (GPL-2.0 WITH Linux-syscall-note) OR MIT\n"), kernel);
        assertTrue(kernel.contains("include/linux/kconfig.h: none stated\n"), kernel);
    }

    @Test
    void everyKindOfDifferenceIsListed() throws Exception {
        var text = done("diff", folder.resolve("one.khd"), folder.resolve("two.khd"));
        assertTrue(text.contains("+ config CONFIG_NEW\n    m\n"), text);
        assertTrue(text.contains("~ symbol _printk\n    was CRC 0x00000000"), text);
        assertTrue(text.contains("+ symbol other\n    CRC 0x00000002, vmlinux, GPL only\n"), text);
        assertTrue(text.contains("""
                ~ type struct task
                    32 bytes -> 48 bytes
                    ~ pid: offset 0, 4 bytes -> offset 16, 4 bytes
                    ~ comm: offset 4, 16 bytes -> offset 20, 16 bytes
                    ~ parent: offset 24, 8 bytes -> offset 40, 8 bytes
                    + flag: bit 0 of offset 0, 3 bits
                    + start: offset 8, 8 bytes
                """), text);
        assertTrue(text.contains("+ type struct unused\n"), text);
        assertTrue(text.contains("~ macro PRIORITY\n"), text);
        assertTrue(text.contains("+ macro UNUSED_ONE\n"), text);
        assertTrue(text.contains("~ inline function task_pid\n"), text);
        assertTrue(text.contains("+ inline function unused_two\n"), text);
        assertTrue(text.contains("~ declaration _printk\n    was int _printk"), text);
        assertFalse(text.contains("struct module"), text);
        assertEquals("1.0-small -> 1.0-small: 0 configs, 0 symbols, 0 types, 0 macros, 0 inline functions, 0 declarations\n",
                done("diff", folder.resolve("one.khd"), folder.resolve("one.khd")));
    }

    @Test
    void forAModuleOnlyWhatItUsesIsListed() throws Exception {
        var text = done("diff", folder.resolve("one.khd"), folder.resolve("two.khd"), "--for", folder.resolve("m.dko"));
        assertTrue(text.contains("~ type struct task\n"), text);
        assertTrue(text.contains("~ macro PRIORITY\n"), text);
        assertTrue(text.contains("~ inline function task_pid\n"), text);
        // printk is a macro, and what it stands for is exported.
        assertTrue(text.contains("~ symbol _printk\n"), text);
        assertFalse(text.contains("unused") || text.contains("UNUSED") || text.contains("other"), text);
        assertFalse(text.contains("CONFIG_NEW"), text);
    }
}
