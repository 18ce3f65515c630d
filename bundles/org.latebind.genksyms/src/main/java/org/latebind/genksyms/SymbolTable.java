package org.latebind.genksyms;

import java.util.HashMap;
import java.util.Map;

/**
 * All names declared so far, in two name spaces as in C. The first declaration of a name stays: so a prototype in a
 * header decides, and not the function's definition.
 */
final class SymbolTable {
    private final Map<String, Symbol> ordinary = new HashMap<>();
    private final Map<String, Symbol> tags = new HashMap<>();
    /** The expression of the enumeration's last constant that has one; null before the first. */
    private Node lastValue;
    /** How many constants came since. */
    private int counter;

    /** The symbol in the kind's name space; null where there is none. */
    Symbol find(String name, SymbolKind kind) {
        return (kind.isTag() ? tags : ordinary).get(name);
    }

    /** Whether the name stands for just that kind. */
    boolean is(String name, SymbolKind kind) {
        var found = find(name, kind);
        return found != null && found.kind() == kind;
    }

    Symbol add(String name, SymbolKind kind, Node definition, boolean isExtern) {
        if (kind == SymbolKind.ENUM) {
            endEnumeration();
        }
        var value = kind == SymbolKind.CONSTANT ? constant(definition) : definition;
        return (kind.isTag() ? tags : ordinary)
                .computeIfAbsent(name, absent -> new Symbol(name, kind, value, isExtern));
    }

    /** Constants count from 0 again. */
    void endEnumeration() {
        lastValue = null;
        counter = 0;
    }

    /** Constants without a value count from the last value: {@code ( X ) + 1}. */
    private Node constant(Node value) {
        if (value != null) {
            lastValue = value.copyUntil(null);
            counter = 1;
            return value;
        }
        var count = Integer.toString(counter++);
        if (lastValue == null) {
            return Node.of(count, null);
        }
        var copy = lastValue.copyUntil(null);
        var first = copy;
        while (first.previous != null) {
            first = first.previous;
        }
        first.previous = Node.of("(", null);
        return Node.of(count, Node.of("+", Node.of(")", copy)));
    }
}
