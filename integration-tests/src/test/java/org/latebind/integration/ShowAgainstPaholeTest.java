package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Appliance;
import org.latebind.kit.Command;
import org.latebind.kit.Needs;
import org.tukaani.xz.SingleXZInputStream;

/** Layouts as {@code show} prints them, member by member and hole by hole, next to pahole's of the kernel's own BTF. */
class ShowAgainstPaholeTest {
    private static final List<String> TYPES = List.of("list_head", "device_driver", "sk_buff", "pci_dev", "task_struct");
    private static final Pattern MEMBER = Pattern.compile("\\s*(.*?)(?: __attribute__.*)?;\\s*/\\* +(\\d+(?:: *\\d+)? +\\d+) \\*/");
    private static final Pattern NAME = Pattern.compile("\\(\\*+ *(\\w+)|(\\w+)(?:\\[\\d*\\])*(?::\\d+)?$|\\}$");
    private static final Pattern HOLE = Pattern.compile("\\s*/\\* XXX (\\d+ \\w+) hole.*");
    private static final Pattern SIZE = Pattern.compile("\\s*/\\* size: (\\d+),.* members: (\\d+) \\*/");
    private static final byte[] XZ = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};

    @TempDir
    private static Path folder;

    private static Appliance appliance;

    @BeforeAll
    static void start() throws Exception {
        appliance = Appliance.shared();
    }

    @Test
    void showsWhatPaholeShows() throws Exception {
        var kernel = RealKernels.kernels().getFirst();
        var btf = Files.write(folder.resolve("vmlinux"), btf(Files.readAllBytes(kernel.image())));
        Needs.programs("pahole");
        for (var type : TYPES) {
            var shown = appliance.run("show", kernel.headerData(), type);
            assertEquals(0, shown.status(), shown.toString());
            var ours = facts(shown.out().substring(shown.out().indexOf("laid out for kernel")));
            var theirs = facts(Command.of(folder, "pahole", "-F", "btf", "-C", type, btf.toString()).run().done());
            assertTrue(ours.size() > 2, shown.out());
            assertEquals(theirs, ours, type);
        }
    }

    /** Each member's name with offset and size, each hole, and the size. */
    private static List<String> facts(String text) {
        var facts = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            matching(MEMBER, line).ifPresent(m -> facts.add(name(m.group(1)) + " " + m.group(2).replaceAll(" +", " ")));
            matching(HOLE, line).ifPresent(m -> facts.add("hole " + m.group(1)));
            matching(SIZE, line).ifPresent(m -> facts.add("size " + m.group(1) + " members " + m.group(2)));
        }
        return facts;
    }

    private static java.util.Optional<Matcher> matching(Pattern pattern, String line) {
        var matcher = pattern.matcher(line);
        return matcher.matches() ? java.util.Optional.of(matcher) : java.util.Optional.empty();
    }

    private static String name(String declaration) {
        var name = NAME.matcher(declaration);
        assertTrue(name.find(), declaration);
        return name.group(1) != null ? name.group(1) : String.valueOf(name.group(2));
    }

    /** The section of the vmlinux that is packed in the image. */
    private static byte[] btf(byte[] image) throws IOException {
        for (int at = 0; at + XZ.length < image.length; at++) {
            if (Arrays.equals(image, at, at + XZ.length, XZ, 0, XZ.length)) {
                try (var in = new SingleXZInputStream(new ByteArrayInputStream(image, at, image.length - at))) {
                    return section(in.readAllBytes(), ".BTF");
                }
            }
        }
        throw new AssertionError("the oldest kernel's image is not packed with xz");
    }

    private static byte[] section(byte[] file, String name) {
        var elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int table = (int) elf.getLong(40);
        int names = (int) elf.getLong(table + 64 * elf.getShort(62) + 24);
        for (int header = table; header < table + 64 * elf.getShort(60); header += 64) {
            int start = names + elf.getInt(header);
            if (new String(file, start, name.length() + 1, java.nio.charset.StandardCharsets.ISO_8859_1).equals(name + "\0")) {
                int offset = (int) elf.getLong(header + 24);
                return Arrays.copyOfRange(file, offset, offset + (int) elf.getLong(header + 32));
            }
        }
        throw new AssertionError("no section " + name);
    }
}
