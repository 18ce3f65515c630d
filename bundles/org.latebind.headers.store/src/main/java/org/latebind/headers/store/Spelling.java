package org.latebind.headers.store;

import java.util.Comparator;
import java.util.List;
import org.latebind.bytes.ByteSink;
import org.latebind.token.api.SourceText;
import org.latebind.token.api.TokenKind;

/** What tokens of one text share. */
record Spelling(TokenKind kind, String text) {
    static final Comparator<Spelling> ORDER =
            Comparator.comparing(Spelling::text).thenComparing(spelling -> TokenCodes.code(spelling.kind()));

    /** Kinds, lengths and texts, each in a row: like stands beside like, which compresses. */
    static void write(List<Spelling> spellings, ByteSink out) {
        out.number(spellings.size());
        spellings.forEach(spelling -> out.u8(TokenCodes.code(spelling.kind())));
        var texts = new ByteSink();
        for (var spelling : spellings) {
            var text = SourceText.encode(spelling.text());
            out.number(text.length);
            texts.bytes(text);
        }
        out.bytes(texts.toBytes());
    }
}
