package org.latebind.ir;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.Initializer;
import org.latebind.syntax.api.Span;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Statement;
import org.latebind.token.api.Token;

/**
 * Prints trees of records.
 *
 * <pre>
 * record            (SimpleName component ...)
 * Span              first:end@line:column
 * Token             #index in the file
 * Optional          - or the value
 * List, Set         [element ...], {CONSTANT ...}
 * text, number, enum constant, truth
 * </pre>
 */
final class RecordPrinter {
    private final StringBuilder out;
    private final Map<Token, Integer> tokenIndex = new IdentityHashMap<>();

    RecordPrinter(StringBuilder out, List<Token> tokens) {
        this.out = out;
        for (int i = 0; i < tokens.size(); i++) {
            tokenIndex.put(tokens.get(i), i);
        }
    }

    void print(Object value, int indent) {
        switch (value) {
            case Span span -> printSpan(span);
            case Token token -> out.append('#').append(tokenIndex.get(token));
            case Record node -> printRecord(node, indent);
            case Optional<?> optional -> optional.ifPresentOrElse(v -> print(v, indent), () -> out.append('-'));
            case Set<?> set -> printElements(set.stream().sorted().toList(), '{', '}', indent);
            case List<?> list -> printElements(list, '[', ']', indent);
            case String text -> out.append(Quoting.quote(text));
            case Enum<?> constant -> out.append(constant.name());
            case Boolean truth -> out.append(truth);
            case Integer number -> out.append(number);
            default -> throw new IllegalArgumentException("no text form for " + value.getClass());
        }
    }

    private void printSpan(Span span) {
        out.append(span.first()).append(':').append(span.end())
                .append('@').append(span.at().line()).append(':').append(span.at().column());
    }

    private void printElements(Collection<?> elements, char open, char close, int indent) {
        out.append(open);
        boolean first = true;
        for (var element : elements) {
            if (startsLine(element)) {
                out.append('\n').append(" ".repeat(indent + 2));
            } else if (!first) {
                out.append(' ');
            }
            print(element, indent + 2);
            first = false;
        }
        out.append(close);
    }

    private static boolean startsLine(Object element) {
        return element instanceof Statement || element instanceof Declaration || element instanceof DeferredItem
                || element instanceof Specifiers.Member || element instanceof Specifiers.Enumerator
                || element instanceof Initializer.Item || element instanceof DeferredItem.ItemBranch;
    }

    private void printRecord(Record node, int indent) {
        out.append('(').append(node.getClass().getSimpleName());
        for (var component : node.getClass().getRecordComponents()) {
            out.append(' ');
            print(valueOf(component, node), indent);
        }
        out.append(')');
    }

    private static Object valueOf(RecordComponent component, Record node) {
        try {
            return component.getAccessor().invoke(node);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
