package org.latebind.syntax.api;

import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.SPAN;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.TRUTH;
import static org.latebind.syntax.api.PartType.constants;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.maybe;
import static org.latebind.syntax.api.PartType.node;
import static org.latebind.syntax.api.PartTypes.ATTRIBUTES;
import static org.latebind.syntax.api.PartTypes.EXPRESSION;
import static org.latebind.syntax.api.PartTypes.MAYBE_TEXT;
import static org.latebind.syntax.api.PartTypes.QUALIFIERS;
import static org.latebind.syntax.api.PartTypes.TEXTS;
import static org.latebind.syntax.api.PartTypes.TYPE_NAME;

import java.util.List;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;

/** The shapes of specifiers and type specifiers. */
final class SpecifierShapes implements NodeFamily {
    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(
                shape(Specifiers.class, "Specifiers", SPAN, part("storage", constants(Specifiers.Storage.class)),
                        part("qualifiers", QUALIFIERS),
                        part("function", constants(Specifiers.FunctionSpecifier.class)),
                        part("type", node(TypeSpecifier.class)), part("attributes", ATTRIBUTES)),
                shape(TypeSpecifier.Basic.class, "Basic", SPAN, part("keywords", TEXTS)),
                shape(TypeSpecifier.Named.class, "Named", SPAN, part("name", TEXT)),
                shape(TypeSpecifier.Record.class, "Record", SPAN, part("union", TRUTH), part("tag", MAYBE_TEXT),
                        part("members", maybe(many(node(Specifiers.Member.class)))), part("attributes", ATTRIBUTES)),
                shape(TypeSpecifier.Enum.class, "Enum", SPAN, part("tag", MAYBE_TEXT),
                        part("enumerators", maybe(many(node(Specifiers.Enumerator.class)))),
                        part("underlying", maybe(TYPE_NAME)), part("attributes", ATTRIBUTES)),
                shape(TypeSpecifier.TypeofExpression.class, "TypeofExpression", SPAN, part("operand", EXPRESSION),
                        part("unqualified", TRUTH)),
                shape(TypeSpecifier.TypeofType.class, "TypeofType", SPAN, part("operand", TYPE_NAME),
                        part("unqualified", TRUTH)),
                shape(TypeSpecifier.Atomic.class, "Atomic", SPAN, part("operand", TYPE_NAME)),
                shape(TypeSpecifier.Auto.class, "Auto", SPAN),
                shape(TypeSpecifier.Missing.class, "Missing", SPAN),
                shape(TypeSpecifier.MacroUse.class, "MacroUse", SPAN, part("name", TEXT)));
    }

    @Override
    public Object[] values(Object node) {
        return switch (node) {
            case Specifiers n -> parts(n.span(), n.storage(), n.qualifiers(), n.function(), n.type(), n.attributes());
            case TypeSpecifier n -> typeSpecifier(n);
            default -> throw new IllegalArgumentException("not of these: " + node.getClass());
        };
    }

    private static Object[] typeSpecifier(TypeSpecifier node) {
        return switch (node) {
            case TypeSpecifier.Basic n -> parts(n.span(), n.keywords());
            case TypeSpecifier.Named n -> parts(n.span(), n.name());
            case TypeSpecifier.Record n -> parts(n.span(), n.union(), n.tag(), n.members(), n.attributes());
            case TypeSpecifier.Enum n -> parts(n.span(), n.tag(), n.enumerators(), n.underlying(), n.attributes());
            case TypeSpecifier.TypeofExpression n -> parts(n.span(), n.operand(), n.unqualified());
            case TypeSpecifier.TypeofType n -> parts(n.span(), n.operand(), n.unqualified());
            case TypeSpecifier.Atomic n -> parts(n.span(), n.operand());
            case TypeSpecifier.Auto n -> parts(n.span());
            case TypeSpecifier.Missing n -> parts(n.span());
            case TypeSpecifier.MacroUse n -> parts(n.span(), n.name());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "Specifiers" -> new Specifiers(v.next(), v.next(), v.next(), v.next(), v.next(), v.next());
            case "Basic" -> new TypeSpecifier.Basic(v.next(), v.next());
            case "Named" -> new TypeSpecifier.Named(v.next(), v.next());
            case "Record" -> new TypeSpecifier.Record(v.next(), v.next(), v.next(), v.next(), v.next());
            case "Enum" -> new TypeSpecifier.Enum(v.next(), v.next(), v.next(), v.next(), v.next());
            case "TypeofExpression" -> new TypeSpecifier.TypeofExpression(v.next(), v.next(), v.next());
            case "TypeofType" -> new TypeSpecifier.TypeofType(v.next(), v.next(), v.next());
            case "Atomic" -> new TypeSpecifier.Atomic(v.next(), v.next());
            case "Auto" -> new TypeSpecifier.Auto(v.next());
            case "Missing" -> new TypeSpecifier.Missing(v.next());
            case "MacroUse" -> new TypeSpecifier.MacroUse(v.next(), v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
