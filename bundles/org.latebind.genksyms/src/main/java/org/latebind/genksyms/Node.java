package org.latebind.genksyms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A token in the chain of what was read, linked to the one before it. The parser cuts tokens out of the chain and
 * puts others in while a declaration is still being read.
 *
 * <p>A semantic value of the parser is the node after the one that it means: so that can be cut out. That node may
 * still be empty, which it is until the next token is read.
 */
final class Node {
    String text;
    SymbolKind kind = SymbolKind.NORMAL;
    boolean ofSourceFile;
    Node previous;

    Node(Node previous) {
        this.text = "";
        this.previous = previous;
    }

    private Node(Node from, Node previous) {
        this.text = from.text;
        this.kind = from.kind;
        this.previous = previous;
    }

    static Node of(String text, Node previous) {
        var node = new Node(previous);
        node.text = text;
        return node;
    }

    /** One of the same text and kind, alone. */
    Node copy() {
        return new Node(this, null);
    }

    /** A copy of this and those before it, until one that is left out; null copies all. */
    Node copyUntil(Node end) {
        if (this == end) {
            return null;
        }
        var first = copy();
        var last = first;
        for (var each = previous; each != end; each = each.previous) {
            last.previous = each.copy();
            last = last.previous;
        }
        return first;
    }

    /** The chain in reading order. */
    static List<Node> inOrder(Node last) {
        Deque<Node> nodes = new ArrayDeque<>();
        for (var each = last; each != null; each = each.previous) {
            nodes.addFirst(each);
        }
        return new ArrayList<>(nodes);
    }

    /** Whether two chains have the same tokens. */
    static boolean same(Node one, Node other) {
        var a = one;
        var b = other;
        for (; a != null && b != null; a = a.previous, b = b.previous) {
            if (a.kind != b.kind || !a.text.equals(b.text)) {
                return false;
            }
        }
        return a == null && b == null;
    }
}
