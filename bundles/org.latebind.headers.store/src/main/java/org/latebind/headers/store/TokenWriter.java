package org.latebind.headers.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.latebind.bytes.ByteSink;
import org.latebind.headers.api.TreePath;

/** Collects lexed headers and writes them as blocks, shared tables and an index. */
final class TokenWriter {
    /** A link reads few headers of a folder: small blocks cost it little, large ones compress better. */
    private static final int BLOCK_TOKENS = 24_000;
    static final int DIGEST_BYTES = 16;
    static final int SHARED_CHUNK = 4096;

    /** A header in numbers: indexes into the lists of spellings and layouts. */
    private record Header(String path, int[] texts, int[] layouts, int lines, Optional<String> license, byte[] digest) {}

    private record Place(int block, int offset) {}

    private final List<Header> headers = new ArrayList<>();
    private final List<Spelling> spellings = new ArrayList<>();
    private final Map<Spelling, Integer> spellingNumbers = new HashMap<>();
    private final List<Layout> layouts = new ArrayList<>();
    private final Map<Layout, Integer> layoutNumbers = new HashMap<>();
    private final SpellingNumbers numbers = new SpellingNumbers();

    void add(String path, LexedHeader header) {
        int count = header.spellings().size();
        var texts = new int[count];
        var places = new int[count];
        for (int i = 0; i < count; i++) {
            texts[i] = number(header.spellings().get(i), spellingNumbers, spellings);
            places[i] = number(header.layouts().get(i), layoutNumbers, layouts);
        }
        headers.add(new Header(path, texts, places, header.lines(), header.license(), header.digest()));
    }

    private static <T> int number(T value, Map<T, Integer> numbers, List<T> values) {
        var known = numbers.putIfAbsent(value, values.size());
        if (known == null) {
            values.add(value);
            return values.size() - 1;
        }
        return known;
    }

    void write(ContainerWriter out) throws IOException {
        headers.sort(Comparator.<Header, String>comparing(header -> TreePath.parent(header.path()), NameTable.order())
                .thenComparing(Header::path, NameTable.order()));
        var blocks = blocks();
        var sharedNumbers = writeShared(blocks, out);
        var layoutOrder = writeLayouts(out);
        var places = new HashMap<String, Place>();
        for (int i = 0; i < blocks.size(); i++) {
            writeBlock(i, blocks.get(i), sharedNumbers, layoutOrder, places, out);
        }
        writeIndex(places, out);
    }

    private List<List<Header>> blocks() {
        var blocks = new ArrayList<List<Header>>();
        int tokens = 0;
        for (var header : headers) {
            if (blocks.isEmpty() || tokens + header.texts().length > BLOCK_TOKENS) {
                blocks.add(new ArrayList<>());
                tokens = 0;
            }
            blocks.get(blocks.size() - 1).add(header);
            tokens += header.texts().length;
        }
        return blocks;
    }

    /** The number of each spelling in the shared table, -1 for those of one block only. */
    private int[] writeShared(List<List<Header>> blocks, ContainerWriter out) throws IOException {
        var uses = new int[spellings.size()];
        var lastBlock = new int[spellings.size()];
        var shared = new boolean[spellings.size()];
        Arrays.fill(lastBlock, -1);
        for (int block = 0; block < blocks.size(); block++) {
            for (var header : blocks.get(block)) {
                for (int text : header.texts()) {
                    uses[text]++;
                    shared[text] |= lastBlock[text] >= 0 && lastBlock[text] != block;
                    lastBlock[text] = block;
                }
            }
        }
        var order = IntStream.range(0, spellings.size()).filter(i -> shared[i]).boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -uses[i]).thenComparing(spellings::get, Spelling.ORDER))
                .toList();
        var numbers = new int[spellings.size()];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < order.size(); i++) {
            numbers[order.get(i)] = i;
            this.numbers.share(spellings.get(order.get(i)), i);
        }
        for (int from = 0; from < order.size(); from += SHARED_CHUNK) {
            var chunk = new ByteSink();
            Spelling.write(order.subList(from, Math.min(from + SHARED_CHUNK, order.size())).stream()
                    .map(spellings::get).toList(), chunk);
            out.section(Sections.texts(from / SHARED_CHUNK), chunk.toBytes());
        }
        return numbers;
    }

    private int[] writeLayouts(ContainerWriter out) throws IOException {
        var uses = new int[layouts.size()];
        headers.forEach(header -> Arrays.stream(header.layouts()).forEach(layout -> uses[layout]++));
        var order = IntStream.range(0, layouts.size()).boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -uses[i]).thenComparing(layouts::get, Layout.ORDER))
                .toList();
        var numbers = new int[layouts.size()];
        var sink = new ByteSink();
        sink.number(order.size());
        for (int i = 0; i < order.size(); i++) {
            numbers[order.get(i)] = i;
            layouts.get(order.get(i)).write(sink);
        }
        out.section(Sections.LAYOUTS, sink.toBytes());
        return numbers;
    }

    private void writeBlock(int number, List<Header> block, int[] shared, int[] layoutOrder, Map<String, Place> places,
            ContainerWriter out) throws IOException {
        var local = new HashMap<Integer, Integer>();
        var localSpellings = new ArrayList<Spelling>();
        var streams = new ByteSink();
        for (var header : block) {
            places.put(header.path(), new Place(number, streams.size()));
            streams.number(local.size());
            for (int text : header.texts()) {
                if (shared[text] >= 0) {
                    streams.number(TextCode.shared(shared[text]));
                    continue;
                }
                var known = local.putIfAbsent(text, local.size());
                if (known == null) {
                    numbers.add(number, spellings.get(text), localSpellings.size());
                    localSpellings.add(spellings.get(text));
                    streams.number(TextCode.NEXT_LOCAL);
                } else {
                    streams.number(TextCode.local(local.size() - 1 - known));
                }
            }
            for (int layout : header.layouts()) {
                streams.number(layoutOrder[layout]);
            }
        }
        var content = new ByteSink();
        content.u32(streams.size());
        content.bytes(streams.toBytes());
        Spelling.write(localSpellings, content);
        out.section(Sections.block(number), content.toBytes());
    }

    private void writeIndex(Map<String, Place> places, ContainerWriter out) throws IOException {
        var sorted = headers.stream().sorted(Comparator.comparing(Header::path, NameTable.order())).toList();
        var licenses = sorted.stream().flatMap(header -> header.license().stream()).distinct().sorted().toList();
        var sink = new ByteSink();
        NameTable.write(sorted.stream().map(Header::path).toList(), sink);
        for (var header : sorted) {
            var place = places.get(header.path());
            sink.u32(place.block());
            sink.u32(place.offset());
            sink.u32(header.texts().length);
            sink.u32(header.lines());
            sink.u32(header.license().map(license -> licenses.indexOf(license) + 1).orElse(0));
            sink.bytes(header.digest());
        }
        sink.list(licenses, ByteSink::text);
        out.section(Sections.HEADERS, sink.toBytes());
    }

    /** What the spellings are called by, once they are written. */
    SpellingNumbers numbers() {
        return numbers;
    }
}
