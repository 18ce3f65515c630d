package org.latebind.headers.deb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.KernelIdentity.PackageVersion;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packages good and bad; what nobody should trust is refused by code, in bounded memory. */
class DebReaderTest {
    private static final String HEADER = "./usr/src/linux-headers-1/include/a.h";

    @TempDir
    private Path folder;

    private interface Filling {
        void fill(TarArchiveOutputStream tar) throws IOException;
    }

    @Test
    void filesStandWhereThePackageWouldInstallThem() throws Exception {
        var tree = open(deb("data.tar.xz", tar -> {
            file(tar, HEADER, "#define A 1\n".getBytes(UTF_8));
            link(tar, "./usr/src/linux-headers-1/b.h", "include/a.h");
        }));
        assertEquals(List.of("/usr/src/linux-headers-1"), tree.candidates());
        assertArrayEquals("#define A 1\n".getBytes(UTF_8), tree.read("/usr/src/linux-headers-1/b.h").orElseThrow());
        assertEquals(List.of(new PackageVersion("linux-headers-1", "1.0-1")), tree.packages());
    }

    @Test
    void packagesMayHaveTheSameFileAndNoOther() throws Exception {
        Filling one = tar -> {
            file(tar, HEADER, new byte[] {'1'});
            link(tar, "./usr/src/linux-headers-1/b.h", "include/a.h");
        };
        var first = Files.move(deb("data.tar", one), folder.resolve("first.deb"));
        assertTrue(new DebReader().open(List.of(first, deb("data.tar", one))).isFile(HEADER.substring(1)));
        var others = List.<Filling>of(
                tar -> file(tar, HEADER, new byte[] {'2'}),
                tar -> link(tar, HEADER, "b.h"),
                tar -> file(tar, HEADER + "/c.h", new byte[1]),
                tar -> link(tar, "./usr/src/linux-headers-1/b.h", "c.h"),
                tar -> file(tar, "./usr/src/linux-headers-1/b.h", new byte[] {'1'}),
                tar -> link(tar, "./usr/src", "elsewhere"));
        for (var other : others) {
            assertRefused("LB5035", first, deb("data.tar", other));
        }
    }

    @Test
    void longNamesAreRead() throws Exception {
        var name = "./usr/src/" + "a".repeat(300) + "/b.h";
        assertTrue(open(deb("data.tar", tar -> file(tar, name, new byte[5]))).isFile(name.substring(1)));
    }

    @Test
    void linksLeadNowhereOutsideThePackage() throws Exception {
        var tree = open(deb("data.tar", tar -> {
            link(tar, "./usr/src/out", "../../../../../../etc/passwd");
            link(tar, "./usr/src/absolute", "/etc/passwd");
            link(tar, "./usr/src/loop", "loop");
        }));
        for (var name : List.of("out", "absolute", "loop")) {
            assertFalse(tree.read("/usr/src/" + name).isPresent(), name);
        }
    }

    @Test
    void aPathThatLeadsOutIsRefused() throws Exception {
        assertRefused("LB5034", deb("data.tar", tar -> file(tar, "./usr/../../etc/x", new byte[1])));
    }

    @Test
    void packagesThatTogetherAreABombAreRefused() throws Exception {
        var packages = new Path[3];
        for (int i = 0; i < packages.length; i++) {
            var name = "./usr/src/zeros" + i;
            packages[i] = Files.move(deb("data.tar.xz", tar -> file(tar, name, new byte[200 << 20])), folder.resolve(i + ".deb"));
        }
        assertRefused("LB5032", packages);
    }

    @Test
    void aLongNameThatIsABombIsRefused() throws Exception {
        assertRefused("LB5032", withHeader(TarConstants.LF_GNUTYPE_LONGNAME, ""));
        assertRefused("LB5032", withHeader(TarConstants.LF_PAX_EXTENDED_HEADER_LC, "8388608 path="));
    }

    /** A file behind a header of 8 MiB. */
    private Path withHeader(byte kind, String start) throws IOException {
        var header = new byte[8 << 20];
        Arrays.fill(header, (byte) 'a');
        System.arraycopy(start.getBytes(UTF_8), 0, header, 0, start.length());
        header[header.length - 1] = '\n';
        return deb("data.tar.xz", tar -> {
            put(tar, new TarArchiveEntry("././@LongLink", kind), header);
            file(tar, HEADER, new byte[1]);
        });
    }

    @Test
    void tooManyFilesAreRefused() throws Exception {
        assertRefused("LB5032", deb("data.tar.xz", tar -> {
            for (int i = 0; i < 200_001; i++) {
                file(tar, "./" + i, new byte[0]);
            }
        }));
    }

    @Test
    void whatIsNoPackageIsRefused() throws Exception {
        assertRefused("LB5030", Files.write(folder.resolve("empty.deb"), "!<arch>\n".getBytes(UTF_8)));
        var nameless = folder.resolve("nameless.deb");
        try (var ar = new ArArchiveOutputStream(Files.newOutputStream(nameless))) {
            member(ar, "data.tar", packed("data.tar", tar -> file(tar, HEADER, new byte[1])));
        }
        assertRefused("LB5030", nameless);
        assertRefused("LB5033", deb("data.tar.lzma", tar -> file(tar, HEADER, new byte[1])));
    }

    @Test
    void truncatedAndFlippedPackagesAreReadOrRefusedAndNeverMore() throws Exception {
        var whole = Files.readAllBytes(deb("data.tar.xz", tar -> file(tar, HEADER, noise(20_000))));
        var damaged = folder.resolve("damaged.deb");
        for (int length = 8; length < whole.length - 1; length += 97) {
            Files.write(damaged, Arrays.copyOf(whole, length));
            assertThrows(DiagnosticException.class, () -> open(damaged), "cut off after " + length);
        }
        var random = new Random(1);
        for (int i = 0; i < 300; i++) {
            var flipped = whole.clone();
            flipped[8 + random.nextInt(whole.length - 8)] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, flipped);
            try {
                open(damaged);
            } catch (DiagnosticException refused) {
                assertTrue(refused.diagnostic().code().startsWith("LB503"), refused.toString());
            }
        }
    }

    @Test
    void whatDiffersFromItsChecksumIsRefused() throws Exception {
        Filling filling = tar -> file(tar, HEADER, noise(20_000));
        // gzip ends with CRC and size (RFC 1952), an xz block with its check before an index and a footer of 24 bytes.
        for (var end : Map.of("data.tar.gz", 8, "data.tar.xz", 28).entrySet()) {
            var data = packed(end.getKey(), filling);
            data[data.length - end.getValue()] ^= 1;
            assertRefused("LB5031", deb(end.getKey(), data));
        }
    }

    @Test
    void whatStandsBehindTheLastFileIsBounded() throws Exception {
        var data = packed("data.tar", tar -> file(tar, HEADER, new byte[1]));
        assertTrue(open(deb("data.tar", Arrays.copyOf(data, data.length + (1 << 19)))).isFile(HEADER.substring(1)));
        assertRefused("LB5032", deb("data.tar", Arrays.copyOf(data, data.length + (1 << 21))));
    }

    private FileTree open(Path file) {
        var reader = new DebReader();
        assertTrue(reader.accepts(List.of(file)));
        return reader.open(List.of(file));
    }

    /** The last file is the one that is wrong. */
    private void assertRefused(String code, Path... files) {
        var refused = assertThrows(DiagnosticException.class, () -> new DebReader().open(List.of(files)));
        assertEquals(code, refused.diagnostic().code());
        assertTrue(refused.diagnostic().message().contains(files[files.length - 1].getFileName().toString()));
    }

    /** A package that is right in all but its data. */
    private Path deb(String member, Filling filling) throws IOException {
        return deb(member, packed(member, filling));
    }

    private Path deb(String member, byte[] data) throws IOException {
        var file = folder.resolve("package.deb");
        try (var ar = new ArArchiveOutputStream(Files.newOutputStream(file))) {
            member(ar, "debian-binary", "2.0\n".getBytes(UTF_8));
            member(ar, "control.tar", packed("control.tar",
                    tar -> file(tar, "./control", "Package: linux-headers-1\nVersion: 1.0-1\n".getBytes(UTF_8))));
            member(ar, member, data);
        }
        return file;
    }

    private static byte[] packed(String name, Filling filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        OutputStream out = name.endsWith(".xz") ? new XZOutputStream(bytes, new LZMA2Options(0))
                : name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
        try (var tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            filling.fill(tar);
        }
        return bytes.toByteArray();
    }

    private static void member(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
        ar.putArchiveEntry(new ArArchiveEntry(name, content.length));
        ar.write(content);
        ar.closeArchiveEntry();
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        put(tar, new TarArchiveEntry(name), content);
    }

    private static void link(TarArchiveOutputStream tar, String name, String target) throws IOException {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        put(tar, entry, new byte[0]);
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(2).nextBytes(noise);
        return noise;
    }
}
