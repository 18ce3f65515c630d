package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Appliance;
import org.latebind.kit.Command;

/**
 * One deferred module accesses members of kernel types; linked for several kernels its instructions have
 * each kernel's own offsets, as pahole reads them from that kernel's BTF.
 */
class DeferredLayoutTest {
    /** A function and the member that it reads. */
    private record Access(String function, String struct, String member) {
        String source() {
            return "unsigned long " + function + "(struct " + struct + " *s)\n{\n\treturn (unsigned long)"
                    + "*(volatile typeof(s->" + member + ") *)&s->" + member + ";\n}\n\n";
        }
    }

    private static final List<Access> ACCESSES = List.of(
            new Access("read_pid", "task_struct", "pid"),
            new Access("read_parent", "task_struct", "real_parent"),
            new Access("read_driver_data", "device", "driver_data"),
            new Access("read_private_data", "file", "private_data"),
            new Access("read_i_size", "inode", "i_size"),
            new Access("read_i_private", "inode", "i_private"));

    private static final Pattern FUNCTION = Pattern.compile("^[0-9a-f]+ <(\\w+)>:$");
    private static final Pattern LOAD = Pattern.compile("mov\\w*\\s+0x([0-9a-f]+)\\(%rdi\\),");
    private static final Pattern PAHOLE = Pattern.compile("\\b(\\w+);\\s*/\\*\\s*(\\d+)\\s+\\d+\\s*\\*/");

    private static Appliance appliance;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        RealKernels.kernels();
        appliance = Appliance.shared();
    }

    @Test
    void accessesAreWhereTheKernelHasItsMembers() throws Exception {
        var source = folder.resolve("accesses.c");
        Files.writeString(source, "#include <linux/device.h>\n#include <linux/fs.h>\n#include <linux/module.h>\n"
                + "#include <linux/sched.h>\n\n"
                + ACCESSES.stream().map(Access::source).collect(Collectors.joining()) + "MODULE_LICENSE(\"GPL\");\n");
        var deferred = folder.resolve("accesses.dko");
        assertDone(appliance.run("compile", "-o", deferred, source));

        var different = new TreeSet<Map<String, Integer>>((a, b) -> a.toString().compareTo(b.toString()));
        for (var kernel : RealKernels.kernels()) {
            var object = folder.resolve("accesses.o");
            assertDone(appliance.run("link", deferred, kernel.headerData(), "--emit", "o", "-o", object));
            var linked = loads(object);
            assertEquals(expected(kernel), linked, kernel.release());
            different.add(linked);
        }
        assertTrue(different.size() > 1, "no layout differs between the kernels: " + different);
    }

    private static void assertDone(Appliance.Ran ran) {
        assertEquals(0, ran.status(), ran::toString);
    }

    private static Map<String, Integer> loads(Path object) throws Exception {
        var offsets = new TreeMap<String, Integer>();
        var function = "";
        for (var line : run("objdump", "-d", "--no-show-raw-insn", object.toString()).lines().toList()) {
            var start = FUNCTION.matcher(line);
            var load = LOAD.matcher(line);
            if (start.find()) {
                function = start.group(1);
            } else if (load.find()) {
                offsets.put(function, Integer.parseInt(load.group(1), 16));
            }
        }
        return offsets;
    }

    private static Map<String, Integer> expected(RealKernels.Kernel kernel) throws Exception {
        var vmlinux = folder.resolve("vmlinux");
        unpack(kernel.image(), vmlinux);
        var offsets = new TreeMap<String, Integer>();
        for (var access : ACCESSES) {
            var layout = run("pahole", "-F", "btf", "-C", access.struct(), vmlinux.toString());
            var offset = PAHOLE.matcher(layout).results().filter(m -> m.group(1).equals(access.member()))
                    .mapToInt(m -> Integer.parseInt(m.group(2))).findFirst();
            offsets.put(access.function(), offset.orElseThrow(() -> new AssertionError(access + " in\n" + layout)));
        }
        return offsets;
    }

    /** The compressed part of a bzImage, whose place its header tells (Documentation/arch/x86/boot.rst). */
    private static void unpack(Path image, Path vmlinux) throws Exception {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(image)).order(ByteOrder.LITTLE_ENDIAN);
        int start = (bytes.get(0x1f1) + 1) * 512 + bytes.getInt(0x248);
        // The last four bytes are the unpacked size.
        var payload = Arrays.copyOfRange(bytes.array(), start, start + bytes.getInt(0x24c) - 4);
        var packed = Files.write(folder.resolve("payload"), payload);
        var tool = (payload[0] & 0xff) == 0xfd ? "xz" : "zstd";
        run("sh", "-c", tool + " -dc " + packed + " > " + vmlinux);
    }

    private static String run(String... command) throws Exception {
        return Command.of(folder, command).run().done();
    }
}
