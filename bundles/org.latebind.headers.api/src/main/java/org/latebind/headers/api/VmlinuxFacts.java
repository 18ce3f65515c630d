package org.latebind.headers.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfFile;
import org.latebind.elf.ElfNote;

/**
 * Which build a kernel's {@code vmlinux} is. From 6.12 on Debian's header packages
 * have one with nothing but BTF in it.
 *
 * @param buildId hexadecimal GNU build-id
 * @param btfDigest hexadecimal SHA-256 of section {@code .BTF}
 */
public record VmlinuxFacts(Optional<String> buildId, Optional<String> btfDigest) {
    /** No facts. */
    public static final VmlinuxFacts NONE = new VmlinuxFacts(Optional.empty(), Optional.empty());

    private static final int BTF_MAGIC_LITTLE_ENDIAN = 0x9FEB;
    private static final int BTF_MAGIC_BIG_ENDIAN = 0xEB9F;

    /** Facts of a 64-bit ELF file or of bare BTF; none of anything else. */
    public static VmlinuxFacts of(byte[] file) {
        return isBareBtf(file)
                ? new VmlinuxFacts(Optional.empty(), Optional.of(sha256(file)))
                : ElfFile.open(Bytes.sharing(file)).map(VmlinuxFacts::of).orElse(NONE);
    }

    private static VmlinuxFacts of(ElfFile elf) {
        return new VmlinuxFacts(buildId(elf), elf.section(".BTF").map(btf -> sha256(btf.toArray())));
    }

    /** The build-id of a 64-bit ELF file. */
    public static Optional<String> buildId(ElfFile elf) {
        return elf.section(".note.gnu.build-id").or(() -> elf.section(".notes"))
                .flatMap(notes -> ElfNote.buildId(notes, elf.order()));
    }

    /** Whether a file is BTF as in section {@code .BTF}, as its magic number shows. */
    public static boolean isBareBtf(byte[] file) {
        int magic = file.length > 2 ? (file[0] & 0xFF) << 8 | file[1] & 0xFF : 0;
        return magic == BTF_MAGIC_LITTLE_ENDIAN || magic == BTF_MAGIC_BIG_ENDIAN;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
