package org.latebind.headers.deb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/** Packages as one tree; hostile ones are the library's test. */
class DebReaderTest {
    private static final String HEADER = "./usr/src/linux-headers-1/include/a.h";

    @TempDir
    private Path folder;

    private interface Filling {
        void fill(TarArchiveOutputStream tar) throws IOException;
    }

    @Test
    void filesStandWhereThePackageWouldInstallThem() throws Exception {
        var tree = open(deb("data.tar", tar -> {
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

    /** What a header says counts before anything is unpacked. */
    @Test
    void moreThanAnyHeaderPackageHasIsRefused() throws Exception {
        var entry = new TarArchiveEntry(HEADER);
        entry.setSize(513L << 20);
        var header = new byte[2048];
        entry.writeEntryHeader(header);
        assertRefused("LB5032", deb("data.tar", header));
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
        return deb(member, packed(filling));
    }

    private Path deb(String member, byte[] data) throws IOException {
        var file = folder.resolve("package.deb");
        try (var ar = new ArArchiveOutputStream(Files.newOutputStream(file))) {
            member(ar, "debian-binary", "2.0\n".getBytes(UTF_8));
            member(ar, "control.tar", packed(
                    tar -> file(tar, "./control", "Package: linux-headers-1\nVersion: 1.0-1\n".getBytes(UTF_8))));
            member(ar, member, data);
        }
        return file;
    }

    private static byte[] packed(Filling filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
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
}
