package org.latebind.headers.btf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.headers.api.VmlinuxFacts;
import org.latebind.kit.BtfSection;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** BTF is found in whatever a kernel comes in. */
class KernelImageTest {
    private static final byte[] BTF = btf(ByteOrder.LITTLE_ENDIAN);

    private static byte[] btf(ByteOrder order) {
        var section = new BtfSection();
        section.integer("int", 4);
        return section.bytes(order);
    }

    private interface Packer {
        OutputStream open(OutputStream out) throws IOException;
    }

    private static byte[] noise(int length) {
        var bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] flat() {
        return join(noise(5000), BTF, noise(3000));
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] packed(Packer packer) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = packer.open(out)) {
            packing.write(flat());
        }
        return out.toByteArray();
    }

    private static void assertFound(byte[] image) {
        assertArrayEquals(BTF, KernelImage.find(image).orElseThrow().btf());
    }

    @Test
    void bare() {
        assertFound(BTF);
    }

    @Test
    void inAFlatImage() {
        assertFound(flat());
    }

    @Test
    void inAFlatBigEndianImage() {
        var big = btf(ByteOrder.BIG_ENDIAN);
        assertArrayEquals(big, KernelImage.find(join(noise(5000), big, noise(3000))).orElseThrow().btf());
    }

    @Test
    void inCompressedImages() throws IOException {
        assertFound(join(noise(900), packed(GZIPOutputStream::new), noise(100)));
        assertFound(join(noise(900), packed(out -> new XZOutputStream(out, new LZMA2Options())), noise(100)));
        assertFound(join(noise(900), Zstd.compress(flat()), noise(100)));
        var block = packed(BlockLZ4CompressorOutputStream::new);
        var size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(block.length).array();
        assertFound(join(noise(900), new byte[] {0x02, 0x21, 0x4C, 0x18}, size, block));
    }

    private static byte[] note(int id) {
        return ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putInt(4).putInt(4).putInt(3)
                .put(new byte[] {'G', 'N', 'U', 0}).putInt(id).array();
    }

    /** A vDSO: a header, a note, and the section headers behind it. */
    private static byte[] elf(byte[] inside) {
        return ByteBuffer.allocate(64 + inside.length + 64).order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}).putLong(40, 64 + inside.length)
                .putShort(52, (short) 64).putShort(58, (short) 64).putShort(60, (short) 1)
                .position(64).put(inside).array();
    }

    @Test
    void theBuildIdOfAFlatImageIsTheOneThatIsInNoFileInside() {
        assertEquals(Optional.of("04030201"),
                KernelImage.find(join(new byte[400], elf(note(7)), new byte[8], note(0x01020304), new byte[4], BTF)).orElseThrow().buildId());
        assertEquals(Optional.empty(), KernelImage.find(join(new byte[400], elf(note(7)), BTF)).orElseThrow().buildId());
        // Whose it is cannot be told.
        assertEquals(Optional.empty(), KernelImage.find(join(new byte[400], note(7), note(8), BTF)).orElseThrow().buildId());
        assertEquals(Optional.empty(), KernelImage.find(BTF).orElseThrow().buildId());
    }

    @Test
    void theReleaseComesWithTheBtf(@TempDir Path folder) throws IOException {
        var banner = "Linux version 6.1.0-9-amd64 (debian) #1".getBytes(StandardCharsets.US_ASCII);
        var image = Files.write(folder.resolve("vmlinux.btf"), join(noise(500), banner, new byte[3], BTF));
        assertEquals(Optional.of("6.1.0-9-amd64"), new BtfFile().read(image, d -> { }).release());
        assertEquals(Optional.empty(), new BtfFile().read(Files.write(image, BTF), d -> { }).release());
    }

    /** Their names alone would be a quarter of a terabyte. */
    @Test
    void manySectionsOfOneEndlessName() {
        var elf = ByteBuffer.allocate(64 + 0xFFFF * 64 + (4 << 20)).order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}).putLong(40, 64).putShort(58, (short) 64).putShort(60, (short) 0xFFFF)
                .putLong(64 + 24, 64 + 0xFFFF * 64);
        Arrays.fill(elf.array(), 64 + 0xFFFF * 64, elf.capacity() - 1, (byte) '.');
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertEquals(VmlinuxFacts.NONE, VmlinuxFacts.of(elf.array())));
    }

    @Test
    void notInNoise() {
        assertEquals(Optional.empty(), KernelImage.find(noise(200_000)));
        assertEquals(Optional.empty(), KernelImage.find(new byte[0]));
    }
}
