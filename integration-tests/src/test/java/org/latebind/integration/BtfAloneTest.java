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
import org.latebind.kit.Distribution;
import org.latebind.kit.SmallKernel;

/** A kernel of which there is BTF and nothing else: layouts and enumerators, and a word on the rest. */
class BtfAloneTest {
    /** gcc's and pahole's, of records with gaps, bit-fields, unions and arrays. */
    private static final Path BTF = Distribution.ROOT.resolve("integration-tests/fuzzing/corpus/btf/seed-bare.btf");

    @TempDir
    private static Path folder;

    private static Appliance appliance;

    @BeforeAll
    static void make() throws Exception {
        appliance = Appliance.shared();
        var running = folder.resolve("sys/kernel/btf/vmlinux");
        Files.createDirectories(running.getParent());
        Files.createDirectories(folder.resolve("proc/sys/kernel"));
        Files.copy(BTF, running);
        Files.writeString(folder.resolve("proc/sys/kernel/osrelease"), "1.0-small\n");
        var ran = appliance.run("ingest", running, "-o", folder.resolve("alone.khd"));
        assertEquals(0, ran.status(), ran.toString());
    }

    private static Appliance.Ran run(Object... words) throws Exception {
        return appliance.run(words);
    }

    @Test
    void layoutsAndEnumeratorsAreThere() throws Exception {
        assertTrue(run("show", folder.resolve("alone.khd")).out().contains("kernel: 1.0-small\n"));
        var text = run("show", folder.resolve("alone.khd"), "s").out();
        assertTrue(text.contains("struct list l;                                   /*     8    16 */"), text);
        assertTrue(text.contains("/* size: 80, members: "), text);
        assertEquals("struct s.u: offset 24, 8 bytes\n", run("show", folder.resolve("alone.khd"), "s.u").out());
        assertEquals("struct s.b: bit 3 of offset 0, 4 bits\n", run("show", folder.resolve("alone.khd"), "s.b").out());
        var constants = run("show", folder.resolve("alone.khd"), "e").out();
        assertTrue(constants.contains("A = 0,\n\tB = -5,\n"), constants);
    }

    @Test
    void aModuleThatNeedsNoMoreIsChecked() throws Exception {
        var ran = check("static int pick(struct s *s)\n{\n\treturn s->l.next == 0 ? s->in : B;\n}\n"
                + "int (*keep)(struct s *) = pick;\n_Static_assert(sizeof(struct s) == 80, \"\");\n");
        assertEquals(0, ran.status(), ran.toString());
        var wrong = check("int pick(struct s *s)\n{\n\treturn s->none;\n}\n");
        assertEquals(1, wrong.status(), wrong.toString());
        assertTrue(wrong.err().contains("none"), wrong.toString());
    }

    @Test
    void whatBtfLacksIsNamedAndWhereItIsToBeHad() throws Exception {
        var ran = check("int start(void)\n{\n\treturn printk(\"x\") + PRIORITY(3);\n}\nmodule_init(start);\n");
        assertEquals(1, ran.status(), ran.toString());
        for (var name : new String[] {"printk", "PRIORITY", "module_init"}) {
            assertTrue(ran.err().contains("error[LB5110]: '" + name + "' is not in the BTF"), ran.toString());
        }
        assertTrue(ran.err().contains("help: ingest that kernel's header packages (linux-headers-1.0-small"), ran.toString());
    }

    @Test
    void noCodeIsMade() throws Exception {
        compile("int f(struct s *s)\n{\n\treturn s->in;\n}\n");
        var ran = run("link", folder.resolve("m.dko"), folder.resolve("alone.khd"), "-o", folder.resolve("m.ko"));
        assertEquals(1, ran.status(), ran.toString());
        assertTrue(ran.err().contains("error[LB5111]"), ran.toString());
        assertFalse(Files.exists(folder.resolve("m.ko")));
    }

    @Test
    void whoseItIsIsAskedWhereItDoesNotTell(@TempDir Path elsewhere) throws Exception {
        var copy = Files.copy(BTF, folder.resolve("copy.btf"));
        var silent = run("ingest", copy, "-o", folder.resolve("copy.khd"));
        assertEquals(2, silent.status(), silent.toString());
        assertTrue(silent.err().contains("error[LB5044]: 'copy.btf' does not contain its architecture"), silent.toString());
        assertTrue(silent.err().contains("help: give it: --arch "), silent.toString());
        assertFalse(Files.exists(folder.resolve("copy.khd")));
        var told = run("ingest", copy, "--arch", System.getProperty("os.arch"), "-o", folder.resolve("copy.khd"));
        assertEquals(0, told.status(), told.toString());
        assertTrue(run("ingest", copy, "--arch", "pdp11", "-o", folder.resolve("other.khd")).err().contains("error[LB9102]"));
        var tree = SmallKernel.write(elsewhere);
        assertTrue(run("ingest", tree, "--arch", "amd64", "-o", folder.resolve("tree.khd")).err().contains("error[LB5046]"));
    }

    private static void compile(String text) throws Exception {
        var source = Files.writeString(folder.resolve("m.c"), "#include <linux/sched.h>\n" + text);
        var ran = appliance.run("compile", "-o", folder.resolve("m.dko"), source);
        assertEquals(0, ran.status(), ran.toString());
    }

    private static Appliance.Ran check(String text) throws Exception {
        compile(text);
        return appliance.run("check", folder.resolve("m.dko"), folder.resolve("alone.khd"));
    }
}
