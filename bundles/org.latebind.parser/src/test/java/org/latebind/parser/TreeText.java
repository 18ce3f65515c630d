package org.latebind.parser;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.DeferredItem.Form;
import org.latebind.syntax.api.Span;
import org.latebind.syntax.api.Statement;
import org.latebind.token.api.Token;

/** Trees as short text, without positions: {@code (Binary ADD (Name a) (Number 1))}. */
final class TreeText {
    private TreeText() {}

    static String of(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(TreeText::of).orElse("-");
            case Collection<?> elements -> elements.stream().map(TreeText::of).collect(Collectors.joining(" ", "[", "]"));
            case Token token -> token.text();
            case Record node -> "(" + node.getClass().getSimpleName() + components(node) + ")";
            default -> value.toString();
        };
    }

    private static String components(Record node) {
        var text = new StringBuilder();
        for (var component : node.getClass().getRecordComponents()) {
            try {
                var value = component.getAccessor().invoke(node);
                if (!(value instanceof Span)) {
                    text.append(node instanceof Statement.Block && value instanceof List<?> l && !l.isEmpty()
                            ? lines(l) : " " + of(value));
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return text.toString();
    }

    private static String lines(List<?> elements) {
        return elements.stream().map(e -> "\n" + of(e).indent(4).stripTrailing()).collect(Collectors.joining());
    }

    /** Items with their lines, nested in their conditionals. */
    static String ofItems(List<DeferredItem> items) {
        return items.stream().map(TreeText::ofItem).collect(Collectors.joining());
    }

    private static String ofItem(DeferredItem item) {
        var head = item.span().at().line() + " " + item.kind() + (item.defines().isEmpty() ? "" : " " + item.defines());
        return switch (item.form()) {
            case Form.Directive d -> head + "\n";
            case Form.TokensOnly(var reason) -> head + " tokens only: " + reason + "\n";
            case Form.Structured(var tree, var assumptions) -> head + "\n" + of(tree).indent(4)
                    + assumptions.stream().map(a -> "    assumes " + a.sort() + " " + a.name() + "\n")
                            .collect(Collectors.joining());
            case Form.Conditional(var branches) -> head + "\n" + branches.stream()
                    .map(b -> "  branch, line " + b.directive().at().line() + "\n" + ofItems(b.items()).indent(4))
                    .collect(Collectors.joining());
        };
    }
}
