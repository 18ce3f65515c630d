package org.latebind.syntax.api;

import static org.latebind.syntax.api.ChoiceShapes.choice;
import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.SPAN;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartTypes.ATTRIBUTES;
import static org.latebind.syntax.api.PartTypes.MAYBE_EXPRESSION;

import java.util.List;
import org.latebind.syntax.api.Specifiers.Enumerator;

/** The shapes of enumerators. */
final class EnumeratorShapes implements NodeFamily {
    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(
                shape(Enumerator.Constant.class, "Constant", SPAN, part("name", TEXT), part("attributes", ATTRIBUTES),
                        part("value", MAYBE_EXPRESSION)),
                shape(Enumerator.MacroUse.class, "MacroUse", SPAN, part("name", TEXT)),
                shape(Enumerator.Undecided.class, "Undecided", part("choice", choice(Enumerator.class))));
    }

    @Override
    public Object[] values(Object node) {
        return switch ((Enumerator) node) {
            case Enumerator.Constant n -> parts(n.span(), n.name(), n.attributes(), n.value());
            case Enumerator.MacroUse n -> parts(n.span(), n.name());
            case Enumerator.Undecided n -> parts(n.choice());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "Constant" -> new Enumerator.Constant(v.next(), v.next(), v.next(), v.next());
            case "MacroUse" -> new Enumerator.MacroUse(v.next(), v.next());
            case "Undecided" -> new Enumerator.Undecided(v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
