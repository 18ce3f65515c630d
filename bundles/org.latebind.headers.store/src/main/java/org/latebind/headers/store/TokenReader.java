package org.latebind.headers.store;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.latebind.bytes.ByteSource;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * Reads headers' tokens out of blocks. Tables, blocks and headers are kept as long as memory allows;
 * threads may read the same one twice, which costs time and nothing else.
 */
final class TokenReader {
    /** A block's content: token streams of its headers, and the spellings that it alone has. */
    private record Block(byte[] content, int streamsEnd, SpellingTable local) {}

    private final Container container;
    private final AtomicReferenceArray<SpellingTable> shared;
    private final ConcurrentHashMap<Integer, SoftReference<Block>> blocks = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, SoftReference<LexedFile>> files = new ConcurrentHashMap<>();
    private volatile Layout[] layouts;

    TokenReader(Container container) {
        this.container = container;
        shared = new AtomicReferenceArray<>(
                (int) container.names().stream().filter(name -> name.startsWith(Sections.TEXTS)).count());
    }

    LexedFile read(String path, HeaderIndex.Place place) {
        var kept = files.get(path);
        var file = kept == null ? null : kept.get();
        if (file == null) {
            var source = new SourceFile(path, Origin.KERNEL);
            file = LexedFile.deferred(source, () -> decode(source, place));
            files.put(path, new SoftReference<>(file));
        }
        return file;
    }

    /** The text of a spelling that all blocks share. */
    String sharedText(int index) {
        return shared(index).text();
    }

    String localText(int block, int index) {
        return block(block).local().get(index).text();
    }

    /** Which headers have tokens of one identifier, found out without making any. */
    final class Search {
        private final Spelling wanted;
        private final int shared;
        private final HashMap<Integer, Integer> local = new HashMap<>();

        private Search(String identifier) {
            wanted = new Spelling(TokenKind.IDENTIFIER, identifier);
            shared = sharedIndex(wanted);
        }

        boolean finds(HeaderIndex.Place place) {
            int here = shared >= 0 ? -1 : local.computeIfAbsent(place.block(), block -> block(block).local().find(wanted));
            return (shared >= 0 || here >= 0) && new Texts(place).has(shared, here);
        }
    }

    /** What the texts of one header's tokens are; {@code source} then stands at their layouts. */
    private final class Texts {
        private final Block block;
        private final ByteSource source;
        private final int[] codes;
        private int next;

        Texts(HeaderIndex.Place place) {
            block = block(place.block());
            source = Damage.source(block.content(), 4 + place.offset(), block.streamsEnd(), Sections.block(place.block()));
            next = source.index(block.local().size() + 1);
            int count = place.tokens();
            // Each token takes a byte of either stream.
            if (count < 0 || 2L * count > source.remaining()) {
                throw source.damaged();
            }
            codes = source.numbers(count);
        }

        Spelling[] spellings() {
            var spellings = new Spelling[codes.length];
            for (int i = 0; i < codes.length; i++) {
                spellings[i] = isShared(codes[i])
                        ? shared(TextCode.sharedIndex(codes[i])) : block.local().get(localIndex(codes[i]));
            }
            return spellings;
        }

        /** @param local counts where no spelling is shared of that number, which may be -1 */
        boolean has(int shared, int local) {
            for (int code : codes) {
                if (isShared(code) ? TextCode.sharedIndex(code) == shared : localIndex(code) == local) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isShared(int code) {
            return code != TextCode.NEXT_LOCAL && TextCode.isShared(code);
        }

        private int localIndex(int code) {
            return code == TextCode.NEXT_LOCAL ? next++ : next - 1 - TextCode.back(code);
        }
    }

    Search search(String identifier) {
        return new Search(identifier);
    }

    private List<Token> decode(SourceFile file, HeaderIndex.Place place) {
        var texts = new Texts(place);
        return place(file, texts.spellings(), texts.source);
    }

    private List<Token> place(SourceFile file, Spelling[] spellings, ByteSource source) {
        var known = layouts();
        var tokens = new Token[spellings.length];
        var numbers = source.numbers(tokens.length);
        int line = 1;
        int column = 1;
        for (int i = 0; i < tokens.length; i++) {
            if (numbers[i] >= known.length) {
                throw source.damaged();
            }
            var layout = known[numbers[i]];
            column = layout.gap() + (layout.lines() == 0 ? column : 1);
            line += layout.lines();
            tokens[i] = new Token(spellings[i].kind(), spellings[i].text(), file, line, column, layout.flags(),
                    Expansion.NONE);
            column += spellings[i].text().length();
        }
        return Arrays.asList(tokens);
    }

    private Block block(int number) {
        var kept = blocks.get(number);
        var block = kept == null ? null : kept.get();
        if (block == null) {
            block = readBlock(Sections.block(number));
            blocks.put(number, new SoftReference<>(block));
        }
        return block;
    }

    private Block readBlock(String section) {
        var content = container.read(section);
        var source = Damage.source(content, section);
        int streams = source.u32();
        source.skip(streams);
        return new Block(content, 4 + streams, new SpellingTable(source, section));
    }

    private Spelling shared(int index) {
        return sharedChunk(index / TokenWriter.SHARED_CHUNK).get(index % TokenWriter.SHARED_CHUNK);
    }

    private SpellingTable sharedChunk(int chunk) {
        if (chunk >= shared.length()) {
            throw Damage.in(Sections.texts(chunk), "it is missing");
        }
        var table = shared.get(chunk);
        if (table == null) {
            var section = Sections.texts(chunk);
            table = new SpellingTable(container.source(section), section);
            shared.set(chunk, table);
        }
        return table;
    }

    /** The number of a spelling that all blocks share, or -1. */
    private int sharedIndex(Spelling spelling) {
        for (int chunk = 0; chunk < shared.length(); chunk++) {
            int index = sharedChunk(chunk).find(spelling);
            if (index >= 0) {
                return chunk * TokenWriter.SHARED_CHUNK + index;
            }
        }
        return -1;
    }

    private Layout[] layouts() {
        var known = layouts;
        if (known == null) {
            known = container.source(Sections.LAYOUTS).list(Layout::read).toArray(Layout[]::new);
            layouts = known;
        }
        return known;
    }
}
