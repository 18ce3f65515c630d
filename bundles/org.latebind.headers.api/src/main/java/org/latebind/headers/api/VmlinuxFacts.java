package org.latebind.headers.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a kernel's {@code vmlinux} tells of which build it is. From 6.12 on Debian's header packages
 * carry one with nothing but BTF in it.
 *
 * @param buildId hexadecimal GNU build-id
 * @param btfDigest hexadecimal SHA-256 of section {@code .BTF}
 */
public record VmlinuxFacts(Optional<String> buildId, Optional<String> btfDigest) {
    /** No facts. */
    public static final VmlinuxFacts NONE = new VmlinuxFacts(Optional.empty(), Optional.empty());
    private static final int HEADER_SIZE = 64;
    private static final int SECTION_HEADER_SIZE = 64;
    private static final int BTF_MAGIC_LITTLE_ENDIAN = 0x9FEB;
    private static final int BTF_MAGIC_BIG_ENDIAN = 0xEB9F;
    private static final int NT_GNU_BUILD_ID = 3;
    private static final byte[] GNU = {'G', 'N', 'U', 0};

    /** Facts of a 64-bit ELF file (System V ABI, chapter 4) or of bare BTF; none of anything else. */
    public static VmlinuxFacts of(byte[] file) {
        if (isBareBtf(file)) {
            return new VmlinuxFacts(Optional.empty(), Optional.of(sha256(file)));
        }
        if (!isElf64(file)) {
            return NONE;
        }
        var elf = elf(file);
        try {
            return new VmlinuxFacts(
                    section(elf, ".note.gnu.build-id").or(() -> section(elf, ".notes"))
                            .flatMap(notes -> buildId(notes, elf.order())),
                    section(elf, ".BTF").map(VmlinuxFacts::sha256));
        } catch (IndexOutOfBoundsException damaged) {
            return NONE;
        }
    }

    /** The {@code .BTF} section of a 64-bit ELF file, or the file itself where it is bare BTF. */
    public static Optional<byte[]> btf(byte[] file) {
        if (isBareBtf(file)) {
            return Optional.of(file);
        }
        if (!isElf64(file)) {
            return Optional.empty();
        }
        try {
            return section(elf(file), ".BTF");
        } catch (IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    private static boolean isBareBtf(byte[] file) {
        int magic = file.length > 2 ? (file[0] & 0xFF) << 8 | file[1] & 0xFF : 0;
        return magic == BTF_MAGIC_LITTLE_ENDIAN || magic == BTF_MAGIC_BIG_ENDIAN;
    }

    private static boolean isElf64(byte[] file) {
        return file.length >= HEADER_SIZE && file[0] == 0x7F && file[1] == 'E' && file[2] == 'L' && file[3] == 'F'
                && file[4] == 2;
    }

    private static ByteBuffer elf(byte[] file) {
        return ByteBuffer.wrap(file).order(file[5] == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private static Optional<byte[]> section(ByteBuffer elf, String name) {
        int table = Math.toIntExact(elf.getLong(40) & Integer.MAX_VALUE);
        int count = elf.getShort(60) & 0xFFFF;
        int names = table + (elf.getShort(62) & 0xFFFF) * SECTION_HEADER_SIZE;
        int nameOffset = (int) elf.getLong(names + 24);
        for (int i = 0; i < count; i++) {
            int header = table + i * SECTION_HEADER_SIZE;
            if (isName(elf, nameOffset + elf.getInt(header), name)) {
                int offset = (int) elf.getLong(header + 24);
                int size = (int) elf.getLong(header + 32);
                if (offset < 0 || size < 0 || (long) offset + size > elf.limit()) {
                    return Optional.empty();
                }
                return Optional.of(Arrays.copyOfRange(elf.array(), offset, offset + size));
            }
        }
        return Optional.empty();
    }

    private static boolean isName(ByteBuffer elf, int offset, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (elf.get(offset + i) != name.charAt(i)) {
                return false;
            }
        }
        return elf.get(offset + name.length()) == 0;
    }

    /** The GNU build-id among ELF notes, such as those of {@code /sys/kernel/notes}. */
    public static Optional<String> buildId(byte[] elfNotes, ByteOrder order) {
        var notes = ByteBuffer.wrap(elfNotes).order(order);
        while (notes.remaining() >= 12) {
            long nameSize = Integer.toUnsignedLong(notes.getInt());
            long size = Integer.toUnsignedLong(notes.getInt());
            int type = notes.getInt();
            long start = notes.position() + (nameSize + 3 & ~3L);
            if (start + size > notes.limit()) {
                return Optional.empty();
            }
            // A note's type means something with its owner's name only: Xen's of this number is an address.
            boolean isGnu = nameSize == GNU.length
                    && Arrays.equals(elfNotes, notes.position(), notes.position() + GNU.length, GNU, 0, GNU.length);
            if (type == NT_GNU_BUILD_ID && isGnu) {
                return Optional.of(HexFormat.of().formatHex(elfNotes, (int) start, (int) (start + size)));
            }
            notes.position((int) Math.min(start + (size + 3 & ~3L), notes.limit()));
        }
        return Optional.empty();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
