package org.latebind.genksyms;

/**
 * A declared name.
 *
 * @param definition its last token; null where there are none
 */
record Symbol(String name, SymbolKind kind, Node definition, boolean isExtern) {
    /** A line of a dump of types. */
    String dump() {
        var line = new StringBuilder(kind.mark()).append(name).append(' ');
        if (isExtern) {
            line.append("extern ");
        }
        if (definition == null) {
            line.append("(nil)");
        }
        for (var node : Node.inOrder(definition)) {
            line.append(node.kind.mark()).append(node.text).append(' ');
        }
        return line.toString();
    }
}
