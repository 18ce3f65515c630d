package org.latebind.headers.btf;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfFile;
import org.latebind.headers.api.VmlinuxFacts;
import org.tukaani.xz.SingleXZInputStream;

/**
 * Finds BTF, and the build-id next to it, in a kernel image: in {@code vmlinux}, in an image with a compressed one inside (as the
 * kernel's scripts/extract-vmlinux does), or between the other data of a flat image.
 */
final class KernelImage {
    /** Unpacked; a kernel has some 60 MB. */
    private static final int LARGEST = 192 << 20;
    private static final int XZ_MEMORY_KIB = 256 << 10;
    private static final int BTF_HEADER = 24;
    private static final int BOOT_HEADER = 64;

    private static final byte[] BANNER = "Linux version ".getBytes(StandardCharsets.US_ASCII);
    /** {@code __NEW_UTS_LEN}. */
    private static final int LONGEST_RELEASE = 64;

    private interface Opener {
        InputStream open(InputStream packed) throws IOException;
    }

    private record Packing(byte[] magic, Opener opener) {}

    private static final List<Packing> PACKINGS = List.of(
            new Packing(bytes(0xFD, '7', 'z', 'X', 'Z', 0), in -> new SingleXZInputStream(in, XZ_MEMORY_KIB)),
            new Packing(bytes(0x28, 0xB5, 0x2F, 0xFD), ZstdInputStream::new),
            new Packing(bytes(0x02, 0x21, 0x4C, 0x18), LegacyLz4::new),
            new Packing(bytes(0x1F, 0x8B, 0x08), GZIPInputStream::new));

    /**
     * What was found.
     *
     * @param btf the section
     * @param buildId of the image; empty for bare BTF
     * @param release of the image, as its banner has it
     * @param elfMachine {@code e_machine}, where the image is ELF
     * @param beginning of the image, a flat one's boot header; empty for bare BTF
     */
    record Found(
            byte[] btf, Optional<String> buildId, Optional<String> release, OptionalInt elfMachine, byte[] beginning) {}

    private KernelImage() {}

    static Optional<Found> find(byte[] file) {
        var direct = inElf(file);
        if (direct.isPresent()) {
            return direct;
        }
        for (var packing : PACKINGS) {
            for (int at = indexOf(file, packing.magic(), 0); at >= 0; at = indexOf(file, packing.magic(), at + 1)) {
                var found = unpacked(file, at, packing).flatMap(inside -> inElf(inside).or(() -> flat(inside)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return flat(file);
    }

    private static Optional<Found> inElf(byte[] file) {
        if (VmlinuxFacts.isBareBtf(file)) {
            return Optional.of(
                    new Found(file, Optional.empty(), Optional.empty(), OptionalInt.empty(), new byte[0]));
        }
        return ElfFile.open(Bytes.sharing(file)).flatMap(elf -> elf.section(".BTF").map(btf -> new Found(
                btf.toArray(), VmlinuxFacts.buildId(elf), release(file), OptionalInt.of(elf.machine()),
                beginning(file))));
    }

    private static byte[] beginning(byte[] image) {
        return Arrays.copyOf(image, Math.min(image.length, BOOT_HEADER));
    }

    /** {@code linux_banner}: the release stands between two fixed words, and is what {@code uname -r} prints. */
    private static Optional<String> release(byte[] image) {
        for (int at = indexOf(image, BANNER, 0); at >= 0; at = indexOf(image, BANNER, at + 1)) {
            int start = at + BANNER.length;
            int end = start;
            while (end < image.length && end - start < LONGEST_RELEASE && image[end] > ' ' && image[end] != '%') {
                end++;
            }
            if (end > start && end < image.length && image[end] == ' ') {
                return Optional.of(new String(image, start, end - start, StandardCharsets.US_ASCII));
            }
        }
        return Optional.empty();
    }

    /** Whether a file begins as one of these does. */
    static boolean isBtfOrElf(byte[] beginning) {
        return beginning.length == 4
                && (Arrays.equals(beginning, bytes(0x9F, 0xEB, 1, 0))
                        || Arrays.equals(beginning, bytes(0xEB, 0x9F, 1, 0))
                        || ElfFile.isElf(Bytes.sharing(beginning)));
    }

    private static Optional<byte[]> unpacked(byte[] file, int at, Packing packing) {
        var out = new ByteArrayOutputStream();
        try (var in = packing.opener().open(new ByteArrayInputStream(file, at, file.length - at))) {
            var block = new byte[1 << 16];
            for (int n = in.read(block); n >= 0 && out.size() < LARGEST; n = in.read(block)) {
                out.write(block, 0, n);
            }
        } catch (IOException endsOrIsNone) {
            // What follows the packed part of an image is no part of it; and a magic may be mere data.
        }
        return out.size() == 0 ? Optional.empty() : Optional.of(out.toByteArray());
    }

    private static Optional<Found> flat(byte[] image) {
        return flat(image, ByteOrder.LITTLE_ENDIAN).or(() -> flat(image, ByteOrder.BIG_ENDIAN));
    }

    private static Optional<Found> flat(byte[] image, ByteOrder order) {
        var start = ByteBuffer.allocate(8).order(order)
                .putShort((short) 0xEB9F).put((byte) 1).put((byte) 0).putInt(BTF_HEADER).array();
        for (int at = indexOf(image, start, 0); at >= 0; at = indexOf(image, start, at + 1)) {
            if (at + BTF_HEADER <= image.length) {
                var header = ByteBuffer.wrap(image, at, BTF_HEADER).slice().order(order);
                long end = (long) BTF_HEADER + Integer.toUnsignedLong(header.getInt(16)) + Integer.toUnsignedLong(header.getInt(20));
                boolean typesThenStrings = header.getInt(8) == 0 && header.getInt(16) == header.getInt(12);
                if (typesThenStrings && header.getInt(12) > 0 && at + end <= image.length) {
                    return Optional.of(new Found(
                            Arrays.copyOfRange(image, at, (int) (at + end)), FlatNotes.buildId(Bytes.sharing(image), order), release(image),
                            OptionalInt.empty(), beginning(image)));
                }
            }
        }
        return Optional.empty();
    }

    private static int indexOf(byte[] in, byte[] what, int from) {
        for (int at = from; at + what.length <= in.length; at++) {
            if (in[at] == what[0] && Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] bytes(int... values) {
        var result = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (byte) values[i];
        }
        return result;
    }

    /** lz4's legacy frame: the magic number, then blocks of at most 8 MiB, each behind its length. */
    private static final class LegacyLz4 extends InputStream {
        private final InputStream in;
        private InputStream block = InputStream.nullInputStream();

        LegacyLz4(InputStream in) throws IOException {
            this.in = in;
            in.skipNBytes(4);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int n = block.read(to, offset, length);
            while (n < 0) {
                var size = in.readNBytes(4);
                if (size.length < 4) {
                    return -1;
                }
                int packed = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getInt();
                if (packed <= 0 || packed > in.available()) {
                    return -1;
                }
                block = new BlockLZ4CompressorInputStream(new ByteArrayInputStream(in.readNBytes(packed)));
                n = block.read(to, offset, length);
            }
            return n;
        }
    }
}
