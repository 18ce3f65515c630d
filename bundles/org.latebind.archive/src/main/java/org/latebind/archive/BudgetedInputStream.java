package org.latebind.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a decompressor gives, as much of it as was allowed: an archive's reader takes long names and pax
 * records into memory whole, before anyone can ask for their size.
 */
final class BudgetedInputStream extends FilterInputStream {
    private final String file;
    private long left;

    BudgetedInputStream(InputStream in, String file, long allowed) {
        super(in);
        this.file = file;
        left = allowed;
    }

    /** Allows so many bytes from here on. */
    void allow(long bytes) {
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        spend(1);
        return in.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int n = in.read(to, offset, length);
        spend(n);
        return n;
    }

    @Override
    public long skip(long length) throws IOException {
        long n = in.skip(length);
        spend(n);
        return n;
    }

    private void spend(long bytes) {
        left -= Math.max(0, bytes);
        if (left < 0) {
            throw DebBounds.tooLarge(file, "an entry whose headers are longer than any name");
        }
    }
}
