package org.latebind.headers.store;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;

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

    /** How many spellings a block has of its own. */
    int localCount(int block) {
        return block(block).local().size();
    }

    String localText(int block, int index) {
        return block(block).local().get(index).text();
    }

    private List<Token> decode(SourceFile file, HeaderIndex.Place place) {
        var section = Sections.block(place.block());
        var block = block(place.block());
        var source = new ByteSource(block.content(), 4 + place.offset(), block.streamsEnd(), section);
        int next = source.index(block.local().size() + 1);
        int count = place.tokens();
        // Each token takes a byte of either stream.
        if (count < 0 || 2L * count > source.remaining()) {
            throw source.damaged();
        }
        var spellings = new Spelling[count];
        var codes = source.numbers(count);
        for (int i = 0; i < count; i++) {
            int code = codes[i];
            if (code == TextCode.NEXT_LOCAL) {
                spellings[i] = block.local().get(next++);
            } else if (TextCode.isShared(code)) {
                spellings[i] = shared(TextCode.sharedIndex(code));
            } else {
                spellings[i] = block.local().get(next - 1 - TextCode.back(code));
            }
        }
        return place(file, spellings, source);
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
        var source = new ByteSource(content, section);
        int streams = source.u32();
        source.skip(streams);
        return new Block(content, 4 + streams, new SpellingTable(source, section));
    }

    private Spelling shared(int index) {
        int chunk = index / TokenWriter.SHARED_CHUNK;
        if (chunk >= shared.length()) {
            throw Damage.in(Sections.texts(chunk), "it is missing");
        }
        var table = shared.get(chunk);
        if (table == null) {
            var section = Sections.texts(chunk);
            table = new SpellingTable(container.source(section), section);
            shared.set(chunk, table);
        }
        return table.get(index % TokenWriter.SHARED_CHUNK);
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
