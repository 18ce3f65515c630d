package org.latebind.demo.boot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;

/** An initramfs image: cpio in the "newc" format. The same files give the same bytes. */
public final class Initramfs {
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final SortedMap<String, Integer> modes = new TreeMap<>();

    /**
     * @param path without a leading slash
     */
    public Initramfs add(String path, byte[] contents, boolean executable) {
        files.put(path, contents.clone());
        modes.put(path, executable ? 0755 : 0644);
        return this;
    }

    public byte[] image() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CpioArchiveOutputStream out = new CpioArchiveOutputStream(bytes, CpioConstants.FORMAT_NEW)) {
            for (String folder : folders()) {
                put(out, folder, new byte[0], CpioConstants.C_ISDIR | 0755);
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(out, file.getKey(), file.getValue(), CpioConstants.C_ISREG | modes.get(file.getKey()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private SortedSet<String> folders() {
        SortedSet<String> result = new TreeSet<>();
        for (String path : files.keySet()) {
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                result.add(path.substring(0, slash));
            }
        }
        return result;
    }

    private static void put(CpioArchiveOutputStream out, String path, byte[] contents, int mode) throws IOException {
        CpioArchiveEntry entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, path);
        entry.setMode(mode);
        entry.setSize(contents.length);
        entry.setNumberOfLinks(1);
        entry.setTime(0);
        out.putArchiveEntry(entry);
        out.write(contents);
        out.closeArchiveEntry();
    }
}
