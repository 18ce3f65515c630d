package org.latebind.syntax.api;

import static org.latebind.syntax.api.ChoiceShapes.choice;
import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.SPAN;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.node;
import static org.latebind.syntax.api.PartTypes.ATTRIBUTES;
import static org.latebind.syntax.api.PartTypes.DECLARATOR;
import static org.latebind.syntax.api.PartTypes.EXPRESSION;
import static org.latebind.syntax.api.PartTypes.MAYBE_EXPRESSION;
import static org.latebind.syntax.api.PartTypes.SPECIFIERS;

import java.util.List;
import org.latebind.syntax.api.Specifiers.Member;

/** The shapes of members of structs and unions. */
final class MemberShapes implements NodeFamily {
    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(
                shape(Member.Fields.class, "Fields", SPAN, part("specifiers", SPECIFIERS),
                        part("fields", many(node(Specifiers.Field.class)))),
                shape(Member.Assertion.class, "Assertion", SPAN, part("condition", EXPRESSION),
                        part("message", MAYBE_EXPRESSION)),
                shape(Member.PragmaLine.class, "PragmaLine", SPAN, part("text", TEXT)),
                shape(Member.MacroUse.class, "MacroUse", SPAN, part("name", TEXT)),
                shape(Member.Undecided.class, "Undecided", part("choice", choice(Member.class))),
                shape(Specifiers.Field.class, "Field", SPAN, part("declarator", DECLARATOR),
                        part("width", MAYBE_EXPRESSION), part("attributes", ATTRIBUTES)));
    }

    @Override
    public Object[] values(Object node) {
        return switch (node) {
            case Member n -> member(n);
            case Specifiers.Field n -> parts(n.span(), n.declarator(), n.width(), n.attributes());
            default -> throw new IllegalArgumentException("not of these: " + node.getClass());
        };
    }

    private static Object[] member(Member node) {
        return switch (node) {
            case Member.Fields n -> parts(n.span(), n.specifiers(), n.fields());
            case Member.Assertion n -> parts(n.span(), n.condition(), n.message());
            case Member.PragmaLine n -> parts(n.span(), n.text());
            case Member.MacroUse n -> parts(n.span(), n.name());
            case Member.Undecided n -> parts(n.choice());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "Fields" -> new Member.Fields(v.next(), v.next(), v.next());
            case "Assertion" -> new Member.Assertion(v.next(), v.next(), v.next());
            case "PragmaLine" -> new Member.PragmaLine(v.next(), v.next());
            case "MacroUse" -> new Member.MacroUse(v.next(), v.next());
            case "Undecided" -> new Member.Undecided(v.next());
            case "Field" -> new Specifiers.Field(v.next(), v.next(), v.next(), v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
