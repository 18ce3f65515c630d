package org.latebind.syntax.api;

import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.SPAN;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.TRUTH;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.node;
import static org.latebind.syntax.api.PartTypes.ATTRIBUTES;
import static org.latebind.syntax.api.PartTypes.DECLARATOR;
import static org.latebind.syntax.api.PartTypes.MAYBE_EXPRESSION;
import static org.latebind.syntax.api.PartTypes.MAYBE_TEXT;
import static org.latebind.syntax.api.PartTypes.QUALIFIERS;
import static org.latebind.syntax.api.PartTypes.SPECIFIERS;
import static org.latebind.syntax.api.PartTypes.TEXTS;

import java.util.List;

/** The shapes of declarators, parameters and type names. */
final class DeclaratorShapes implements NodeFamily {
    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(
                shape(Declarator.Identifier.class, "Identifier", SPAN, part("name", MAYBE_TEXT)),
                shape(Declarator.Pointer.class, "Pointer", SPAN, part("qualifiers", QUALIFIERS),
                        part("attributes", ATTRIBUTES), part("inner", DECLARATOR)),
                shape(Declarator.Array.class, "Array", SPAN, part("inner", DECLARATOR),
                        part("size", MAYBE_EXPRESSION), part("star", TRUTH), part("isStatic", TRUTH),
                        part("qualifiers", QUALIFIERS)),
                shape(Declarator.Function.class, "Function", SPAN, part("inner", DECLARATOR),
                        part("prototype", TRUTH), part("parameters", many(node(Declarator.Parameter.class))),
                        part("variadic", TRUTH), part("identifiers", TEXTS)),
                shape(Declarator.Attributed.class, "Attributed", SPAN, part("attributes", ATTRIBUTES),
                        part("inner", DECLARATOR)),
                shape(Declarator.Parameter.class, "Parameter", SPAN, part("specifiers", SPECIFIERS),
                        part("declarator", DECLARATOR), part("attributes", ATTRIBUTES)),
                shape(TypeName.class, "TypeName", SPAN, part("specifiers", SPECIFIERS),
                        part("declarator", DECLARATOR)));
    }

    @Override
    public Object[] values(Object node) {
        return switch (node) {
            case Declarator n -> declarator(n);
            case Declarator.Parameter n -> parts(n.span(), n.specifiers(), n.declarator(), n.attributes());
            case TypeName n -> parts(n.span(), n.specifiers(), n.declarator());
            default -> throw new IllegalArgumentException("not of these: " + node.getClass());
        };
    }

    private static Object[] declarator(Declarator node) {
        return switch (node) {
            case Declarator.Identifier n -> parts(n.span(), n.name());
            case Declarator.Pointer n -> parts(n.span(), n.qualifiers(), n.attributes(), n.inner());
            case Declarator.Array n -> parts(n.span(), n.inner(), n.size(), n.star(), n.isStatic(), n.qualifiers());
            case Declarator.Function n -> parts(n.span(), n.inner(), n.prototype(), n.parameters(), n.variadic(),
                    n.identifiers());
            case Declarator.Attributed n -> parts(n.span(), n.attributes(), n.inner());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "Identifier" -> new Declarator.Identifier(v.next(), v.next());
            case "Pointer" -> new Declarator.Pointer(v.next(), v.next(), v.next(), v.next());
            case "Array" -> new Declarator.Array(v.next(), v.next(), v.next(), v.next(), v.next(), v.next());
            case "Function" -> new Declarator.Function(v.next(), v.next(), v.next(), v.next(), v.next(), v.next());
            case "Attributed" -> new Declarator.Attributed(v.next(), v.next(), v.next());
            case "Parameter" -> new Declarator.Parameter(v.next(), v.next(), v.next(), v.next());
            case "TypeName" -> new TypeName(v.next(), v.next(), v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
