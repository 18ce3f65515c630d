package org.latebind.syntax.api;

import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.SPAN;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.maybe;
import static org.latebind.syntax.api.PartTypes.EXPRESSIONS;
import static org.latebind.syntax.api.PartTypes.MAYBE_EXPRESSION;
import static org.latebind.syntax.api.PartTypes.TYPE_NAME;

import java.util.List;

/** The shapes of attributes. */
final class AttributeShapes implements NodeFamily {
    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(
                shape(Attribute.Named.class, "Named", SPAN, part("name", TEXT), part("arguments", EXPRESSIONS),
                        part("type", maybe(TYPE_NAME))),
                shape(Attribute.AlignAs.class, "AlignAs", SPAN, part("alignment", MAYBE_EXPRESSION),
                        part("type", maybe(TYPE_NAME))),
                shape(Attribute.AddressSpace.class, "AddressSpace", SPAN, part("name", TEXT)),
                shape(Attribute.MacroUse.class, "MacroUse", SPAN, part("name", TEXT)));
    }

    @Override
    public Object[] values(Object node) {
        return switch ((Attribute) node) {
            case Attribute.Named n -> parts(n.span(), n.name(), n.arguments(), n.type());
            case Attribute.AlignAs n -> parts(n.span(), n.alignment(), n.type());
            case Attribute.AddressSpace n -> parts(n.span(), n.name());
            case Attribute.MacroUse n -> parts(n.span(), n.name());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "Named" -> new Attribute.Named(v.next(), v.next(), v.next(), v.next());
            case "AlignAs" -> new Attribute.AlignAs(v.next(), v.next(), v.next());
            case "AddressSpace" -> new Attribute.AddressSpace(v.next(), v.next());
            case "MacroUse" -> new Attribute.MacroUse(v.next(), v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
