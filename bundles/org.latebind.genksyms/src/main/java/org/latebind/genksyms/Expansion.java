package org.latebind.genksyms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** The version of one export: every token of its declaration, and of each type in it where that is first mentioned. */
final class Expansion {
    private static final byte[] SPACE = {' '};

    private final SymbolTable symbols;
    private final Consumer<Symbol> finished;
    private final Set<Symbol> mentioned = new HashSet<>();
    private final CRC32 crc = new CRC32();
    private final Deque<Frame> open = new ArrayDeque<>();

    /** A symbol in the middle of which another one is written out. */
    private record Frame(Symbol symbol, Iterator<Node> rest) {}

    private Expansion(SymbolTable symbols, Consumer<Symbol> finished) {
        this.symbols = symbols;
        this.finished = finished;
    }

    /** @param finished is given each symbol that was written out, after those that it mentions */
    static long version(Symbol export, SymbolTable symbols, Consumer<Symbol> finished) {
        return new Expansion(symbols, finished).of(export);
    }

    private long of(Symbol export) {
        open(export);
        while (!open.isEmpty()) {
            var frame = open.peek();
            if (frame.rest.hasNext()) {
                add(frame.rest.next());
            } else {
                open.pop();
                if (frame.symbol.definition() != null) {
                    finished.accept(frame.symbol);
                }
            }
        }
        return crc.getValue();
    }

    private void open(Symbol symbol) {
        mentioned.add(symbol);
        List<Node> nodes = symbol.definition() == null ? List.of() : Node.inOrder(symbol.definition());
        open.push(new Frame(symbol, nodes.iterator()));
    }

    private void add(Node node) {
        if (node.kind == SymbolKind.NORMAL) {
            hash(node.text);
            return;
        }
        var symbol = symbols.find(node.text, node.kind);
        if (symbol == null) {
            symbol = unknown(node);
        }
        if (!mentioned.contains(symbol)) {
            open(symbol);
            return;
        }
        if (node.kind.isTag()) {
            hash(node.kind.keyword());
        }
        hash(node.text);
    }

    /** A struct that is not defined before the export; it stays unknown from then on. */
    private Symbol unknown(Node node) {
        Node chain = null;
        for (var text : List.of(node.kind.keyword(), node.text, "{", "UNKNOWN", "}")) {
            chain = Node.of(text, chain);
        }
        return symbols.add(node.text, node.kind, chain, false);
    }

    private void hash(String text) {
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        crc.update(SPACE);
    }
}
