package org.latebind.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Makes packages that are right in all but what a test makes wrong. */
final class TestPackage {
    interface Filling {
        void fill(TarArchiveOutputStream tar) throws IOException;
    }

    private TestPackage() {}

    static Path deb(Path file, String member, Filling filling) throws IOException {
        return deb(file, member, packed(member, filling));
    }

    static Path deb(Path file, String member, byte[] data) throws IOException {
        try (var ar = new ArArchiveOutputStream(Files.newOutputStream(file))) {
            member(ar, "debian-binary", "2.0\n".getBytes(UTF_8));
            member(ar, "control.tar", packed("control.tar",
                    tar -> file(tar, "./control", "Package: linux-headers-1\nVersion: 1.0-1\n".getBytes(UTF_8))));
            member(ar, member, data);
        }
        return file;
    }

    static byte[] packed(String name, Filling filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        OutputStream out = name.endsWith(".xz") ? new XZOutputStream(bytes, new LZMA2Options(0))
                : name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
        try (var tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            filling.fill(tar);
        }
        return bytes.toByteArray();
    }

    static void member(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
        ar.putArchiveEntry(new ArArchiveEntry(name, content.length));
        ar.write(content);
        ar.closeArchiveEntry();
    }

    static void file(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        put(tar, new TarArchiveEntry(name), content);
    }

    static void link(TarArchiveOutputStream tar, String name, String target) throws IOException {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        put(tar, entry, new byte[0]);
    }

    static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
