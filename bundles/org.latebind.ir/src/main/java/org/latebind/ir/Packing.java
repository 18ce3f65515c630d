package org.latebind.ir;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Raw deflate (RFC 1951), within bounds that are known before memory is asked for. */
final class Packing {
    /** What would shrink further is stored as it is, so that a small file cannot ask for much memory. */
    private static final int MOST = 32;
    /** One above takes half as long again, for files that are one in a hundred smaller (docs/dko.md has figures). */
    private static final int LEVEL = 5;

    private Packing() {}

    static byte[] pack(byte[] content) {
        var deflater = new Deflater(LEVEL, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            var out = new ByteArrayOutputStream(content.length / 4);
            var buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            boolean fits = out.size() < content.length && content.length / MOST <= out.size();
            return fits ? out.toByteArray() : content;
        } finally {
            deflater.end();
        }
    }

    /** @param size of the content; equal to what is stored where that is the content itself */
    static byte[] unpack(byte[] stored, int size) {
        if (size == stored.length) {
            return stored;
        }
        if (size < stored.length || size / MOST > stored.length) {
            throw new DamagedContentException("its size cannot be");
        }
        var inflater = new Inflater(true);
        try {
            inflater.setInput(stored);
            var content = new byte[size];
            int filled = 0;
            while (filled < size && !inflater.finished() && !inflater.needsInput()) {
                filled += inflater.inflate(content, filled, size - filled);
            }
            boolean more = inflater.inflate(new byte[1]) > 0;
            if (filled < size || more || !inflater.finished() || inflater.getRemaining() > 0) {
                throw new DamagedContentException("it does not unpack to its size");
            }
            return content;
        } catch (DataFormatException e) {
            throw new DamagedContentException("it does not unpack: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
