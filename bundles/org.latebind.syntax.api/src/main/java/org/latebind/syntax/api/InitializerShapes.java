package org.latebind.syntax.api;

import static org.latebind.syntax.api.ChoiceShapes.choice;
import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.SPAN;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.node;
import static org.latebind.syntax.api.PartTypes.DESIGNATORS;
import static org.latebind.syntax.api.PartTypes.EXPRESSION;
import static org.latebind.syntax.api.PartTypes.INITIALIZER;

import java.util.List;
import org.latebind.syntax.api.Initializer.Designator;
import org.latebind.syntax.api.Initializer.Item;

/** The shapes of initializers. */
final class InitializerShapes implements NodeFamily {
    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(
                shape(Initializer.Single.class, "Single", SPAN, part("value", EXPRESSION)),
                shape(Initializer.Braced.class, "Braced", SPAN, part("items", many(node(Item.class)))),
                shape(Item.Element.class, "Element", SPAN, part("designators", DESIGNATORS),
                        part("value", INITIALIZER)),
                shape(Item.MacroUse.class, "MacroUse", SPAN, part("name", TEXT)),
                shape(Item.Undecided.class, "Undecided", part("choice", choice(Item.class))),
                shape(Designator.Field.class, "Field", SPAN, part("name", TEXT)),
                shape(Designator.Index.class, "Index", SPAN, part("index", EXPRESSION)),
                shape(Designator.Range.class, "Range", SPAN, part("low", EXPRESSION), part("high", EXPRESSION)));
    }

    @Override
    public Object[] values(Object node) {
        return switch (node) {
            case Initializer n -> initializer(n);
            case Item n -> item(n);
            case Designator n -> designator(n);
            default -> throw new IllegalArgumentException("not of these: " + node.getClass());
        };
    }

    private static Object[] initializer(Initializer node) {
        return switch (node) {
            case Initializer.Single n -> parts(n.span(), n.value());
            case Initializer.Braced n -> parts(n.span(), n.items());
        };
    }

    private static Object[] item(Item node) {
        return switch (node) {
            case Item.Element n -> parts(n.span(), n.designators(), n.value());
            case Item.MacroUse n -> parts(n.span(), n.name());
            case Item.Undecided n -> parts(n.choice());
        };
    }

    private static Object[] designator(Designator node) {
        return switch (node) {
            case Designator.Field n -> parts(n.span(), n.name());
            case Designator.Index n -> parts(n.span(), n.index());
            case Designator.Range n -> parts(n.span(), n.low(), n.high());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "Single" -> new Initializer.Single(v.next(), v.next());
            case "Braced" -> new Initializer.Braced(v.next(), v.next());
            case "Element" -> new Item.Element(v.next(), v.next(), v.next());
            case "MacroUse" -> new Item.MacroUse(v.next(), v.next());
            case "Undecided" -> new Item.Undecided(v.next());
            case "Field" -> new Designator.Field(v.next(), v.next());
            case "Index" -> new Designator.Index(v.next(), v.next());
            case "Range" -> new Designator.Range(v.next(), v.next(), v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
