package org.latebind.ir;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.Initializer;
import org.latebind.syntax.api.NodeShape;
import org.latebind.syntax.api.NodeShapes;
import org.latebind.syntax.api.PartType;
import org.latebind.syntax.api.Span;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Statement;
import org.latebind.token.api.Token;

/**
 * Prints trees.
 *
 * <pre>
 * node              (Name part ...)
 * place             first:end@line:column
 * token             #index in the file
 * what may miss     - or the value
 * several, a set    [element ...], {CONSTANT ...}
 * text, constant, truth
 * </pre>
 */
final class NodePrinter {
    private final StringBuilder out;
    private final TokenPlaces places;

    NodePrinter(StringBuilder out, TokenPlaces places) {
        this.out = out;
        this.places = places;
    }

    <T> void print(PartType<T> type, T value, int indent) {
        printValue(type, value, indent);
    }

    private void printValue(PartType<?> type, Object value, int indent) {
        switch (type) {
            case PartType.Place p -> printSpan((Span) value);
            case PartType.FileToken t -> out.append('#').append(places.indexOf((Token) value));
            case PartType.Text t -> out.append(Quoting.quote((String) value));
            case PartType.Truth t -> out.append((boolean) value);
            case PartType.Constant<?> c -> printConstant(value);
            case PartType.Constants<?> c -> printConstants((Set<?>) value);
            case PartType.Maybe<?> maybe -> ((Optional<?>) value)
                    .ifPresentOrElse(v -> printValue(maybe.type(), v, indent), () -> out.append('-'));
            case PartType.Many<?> many -> printElements(many.element(), (List<?>) value, indent);
            case PartType.Nodes<?> nodes -> printNode(NodeShapes.of(value), value, indent);
            case PartType.Shaped<?> shaped -> printNode(shaped.shape(), value, indent);
        }
    }

    private void printSpan(Span span) {
        out.append(span.first()).append(':').append(span.end())
                .append('@').append(span.at().line()).append(':').append(span.at().column());
    }

    private void printConstant(Object value) {
        out.append(((Enum<?>) value).name());
    }

    private void printConstants(Set<?> values) {
        out.append('{');
        boolean first = true;
        for (var value : values.stream().sorted().toList()) {
            if (!first) {
                out.append(' ');
            }
            printConstant(value);
            first = false;
        }
        out.append('}');
    }

    private void printElements(PartType<?> type, Collection<?> elements, int indent) {
        out.append('[');
        boolean first = true;
        for (var element : elements) {
            if (startsLine(element)) {
                out.append('\n').append(" ".repeat(indent + 2));
            } else if (!first) {
                out.append(' ');
            }
            printValue(type, element, indent + 2);
            first = false;
        }
        out.append(']');
    }

    private static boolean startsLine(Object element) {
        return element instanceof Statement || element instanceof Declaration || element instanceof DeferredItem
                || element instanceof Specifiers.Member || element instanceof Specifiers.Enumerator
                || element instanceof Initializer.Item || element instanceof DeferredItem.ItemBranch;
    }

    private void printNode(NodeShape<?> shape, Object node, int indent) {
        out.append('(').append(shape.name());
        var values = shape.values(node);
        for (int i = 0; i < values.length; i++) {
            out.append(' ');
            printValue(shape.parts().get(i).type(), values[i], indent);
        }
        out.append(')');
    }
}
