package org.latebind.headers.store;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
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
    private final ConcurrentHashMap<Integer, SpellingTable> shared = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, SoftReference<Block>> blocks = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, SoftReference<LexedFile>> files = new ConcurrentHashMap<>();
    private volatile Layout[] layouts;

    TokenReader(Container container) {
        this.container = container;
    }

    LexedFile read(String path, HeaderIndex.Place place) {
        var kept = files.get(path);
        var file = kept == null ? null : kept.get();
        if (file == null) {
            file = decode(path, place);
            files.put(path, new SoftReference<>(file));
        }
        return file;
    }

    private LexedFile decode(String path, HeaderIndex.Place place) {
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
        for (int i = 0; i < count; i++) {
            int code = source.index(Integer.MAX_VALUE);
            if (code == TextCode.NEXT_LOCAL) {
                spellings[i] = block.local().get(next++);
            } else if (TextCode.isShared(code)) {
                spellings[i] = shared(TextCode.sharedIndex(code));
            } else {
                spellings[i] = block.local().get(next - 1 - TextCode.back(code));
            }
        }
        return place(new SourceFile(path, Origin.KERNEL), spellings, source);
    }

    private LexedFile place(SourceFile file, Spelling[] spellings, ByteSource source) {
        var known = layouts();
        var tokens = new Token[spellings.length];
        int line = 1;
        int column = 1;
        for (int i = 0; i < tokens.length; i++) {
            var layout = known[source.index(known.length)];
            column = layout.gap() + (layout.lines() == 0 ? column : 1);
            line += layout.lines();
            tokens[i] = new Token(spellings[i].kind(), spellings[i].text(), file, line, column, layout.flags(),
                    Expansion.NONE);
            column += spellings[i].text().length();
        }
        return new LexedFile(file, Arrays.asList(tokens));
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
        var table = shared.computeIfAbsent(index / TokenWriter.SHARED_CHUNK, chunk -> {
            var section = Sections.texts(chunk);
            return new SpellingTable(container.source(section), section);
        });
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
