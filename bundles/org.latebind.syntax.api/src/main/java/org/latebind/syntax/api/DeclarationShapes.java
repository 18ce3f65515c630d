package org.latebind.syntax.api;

import static org.latebind.syntax.api.ChoiceShapes.choice;
import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.SPAN;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.maybe;
import static org.latebind.syntax.api.PartType.node;
import static org.latebind.syntax.api.PartTypes.ATTRIBUTES;
import static org.latebind.syntax.api.PartTypes.DECLARATION;
import static org.latebind.syntax.api.PartTypes.DECLARATOR;
import static org.latebind.syntax.api.PartTypes.EXPRESSION;
import static org.latebind.syntax.api.PartTypes.INITIALIZER;
import static org.latebind.syntax.api.PartTypes.MAYBE_EXPRESSION;
import static org.latebind.syntax.api.PartTypes.SPECIFIERS;

import java.util.List;

/** The shapes of declarations. */
final class DeclarationShapes implements NodeFamily {
    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(
                shape(Declaration.Simple.class, "Simple", SPAN, part("specifiers", SPECIFIERS),
                        part("declarators", many(node(Declaration.InitDeclarator.class)))),
                shape(Declaration.Function.class, "Function", SPAN, part("specifiers", SPECIFIERS),
                        part("declarator", DECLARATOR), part("attributes", ATTRIBUTES),
                        part("parameterDeclarations", many(DECLARATION)), part("body", node(Statement.Block.class))),
                shape(Declaration.Assertion.class, "Assertion", SPAN, part("condition", EXPRESSION),
                        part("message", MAYBE_EXPRESSION)),
                shape(Declaration.FileAsm.class, "FileAsm", SPAN, part("text", EXPRESSION)),
                shape(Declaration.PragmaLine.class, "PragmaLine", SPAN, part("text", TEXT)),
                shape(Declaration.Empty.class, "Empty", SPAN),
                shape(Declaration.MacroUse.class, "MacroUse", SPAN, part("name", TEXT)),
                shape(Declaration.Undecided.class, "Undecided", part("choice", choice(Declaration.class))),
                shape(Declaration.InitDeclarator.class, "InitDeclarator", SPAN, part("declarator", DECLARATOR),
                        part("asmLabel", MAYBE_EXPRESSION), part("attributes", ATTRIBUTES),
                        part("initializer", maybe(INITIALIZER))));
    }

    @Override
    public Object[] values(Object node) {
        return switch (node) {
            case Declaration n -> declaration(n);
            case Declaration.InitDeclarator n -> parts(n.span(), n.declarator(), n.asmLabel(), n.attributes(),
                    n.initializer());
            default -> throw new IllegalArgumentException("not of these: " + node.getClass());
        };
    }

    private static Object[] declaration(Declaration node) {
        return switch (node) {
            case Declaration.Simple n -> parts(n.span(), n.specifiers(), n.declarators());
            case Declaration.Function n -> parts(n.span(), n.specifiers(), n.declarator(), n.attributes(),
                    n.parameterDeclarations(), n.body());
            case Declaration.Assertion n -> parts(n.span(), n.condition(), n.message());
            case Declaration.FileAsm n -> parts(n.span(), n.text());
            case Declaration.PragmaLine n -> parts(n.span(), n.text());
            case Declaration.Empty n -> parts(n.span());
            case Declaration.MacroUse n -> parts(n.span(), n.name());
            case Declaration.Undecided n -> parts(n.choice());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "Simple" -> new Declaration.Simple(v.next(), v.next(), v.next());
            case "Function" -> new Declaration.Function(v.next(), v.next(), v.next(), v.next(), v.next(), v.next());
            case "Assertion" -> new Declaration.Assertion(v.next(), v.next(), v.next());
            case "FileAsm" -> new Declaration.FileAsm(v.next(), v.next());
            case "PragmaLine" -> new Declaration.PragmaLine(v.next(), v.next());
            case "Empty" -> new Declaration.Empty(v.next());
            case "MacroUse" -> new Declaration.MacroUse(v.next(), v.next());
            case "Undecided" -> new Declaration.Undecided(v.next());
            case "InitDeclarator" -> new Declaration.InitDeclarator(v.next(), v.next(), v.next(), v.next(), v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
