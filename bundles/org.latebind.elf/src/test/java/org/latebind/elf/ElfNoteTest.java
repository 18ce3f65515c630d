package org.latebind.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ElfNoteTest {
    private static byte[] note(ByteOrder order, String owner, int type, int... contents) {
        int ownerSize = owner.length() + 1;
        var note = ByteBuffer.allocate(12 + (ownerSize + 3 & ~3) + (contents.length + 3 & ~3)).order(order)
                .putInt(ownerSize).putInt(contents.length).putInt(type);
        note.put(owner.getBytes(StandardCharsets.US_ASCII)).position(12 + (ownerSize + 3 & ~3));
        for (int value : contents) {
            note.put((byte) value);
        }
        return note.array();
    }

    private static Bytes join(byte[]... notes) {
        var out = new ByteArrayOutputStream();
        for (var note : notes) {
            out.writeBytes(note);
        }
        return Bytes.of(out.toByteArray());
    }

    private static Optional<String> buildId(byte[]... notes) {
        return ElfNote.buildId(join(notes), ByteOrder.LITTLE_ENDIAN);
    }

    /** Xen's note of the same number, in kernels for x86: the address that the image is linked at. */
    @Test
    void theBuildIdIsGnusNote() {
        var xen = note(ByteOrder.LITTLE_ENDIAN, "Xen", 3, 0, 0, 0, 0x80, 0xff, 0xff, 0xff, 0xff);
        var other = note(ByteOrder.LITTLE_ENDIAN, "GNU", 1, 9, 9, 9);
        var gnu = note(ByteOrder.LITTLE_ENDIAN, "GNU", 3, 1, 0xab, 3);
        assertEquals(Optional.of("01ab03"), buildId(xen, other, gnu));
        assertEquals(Optional.empty(), buildId(xen, other));
        assertEquals(Optional.empty(), buildId());
    }

    @Test
    void bigEndian() {
        var notes = join(note(ByteOrder.BIG_ENDIAN, "Linux", 257, 1), note(ByteOrder.BIG_ENDIAN, "GNU", 3, 7));
        assertEquals(Optional.of("07"), ElfNote.buildId(notes, ByteOrder.BIG_ENDIAN));
    }

    @Test
    void aNoteThatDoesNotEndIsNone() {
        var gnu = note(ByteOrder.LITTLE_ENDIAN, "GNU", 3, 1, 2, 3, 4);
        for (int length = 0; length < gnu.length; length++) {
            var cut = Bytes.of(gnu).slice(0, length);
            assertEquals(Optional.empty(), ElfNote.at(cut, 0, ByteOrder.LITTLE_ENDIAN), "cut to " + length);
        }
        var endless = ByteBuffer.wrap(gnu.clone()).order(ByteOrder.LITTLE_ENDIAN).putInt(0, -1).putInt(4, -1).array();
        assertEquals(Optional.empty(), buildId(endless));
    }
}
