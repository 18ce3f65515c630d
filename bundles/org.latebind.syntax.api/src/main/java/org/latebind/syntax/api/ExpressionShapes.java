package org.latebind.syntax.api;

import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.SPAN;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.FILE_TOKEN;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.TRUTH;
import static org.latebind.syntax.api.PartType.constant;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.maybe;
import static org.latebind.syntax.api.PartType.node;
import static org.latebind.syntax.api.PartTypes.ATTRIBUTE;
import static org.latebind.syntax.api.PartTypes.DESIGNATORS;
import static org.latebind.syntax.api.PartTypes.EXPRESSION;
import static org.latebind.syntax.api.PartTypes.EXPRESSIONS;
import static org.latebind.syntax.api.PartTypes.MAYBE_EXPRESSION;
import static org.latebind.syntax.api.PartTypes.TYPE_NAME;

import java.util.List;

/** The shapes of expressions. */
final class ExpressionShapes implements NodeFamily {
    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(
                shape(Expression.Name.class, "Name", SPAN, part("name", TEXT)),
                shape(Expression.Number.class, "Number", SPAN, part("spelling", TEXT)),
                shape(Expression.Character.class, "Character", SPAN, part("spelling", TEXT)),
                shape(Expression.Text.class, "Text", SPAN, part("pieces", many(FILE_TOKEN))),
                shape(Expression.Parenthesized.class, "Parenthesized", SPAN, part("inner", EXPRESSION)),
                shape(Expression.Index.class, "Index", SPAN, part("base", EXPRESSION), part("index", EXPRESSION)),
                shape(Expression.Call.class, "Call", SPAN, part("callee", EXPRESSION),
                        part("arguments", EXPRESSIONS)),
                shape(Expression.Member.class, "Member", SPAN, part("base", EXPRESSION), part("arrow", TRUTH),
                        part("name", TEXT)),
                shape(Expression.Unary.class, "Unary", SPAN,
                        part("operator", constant(Expression.UnaryOperator.class)), part("operand", EXPRESSION)),
                shape(Expression.Binary.class, "Binary", SPAN,
                        part("operator", constant(Expression.BinaryOperator.class)), part("left", EXPRESSION),
                        part("right", EXPRESSION)),
                shape(Expression.Assign.class, "Assign", SPAN,
                        part("operator", maybe(constant(Expression.BinaryOperator.class))),
                        part("target", EXPRESSION), part("value", EXPRESSION)),
                shape(Expression.Conditional.class, "Conditional", SPAN, part("condition", EXPRESSION),
                        part("then", MAYBE_EXPRESSION), part("otherwise", EXPRESSION)),
                shape(Expression.Comma.class, "Comma", SPAN, part("left", EXPRESSION), part("right", EXPRESSION)),
                shape(Expression.Cast.class, "Cast", SPAN, part("type", TYPE_NAME), part("operand", EXPRESSION)),
                shape(Expression.CompoundLiteral.class, "CompoundLiteral", SPAN, part("type", TYPE_NAME),
                        part("value", node(Initializer.Braced.class))),
                shape(Expression.SizeofExpression.class, "SizeofExpression", SPAN, part("operand", EXPRESSION)),
                shape(Expression.SizeofType.class, "SizeofType", SPAN, part("type", TYPE_NAME)),
                shape(Expression.AlignofExpression.class, "AlignofExpression", SPAN, part("operand", EXPRESSION),
                        part("preferred", TRUTH)),
                shape(Expression.AlignofType.class, "AlignofType", SPAN, part("type", TYPE_NAME),
                        part("preferred", TRUTH)),
                shape(Expression.Generic.class, "Generic", SPAN, part("control", EXPRESSION),
                        part("associations", many(node(Expression.Association.class)))),
                shape(Expression.StatementExpression.class, "StatementExpression", SPAN,
                        part("block", node(Statement.Block.class))),
                shape(Expression.LabelAddress.class, "LabelAddress", SPAN, part("label", TEXT)),
                shape(Expression.Offsetof.class, "Offsetof", SPAN, part("type", TYPE_NAME),
                        part("path", DESIGNATORS)),
                shape(Expression.VaArg.class, "VaArg", SPAN, part("list", EXPRESSION), part("type", TYPE_NAME)),
                shape(Expression.TypesCompatible.class, "TypesCompatible", SPAN, part("left", TYPE_NAME),
                        part("right", TYPE_NAME)),
                shape(Expression.ChooseExpression.class, "ChooseExpression", SPAN, part("condition", EXPRESSION),
                        part("then", EXPRESSION), part("otherwise", EXPRESSION)),
                shape(Expression.HasAttributeExpression.class, "HasAttributeExpression", SPAN,
                        part("operand", EXPRESSION), part("attribute", ATTRIBUTE)),
                shape(Expression.HasAttributeType.class, "HasAttributeType", SPAN, part("type", TYPE_NAME),
                        part("attribute", ATTRIBUTE)),
                shape(Expression.MacroUse.class, "MacroUse", SPAN, part("name", TEXT)),
                shape(Expression.MixedText.class, "MixedText", SPAN, part("pieces", many(FILE_TOKEN))),
                shape(Expression.Association.class, "Association", part("type", maybe(TYPE_NAME)),
                        part("value", EXPRESSION)));
    }

    @Override
    public Object[] values(Object node) {
        return switch (node) {
            case Expression n -> expression(n);
            case Expression.Association n -> parts(n.type(), n.value());
            default -> throw new IllegalArgumentException("not of these: " + node.getClass());
        };
    }

    private static Object[] expression(Expression node) {
        return switch (node) {
            case Expression.Name n -> parts(n.span(), n.name());
            case Expression.Number n -> parts(n.span(), n.spelling());
            case Expression.Character n -> parts(n.span(), n.spelling());
            case Expression.Text n -> parts(n.span(), n.pieces());
            case Expression.Parenthesized n -> parts(n.span(), n.inner());
            case Expression.Index n -> parts(n.span(), n.base(), n.index());
            case Expression.Call n -> parts(n.span(), n.callee(), n.arguments());
            case Expression.Member n -> parts(n.span(), n.base(), n.arrow(), n.name());
            case Expression.Unary n -> parts(n.span(), n.operator(), n.operand());
            case Expression.Binary n -> parts(n.span(), n.operator(), n.left(), n.right());
            case Expression.Assign n -> parts(n.span(), n.operator(), n.target(), n.value());
            case Expression.Conditional n -> parts(n.span(), n.condition(), n.then(), n.otherwise());
            case Expression.Comma n -> parts(n.span(), n.left(), n.right());
            case Expression.Cast n -> parts(n.span(), n.type(), n.operand());
            case Expression.CompoundLiteral n -> parts(n.span(), n.type(), n.value());
            case Expression.SizeofExpression n -> parts(n.span(), n.operand());
            case Expression.SizeofType n -> parts(n.span(), n.type());
            case Expression.AlignofExpression n -> parts(n.span(), n.operand(), n.preferred());
            case Expression.AlignofType n -> parts(n.span(), n.type(), n.preferred());
            case Expression.Generic n -> parts(n.span(), n.control(), n.associations());
            case Expression.StatementExpression n -> parts(n.span(), n.block());
            case Expression.LabelAddress n -> parts(n.span(), n.label());
            case Expression.Offsetof n -> parts(n.span(), n.type(), n.path());
            case Expression.VaArg n -> parts(n.span(), n.list(), n.type());
            case Expression.TypesCompatible n -> parts(n.span(), n.left(), n.right());
            case Expression.ChooseExpression n -> parts(n.span(), n.condition(), n.then(), n.otherwise());
            case Expression.HasAttributeExpression n -> parts(n.span(), n.operand(), n.attribute());
            case Expression.HasAttributeType n -> parts(n.span(), n.type(), n.attribute());
            case Expression.MacroUse n -> parts(n.span(), n.name());
            case Expression.MixedText n -> parts(n.span(), n.pieces());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "Name" -> new Expression.Name(v.next(), v.next());
            case "Number" -> new Expression.Number(v.next(), v.next());
            case "Character" -> new Expression.Character(v.next(), v.next());
            case "Text" -> new Expression.Text(v.next(), v.next());
            case "Parenthesized" -> new Expression.Parenthesized(v.next(), v.next());
            case "Index" -> new Expression.Index(v.next(), v.next(), v.next());
            case "Call" -> new Expression.Call(v.next(), v.next(), v.next());
            case "Member" -> new Expression.Member(v.next(), v.next(), v.next(), v.next());
            case "Unary" -> new Expression.Unary(v.next(), v.next(), v.next());
            case "Binary" -> new Expression.Binary(v.next(), v.next(), v.next(), v.next());
            case "Assign" -> new Expression.Assign(v.next(), v.next(), v.next(), v.next());
            case "Conditional" -> new Expression.Conditional(v.next(), v.next(), v.next(), v.next());
            case "Comma" -> new Expression.Comma(v.next(), v.next(), v.next());
            case "Cast" -> new Expression.Cast(v.next(), v.next(), v.next());
            case "CompoundLiteral" -> new Expression.CompoundLiteral(v.next(), v.next(), v.next());
            case "SizeofExpression" -> new Expression.SizeofExpression(v.next(), v.next());
            case "SizeofType" -> new Expression.SizeofType(v.next(), v.next());
            case "AlignofExpression" -> new Expression.AlignofExpression(v.next(), v.next(), v.next());
            case "AlignofType" -> new Expression.AlignofType(v.next(), v.next(), v.next());
            case "Generic" -> new Expression.Generic(v.next(), v.next(), v.next());
            case "StatementExpression" -> new Expression.StatementExpression(v.next(), v.next());
            case "LabelAddress" -> new Expression.LabelAddress(v.next(), v.next());
            case "Offsetof" -> new Expression.Offsetof(v.next(), v.next(), v.next());
            case "VaArg" -> new Expression.VaArg(v.next(), v.next(), v.next());
            case "TypesCompatible" -> new Expression.TypesCompatible(v.next(), v.next(), v.next());
            case "ChooseExpression" -> new Expression.ChooseExpression(v.next(), v.next(), v.next(), v.next());
            case "HasAttributeExpression" -> new Expression.HasAttributeExpression(v.next(), v.next(), v.next());
            case "HasAttributeType" -> new Expression.HasAttributeType(v.next(), v.next(), v.next());
            case "MacroUse" -> new Expression.MacroUse(v.next(), v.next());
            case "MixedText" -> new Expression.MixedText(v.next(), v.next());
            case "Association" -> new Expression.Association(v.next(), v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
