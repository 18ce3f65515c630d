package org.latebind.headers.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.latebind.bytes.ByteSink;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.SpdxLicense;

/** What is stored of one header, before it is shared with others. */
record LexedHeader(List<Spelling> spellings, List<Layout> layouts, int lines, Optional<String> license, byte[] digest) {
    static LexedHeader of(LexedFile file, byte[] text) {
        int count = file.tokens().size();
        var spellings = new ArrayList<Spelling>(count);
        var layouts = new ArrayList<Layout>(count);
        var content = new ByteSink();
        int line = 1;
        int column = 1;
        for (var token : file.tokens()) {
            var layout = Layout.of(token, line, column);
            spellings.add(new Spelling(token.kind(), token.text()));
            layouts.add(layout);
            line = token.line();
            column = token.column() + token.text().length();
            content.u8(TokenCodes.code(token.kind()));
            content.text(token.text());
            layout.write(content);
        }
        var digest = Arrays.copyOf(sha256().digest(content.toBytes()), TokenWriter.DIGEST_BYTES);
        return new LexedHeader(spellings, layouts, lines(text), SpdxLicense.of(text), digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static int lines(byte[] content) {
        int lines = 0;
        for (byte b : content) {
            if (b == '\n') {
                lines++;
            }
        }
        return content.length > 0 && content[content.length - 1] != '\n' ? lines + 1 : lines;
    }
}
