package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Appliance;
import org.latebind.kit.BtfSection;
import org.latebind.kit.SmallKernel;

/** Two builds of one release whose layouts differ: a link for the running one takes no other's header data. */
class RunningKernelTest {
    private static final String RELEASE = "1.0-small";

    @TempDir
    private static Path folder;

    private static Appliance appliance;

    @BeforeAll
    static void make() throws Exception {
        appliance = Appliance.shared();
        Files.writeString(folder.resolve("m.c"), SmallKernel.MODULE);
        done("compile", "-o", folder.resolve("m.dko"), folder.resolve("m.c"));
        build("one", "", "", 0);
        build("other", "int pid;", "long spare; int pid;", 64);
        running(folder.resolve("root"), btf(0), "0badcafe");
    }

    /** A build: its headers, and the BTF that came with them. */
    private static void build(String name, String replace, String with, int bits) throws Exception {
        var tree = SmallKernel.write(folder.resolve(name + "/linux-headers-" + RELEASE), replace, with);
        done("ingest", "-o", folder.resolve(name + "-without.khd"), tree);
        Files.write(tree.resolve("vmlinux"), btf(bits));
        done("ingest", "-o", folder.resolve(name + ".khd"), tree);
    }

    private static void running(Path root, byte[] btf, String buildId) throws Exception {
        Files.createDirectories(root.resolve("proc/sys/kernel"));
        Files.createDirectories(root.resolve("sys/kernel/btf"));
        Files.writeString(root.resolve("proc/sys/kernel/osrelease"), RELEASE + "\n");
        Files.write(root.resolve("sys/kernel/btf/vmlinux"), btf);
        var id = java.util.HexFormat.of().parseHex(buildId);
        Files.write(root.resolve("sys/kernel/notes"), ByteBuffer.allocate(24 + 16 + id.length).order(ByteOrder.nativeOrder())
                .putInt(4).putInt(8).putInt(3).put(new byte[] {'X', 'e', 'n', 0}).putLong(0xFFFFFFFF80000000L)
                .putInt(4).putInt(id.length).putInt(3).put(new byte[] {'G', 'N', 'U', 0}).put(id).array());
    }

    /** BTF with {@code struct task { int pid; }}, the member at a bit offset. */
    private static byte[] btf(int bits) {
        var section = new BtfSection();
        int number = section.integer("int", 4);
        section.struct("task", bits / 8 + 4, new BtfSection.Part("pid", number, bits));
        return section.bytes();
    }

    private static void done(Object... words) throws Exception {
        var ran = appliance.run(words);
        assertEquals(0, ran.status(), ran.toString());
    }

    private Appliance.Ran link(String kernel, Path root) throws Exception {
        Files.deleteIfExists(folder.resolve("m.ko"));
        return appliance.run("link", folder.resolve("m.dko"), folder.resolve(kernel), "-o", folder.resolve("m.ko"),
                "--running", "--root", root);
    }

    private Appliance.Ran check(String kernel, Path root) throws Exception {
        return appliance.run("check", folder.resolve("m.dko"), folder.resolve(kernel), "--running", "--root", root);
    }

    @Test
    void theHeaderDataOfTheRunningBuildIsTaken() throws Exception {
        var linked = link("one.khd", folder.resolve("root"));
        assertEquals(0, linked.status(), linked.toString());
        assertEquals("", linked.err());
        assertTrue(Files.exists(folder.resolve("m.ko")));
        assertEquals(0, check("one.khd", folder.resolve("root")).status());
    }

    @Test
    void thatOfAnotherBuildOfTheSameReleaseIsRefused() throws Exception {
        var linked = link("other.khd", folder.resolve("root"));
        assertEquals(1, linked.status(), linked.toString());
        assertTrue(linked.err().contains("error[LB9042]: the running kernel 1.0-small is another build"), linked.err());
        assertTrue(linked.err().contains("BTF digest"), linked.err());
        assertFalse(Files.exists(folder.resolve("m.ko")));
        var checked = check("other.khd", folder.resolve("root"));
        assertEquals(1, checked.status(), checked.toString());
        assertTrue(checked.out().contains("other.khd: does not fit"), checked.toString());
        // Without the wish it is nobody's business.
        done("check", folder.resolve("m.dko"), folder.resolve("other.khd"));
    }

    @Test
    void anotherReleaseIsRefused() throws Exception {
        var root = folder.resolve("newer");
        running(root, btf(0), "0badcafe");
        Files.writeString(root.resolve("proc/sys/kernel/osrelease"), "1.1-small\n");
        var linked = link("one.khd", root);
        assertEquals(1, linked.status(), linked.toString());
        assertTrue(linked.err().contains("kernel 1.1-small runs, and the header data is of 1.0-small"), linked.err());
    }

    @Test
    void anImageOfAnotherReleaseIsNotIngestedWith() throws Exception {
        var tree = SmallKernel.write(folder.resolve("with/linux-headers-" + RELEASE), "char comm[16]; struct task *parent;", "");
        for (var release : new String[] {RELEASE, "1.1-small"}) {
            var image = new ByteArrayOutputStream();
            image.writeBytes(("Linux version " + release + " (somebody) #1\0\0\0\0").getBytes(StandardCharsets.US_ASCII));
            image.writeBytes(btf(0));
            var file = Files.write(folder.resolve("vmlinux-" + release), image.toByteArray());
            var ran = appliance.run("ingest", tree, "--btf", file, "-o", folder.resolve(release + "-image.khd"));
            assertEquals(release.equals(RELEASE) ? 0 : 2, ran.status(), ran.toString());
            assertEquals(release.equals(RELEASE), Files.exists(folder.resolve(release + "-image.khd")));
            assertEquals(!release.equals(RELEASE), ran.err().contains(
                    "error[LB5047]: the BTF is of kernel 1.1-small, and the headers are of 1.0-small"), ran.toString());
        }
    }

    @Test
    void thatNothingIsComparedIsTold() throws Exception {
        var tree = SmallKernel.write(folder.resolve("unlike/linux-headers-" + RELEASE));
        var btf = btf(0);
        btf[btf.length - "task\0pid\0".length()] = 'c';
        var ran = appliance.run("ingest", tree, "--btf", Files.write(folder.resolve("unlike.btf"), btf), "-o", folder.resolve("unlike.khd"));
        assertEquals(1, ran.status(), ran.toString());
        assertTrue(ran.err().contains("error[LB5212]"), ran.toString());
        assertFalse(Files.exists(folder.resolve("unlike.khd")));
    }

    @Test
    void whatCannotBeComparedIsTold() throws Exception {
        var linked = link("other-without.khd", folder.resolve("root"));
        assertEquals(0, linked.status(), linked.toString());
        assertTrue(linked.err().contains("warning[LB9043]: only the release could be compared"), linked.err());
        var nowhere = link("one.khd", folder.resolve("nowhere"));
        assertEquals(2, nowhere.status(), nowhere.toString());
        assertTrue(nowhere.err().contains("error[LB9041]"), nowhere.err());
    }

    @Test
    void checkTellsAllThatDoesNotFitAtOnce() throws Exception {
        var tree = SmallKernel.write(folder.resolve("without/linux-headers-" + RELEASE), "struct task *parent;", "");
        var module = tree.resolve(SmallKernel.HEADER);
        Files.writeString(module, Files.readString(module).replace("#define PRIORITY(", "#define NO_PRIORITY("));
        done("ingest", "-o", folder.resolve("without.khd"), tree);
        var ran = appliance.run("check", folder.resolve("m.dko"), folder.resolve("one.khd"), folder.resolve("without.khd"));
        assertEquals(1, ran.status(), ran.toString());
        assertTrue(ran.err().contains("has no member 'parent'") && ran.err().contains("PRIORITY"), ran.toString());
        assertEquals("one.khd: fits\nwithout.khd: does not fit\n", ran.out());
    }

    @Test
    void whatIsDecidedAtLinkIsTold() throws Exception {
        var source = Files.writeString(folder.resolve("n.c"), SmallKernel.MODULE.replace("t.parent = &t;",
                "if (t.comm[0] > 200) { extern int not_exported(void); not_exported(); } t.parent = &t;"));
        done("compile", "-o", folder.resolve("n.dko"), source);
        var ran = appliance.run("check", folder.resolve("n.dko"), folder.resolve("one.khd"));
        assertEquals(0, ran.status(), ran.toString());
        assertTrue(ran.err().contains("warning[LB3120]: kernel 1.0-small does not export not_exported"), ran.toString());
        var full = appliance.run("check", "--full", folder.resolve("n.dko"), folder.resolve("one.khd"));
        // A signed char is never above 200: the call goes.
        assertEquals(0, full.status(), full.toString());
        assertEquals(2, appliance.run("check", folder.resolve("n.dko")).status());
    }

    @Test
    void importsThatLicenseAndNamespacesForbidAreTold() throws Exception {
        var tree = SmallKernel.write(folder.resolve("guarded/linux-headers-" + RELEASE));
        Files.writeString(tree.resolve("Module.symvers"), "0x00000000\t_printk\tvmlinux\tEXPORT_SYMBOL\t\n"
                + "0x00000000\tfor_gpl\tvmlinux\tEXPORT_SYMBOL_GPL\t\n"
                + "0x00000000\tin_space\tvmlinux\tEXPORT_SYMBOL\tSPACE\n"
                + "0x00000000\tfor_two\tvmlinux\tEXPORT_SYMBOL\tmodule:other,g*\n"
                + "0x00000000\tfor_one\tvmlinux\tEXPORT_SYMBOL\tmodule:other\n");
        done("ingest", "-o", folder.resolve("guarded.khd"), tree);
        var uses = "extern int for_gpl(void), in_space(void), for_two(void), for_one(void);\n"
                + "t.pid = for_gpl() + in_space() + for_two() + for_one();\nt.parent = &t;";
        var source = SmallKernel.MODULE.replace("t.parent = &t;", uses);
        var free = checked("free.c", source.replace("\"GPL\"", "\"Proprietary\""));
        assertTrue(free.contains("error[LB8011]: 'for_gpl'"), free);
        assertTrue(free.contains("warning[LB3121]") && free.contains("[Proprietary]: for_gpl;"), free);
        assertTrue(free.contains("warning[LB3122]") && free.contains("import: for_one (module:other), for_two (module:other,g*), in_space (SPACE);"), free);
        var good = checked("good.c", source.replace("MODULE_LICENSE(\"GPL\");", "MODULE_LICENSE(\"GPL\");\n"
                + "static const char ns[] __attribute__((section(\".modinfo\"), used)) = \"import_ns=SPACE\";"));
        assertFalse(good.contains("LB3121"), good);
        assertTrue(good.contains("import: for_one (module:other);"), good);
        assertTrue(good.contains("error[LB8012]: 'for_one'") && !good.contains("error[LB8012]: 'for_two'"), good);
    }

    /** What both ways of checking say. */
    private static String checked(String name, String text) throws Exception {
        var dko = folder.resolve(name + ".dko");
        done("compile", "-o", dko, Files.writeString(folder.resolve(name), text));
        var ran = appliance.run("check", dko, folder.resolve("guarded.khd"));
        assertEquals(0, ran.status(), ran.toString());
        var full = appliance.run("check", "--full", dko, folder.resolve("guarded.khd"));
        assertEquals(1, full.status(), full.toString());
        return ran.err() + full.err();
    }
}
