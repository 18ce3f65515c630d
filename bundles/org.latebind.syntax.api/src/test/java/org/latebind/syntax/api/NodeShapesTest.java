package org.latebind.syntax.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** The table of shapes says of each record what the record says of itself. */
class NodeShapesTest {
    private int made;

    @Test
    void everyNodeHasAShapeAndEveryShapeANode() {
        var records = new HashSet<Class<?>>();
        collect(DeferredItem.class, records);
        records.removeAll(Set.of(Span.class, Choice.class, Choice.Branch.class));
        var shapes = NodeShapes.all().stream().map(NodeShape::type).collect(Collectors.toSet());
        assertEquals(records, shapes);
        assertEquals(shapes.size(), NodeShapes.all().size(), "two shapes of one node");
    }

    private static void collect(Type type, Set<Class<?>> into) {
        switch (type) {
            case ParameterizedType generic -> {
                collect(generic.getRawType(), into);
                Stream.of(generic.getActualTypeArguments()).forEach(argument -> collect(argument, into));
            }
            case Class<?> c when !c.getPackageName().equals(Span.class.getPackageName()) -> { }
            case Class<?> c when c.isSealed() -> Stream.of(c.getPermittedSubclasses()).forEach(sub -> collect(sub, into));
            case Class<?> c when c.isRecord() && into.add(c) ->
                    Stream.of(c.getRecordComponents()).forEach(component -> collect(component.getGenericType(), into));
            default -> { }
        }
    }

    @TestFactory
    Stream<DynamicTest> shapesAreThoseOfTheirRecords() {
        return allShapes().map(shape -> DynamicTest.dynamicTest(shape.type().getName(), () -> compare(shape)));
    }

    /** Those of choices are in the parts that have them. */
    private static Stream<NodeShape<?>> allShapes() {
        var choices = NodeShapes.all().stream()
                .flatMap(shape -> shape.parts().stream())
                .mapMulti((NodeShape.Part part, java.util.function.Consumer<NodeShape<?>> out) -> {
                    if (part.type() instanceof PartType.Shaped<?> shaped) {
                        shaped.shape().family().shapes().forEach(out);
                    }
                });
        return Stream.concat(NodeShapes.all().stream(), choices);
    }

    private void compare(NodeShape<?> shape) throws ReflectiveOperationException {
        var components = shape.type().getRecordComponents();
        assertEquals(shape.type().getSimpleName(), shape.name());
        assertEquals(Stream.of(components).map(RecordComponent::getName).toList(),
                shape.parts().stream().map(NodeShape.Part::name).toList());
        var given = shape.parts().stream().map(part -> sample(part.type())).toArray();
        var node = shape.make(given);
        var values = shape.values(node);
        for (int i = 0; i < components.length; i++) {
            assertEquals(given[i], components[i].getAccessor().invoke(node), "made: " + components[i]);
            assertEquals(given[i], values[i], "taken apart: " + components[i]);
            if (!isGeneric(components[i])) {
                assertEquals(text(components[i].getGenericType()), text(shape.parts().get(i).type()));
            }
        }
        assertEquals(node, shape.make(values));
    }

    private static boolean isGeneric(RecordComponent component) {
        return component.getDeclaringRecord().getTypeParameters().length > 0;
    }

    /** A value unlike those before. */
    @SuppressWarnings("unchecked")
    private <T> T sample(PartType<T> type) {
        made++;
        return (T) switch (type) {
            case PartType.Place p -> new Span(Position.NONE, made, made + 1);
            case PartType.FileToken t ->
                    new Token(TokenKind.STRING, "\"" + made + "\"", SourceFile.BUILT_IN, 1, made, 0, Expansion.NONE);
            case PartType.Text t -> "text " + made;
            case PartType.Truth t -> made % 2 == 0;
            case PartType.Constant<?> c -> c.type().getEnumConstants()[made % c.type().getEnumConstants().length];
            case PartType.Constants<?> c -> set(c.type());
            case PartType.Maybe<?> maybe -> Optional.of(sample(maybe.type()));
            case PartType.Many<?> many -> List.of(sample(many.element()));
            case PartType.Nodes<?> nodes -> simplest(nodes.type());
            case PartType.Shaped<?> shaped -> make(shaped.shape());
        };
    }

    private <E extends Enum<E>> Set<E> set(Class<E> type) {
        return EnumSet.of(type.getEnumConstants()[made % type.getEnumConstants().length]);
    }

    private Object make(NodeShape<?> shape) {
        return shape.make(shape.parts().stream().map(part -> part.type() instanceof PartType.Many<?> many
                && many.element() != PartType.FILE_TOKEN ? List.of() : sample(part.type())).toArray());
    }

    /** A node of the kind with the fewest nodes in it. */
    private Object simplest(Class<?> type) {
        var shapes = new ArrayList<>(NodeShapes.all());
        shapes.removeIf(shape -> !type.isAssignableFrom(shape.type()));
        shapes.sort((a, b) -> Long.compare(nodes(a), nodes(b)));
        return make(shapes.getFirst());
    }

    private static long nodes(NodeShape<?> shape) {
        return shape.parts().stream().filter(part -> part.type().holdsNodes()).count();
    }

    /** A part's type as its component would declare it. */
    private static String text(PartType<?> type) {
        return switch (type) {
            case PartType.Place p -> text(Span.class);
            case PartType.FileToken t -> text(Token.class);
            case PartType.Text t -> text(String.class);
            case PartType.Truth t -> text(boolean.class);
            case PartType.Constant<?> c -> text(c.type());
            case PartType.Constants<?> c -> "java.util.Set<" + text(c.type()) + ">";
            case PartType.Maybe<?> maybe -> "java.util.Optional<" + text(maybe.type()) + ">";
            case PartType.Many<?> many -> "java.util.List<" + text(many.element()) + ">";
            case PartType.Nodes<?> nodes -> text(nodes.type());
            case PartType.Shaped<?> shaped -> {
                assertSame(Choice.class, shaped.shape().type());
                var branches = (PartType.Shaped<?>) ((PartType.Many<?>) shaped.shape().parts().get(1).type()).element();
                var elements = (PartType.Many<?>) branches.shape().parts().get(1).type();
                yield Choice.class.getName() + "<" + text(elements.element()) + ">";
            }
        };
    }

    private static String text(Type type) {
        return type.getTypeName();
    }
}
