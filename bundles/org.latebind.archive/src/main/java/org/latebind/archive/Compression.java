package org.latebind.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.tukaani.xz.XZInputStream;

/** How members of packages, and files in them, are compressed. */
enum Compression {
    NONE("", "") {
        @Override
        InputStream open(InputStream in) {
            return in;
        }
    },
    GZIP(".gz", "\u001f\u008b") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new GZIPInputStream(in);
        }
    },
    XZ(".xz", "\u00fd7zXZ\0") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new XZInputStream(in, MAX_DECOMPRESSOR_KIB);
        }
    },
    /** Debian's packages are xz; those of other distributions need the zstd library, which is optional. */
    ZSTANDARD(".zst", "(\u00b5/\u00fd") {
        @Override
        InputStream open(InputStream in) throws IOException {
            try {
                return new ZstdInputStreamNoFinalizer(in);
            } catch (LinkageError missing) {
                throw DiagnosticException.badInput(Diagnostic.error(
                        "LB5033", "a package is compressed with zstd, and the zstd library is not installed"));
            }
        }
    };

    /** xz -9 takes 65 MiB. */
    private static final int MAX_DECOMPRESSOR_KIB = 128 << 10;

    private final String ending;
    private final String magic;

    Compression(String ending, String magic) {
        this.ending = ending;
        this.magic = magic;
    }

    static Optional<Compression> ofEnding(String ending) {
        return Stream.of(values()).filter(kind -> kind.ending.equals(ending)).findFirst();
    }

    /** As the first bytes of a file show; {@link #NONE} for everything else. */
    static Compression of(byte[] file) {
        return Stream.of(values()).filter(kind -> kind != NONE && kind.begins(file)).findFirst().orElse(NONE);
    }

    private boolean begins(byte[] file) {
        for (int i = 0; i < magic.length(); i++) {
            if (i >= file.length || (file[i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    abstract InputStream open(InputStream in) throws IOException;
}
