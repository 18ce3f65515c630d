package org.latebind.headers.store;

import java.util.Arrays;
import org.latebind.bytes.ByteSource;
import org.latebind.token.api.SourceText;

/** A table that {@link Spelling#write} wrote; each spelling is made when it is first asked for. */
final class SpellingTable {
    private final String section;
    private final byte[][] texts;
    private final byte[] kinds;
    private final Spelling[] made;

    /** Reads the table that the source stands at. */
    SpellingTable(ByteSource source, String section) {
        this.section = section;
        int count = source.count();
        kinds = source.bytes(count);
        var lengths = new int[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = source.count();
        }
        texts = new byte[count][];
        for (int i = 0; i < count; i++) {
            texts[i] = source.bytes(lengths[i]);
        }
        made = new Spelling[count];
    }

    int size() {
        return made.length;
    }

    /** The index of a spelling, or -1; none is made for it. */
    int find(Spelling spelling) {
        var text = SourceText.encode(spelling.text());
        int kind = TokenCodes.code(spelling.kind());
        for (int i = 0; i < texts.length; i++) {
            if (kinds[i] == kind && Arrays.equals(texts[i], text)) {
                return i;
            }
        }
        return -1;
    }

    // Two threads may both make a spelling; they are equal, and either may stay.
    Spelling get(int index) {
        if (index < 0 || index >= made.length) {
            throw Damage.in(section, "a token names a text that is not there");
        }
        var spelling = made[index];
        if (spelling == null) {
            spelling = new Spelling(TokenCodes.kind(kinds[index], section), SourceText.decode(texts[index]));
            made[index] = spelling;
        }
        return spelling;
    }
}
