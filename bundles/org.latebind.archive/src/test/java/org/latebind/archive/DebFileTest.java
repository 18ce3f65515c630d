package org.latebind.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.latebind.archive.TestPackage.file;
import static org.latebind.archive.TestPackage.link;
import static org.latebind.archive.TestPackage.member;
import static org.latebind.archive.TestPackage.packed;
import static org.latebind.archive.TestPackage.put;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.archive.TestPackage.Filling;
import org.latebind.diagnostics.api.DiagnosticException;

/** Packages good and bad; what nobody should trust is refused by code, in bounded memory. */
class DebFileTest {
    private static final String HEADER = "./usr/src/linux-headers-1/include/a.h";

    @TempDir
    private Path folder;

    @Test
    void entriesComeByThePathsWhereThePackageWouldInstallThem() throws Exception {
        var seen = new StringBuilder();
        var control = DebFile.read(deb("data.tar.gz", tar -> {
            put(tar, new TarArchiveEntry("./usr/"), new byte[0]);
            file(tar, HEADER, new byte[3]);
            link(tar, "./usr/src/b.h", "linux-headers-1/include/a.h");
            file(tar, "./usr/unwanted", new byte[3]);
        }), new DebBounds(1 << 20, 100), new DebVisitor() {
            @Override
            public void folder(String path) {
                seen.append("folder ").append(path).append('\n');
            }

            @Override
            public void link(String path, String target) {
                seen.append("link ").append(path).append(" -> ").append(target).append('\n');
            }

            @Override
            public boolean wants(String path) {
                return !path.equals("/usr/unwanted");
            }

            @Override
            public void file(String path, byte[] content) {
                seen.append("file ").append(path).append(' ').append(content.length).append('\n');
            }
        });
        assertEquals(new DebFile.Control("linux-headers-1", "1.0-1"), control);
        assertEquals("""
                folder /usr
                file /usr/src/linux-headers-1/include/a.h 3
                link /usr/src/b.h -> linux-headers-1/include/a.h
                """, seen.toString());
    }

    @Test
    void longNamesAreRead() throws Exception {
        var name = "./usr/src/" + "a".repeat(300) + "/b.h";
        assertEquals(Set.of(name.substring(1)), open(deb("data.tar", tar -> file(tar, name, new byte[5]))).keySet());
    }

    @Test
    void aLinkIsTheFileThatItNames() throws Exception {
        var file = deb("data.tar.xz", tar -> {
            file(tar, "./lib/libc-2.so", new byte[] {2});
            link(tar, "./lib/libc.so.6", "libc-2.so");
            link(tar, "./lib/libm.so.6", "/lib/libm-2.so");
            file(tar, "./lib/libm-2.so", new byte[] {3});
            link(tar, "./lib/libx.so.6", "nowhere");
        });
        var found = WantedFiles.of(file, path -> path.endsWith(".so.6"));
        assertEquals(Set.of("/lib/libc.so.6", "/lib/libm.so.6"), found.keySet());
        assertArrayEquals(new byte[] {2}, found.get("/lib/libc.so.6"));
        assertArrayEquals(new byte[] {3}, found.get("/lib/libm.so.6"));
    }

    /** What comes after the file that is asked for may be most of the package: it is damaged here, and not seen. */
    @Test
    void onlyTheBeginningIsReadWhereOneFileIsAskedFor() throws Exception {
        var data = packed("data.tar", tar -> {
            file(tar, "./boot/vmlinuz", new byte[] {7});
            file(tar, "./lib/x.ko", new byte[1 << 20]);
        });
        var file = deb("data.tar", Arrays.copyOf(data, data.length / 2));
        assertArrayEquals(new byte[] {7}, WantedFiles.first(file, "/boot/vmlinuz"::equals).orElseThrow());
        assertThrows(DiagnosticException.class, () -> WantedFiles.first(file, "/boot/other"::equals));
    }

    @Test
    void filesAreUnpackedAsTheirBeginningShows() throws Exception {
        var plain = noise(1000);
        assertArrayEquals(plain, DebFile.unpacked("x.ko", plain, 1000));
        assertArrayEquals(plain, DebFile.unpacked("x.ko.zst", Zstd.compress(plain), 1000));
        var zeros = Zstd.compress(new byte[1 << 20]);
        var bomb = assertThrows(DiagnosticException.class, () -> DebFile.unpacked("x.ko.zst", zeros, (1 << 20) - 1));
        assertEquals("LB5032", bomb.diagnostic().code());
        var half = Arrays.copyOf(zeros, zeros.length - 2);
        var cut = assertThrows(DiagnosticException.class, () -> DebFile.unpacked("x", half, 1 << 20));
        assertEquals("LB5031", cut.diagnostic().code());
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
            var made = deb("data.tar.xz", tar -> file(tar, name, new byte[25 << 20]));
            packages[i] = Files.move(made, folder.resolve(i + ".deb"));
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
            for (int i = 0; i < 1001; i++) {
                file(tar, "./" + i, new byte[0]);
            }
        }));
    }

    @Test
    void whatIsNotAPackageIsRefused() throws Exception {
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
    void whatIsBehindTheLastFileIsBounded() throws Exception {
        var data = packed("data.tar", tar -> file(tar, HEADER, new byte[1]));
        var padded = deb("data.tar", Arrays.copyOf(data, data.length + (1 << 19)));
        assertEquals(Set.of(HEADER.substring(1)), open(padded).keySet());
        assertRefused("LB5032", deb("data.tar", Arrays.copyOf(data, data.length + (1 << 21))));
    }

    /** Its files. */
    private static Map<String, byte[]> open(Path... files) {
        var found = new TreeMap<String, byte[]>();
        var bounds = new DebBounds(64 << 20, 1000);
        for (var file : files) {
            assertTrue(DebFile.isPackage(file));
            DebFile.read(file, bounds, found::put);
        }
        return found;
    }

    /** The last file is the one that is wrong. */
    private static void assertRefused(String code, Path... files) {
        var refused = assertThrows(DiagnosticException.class, () -> open(files));
        assertEquals(code, refused.diagnostic().code());
        assertTrue(refused.diagnostic().message().contains(files[files.length - 1].getFileName().toString()));
    }

    private Path deb(String member, Filling filling) throws IOException {
        return TestPackage.deb(folder.resolve("package.deb"), member, filling);
    }

    private Path deb(String member, byte[] data) throws IOException {
        return TestPackage.deb(folder.resolve("package.deb"), member, data);
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(2).nextBytes(noise);
        return noise;
    }
}
