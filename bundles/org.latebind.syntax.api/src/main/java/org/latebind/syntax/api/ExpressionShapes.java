package org.latebind.syntax.api;

import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.NodeShape.shape;
import static org.latebind.syntax.api.NodeShape.span;
import static org.latebind.syntax.api.PartType.FILE_TOKEN;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.TRUTH;
import static org.latebind.syntax.api.PartType.constant;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.maybe;
import static org.latebind.syntax.api.PartType.node;
import static org.latebind.syntax.api.PartTypes.ATTRIBUTE;
import static org.latebind.syntax.api.PartTypes.BLOCK;
import static org.latebind.syntax.api.PartTypes.DESIGNATORS;
import static org.latebind.syntax.api.PartTypes.EXPRESSION;
import static org.latebind.syntax.api.PartTypes.EXPRESSIONS;
import static org.latebind.syntax.api.PartTypes.MAYBE_EXPRESSION;
import static org.latebind.syntax.api.PartTypes.TYPE_NAME;

import java.util.List;

/** The shapes of expressions. */
final class ExpressionShapes {
    static final List<NodeShape<?>> ALL = List.of(
            shape(Expression.Name.class, "Name", span(Expression.Name::span),
                    part("name", TEXT, Expression.Name::name), Expression.Name::new),
            shape(Expression.Number.class, "Number", span(Expression.Number::span),
                    part("spelling", TEXT, Expression.Number::spelling), Expression.Number::new),
            shape(Expression.Character.class, "Character", span(Expression.Character::span),
                    part("spelling", TEXT, Expression.Character::spelling), Expression.Character::new),
            shape(Expression.Text.class, "Text", span(Expression.Text::span),
                    part("pieces", many(FILE_TOKEN), Expression.Text::pieces), Expression.Text::new),
            shape(Expression.Parenthesized.class, "Parenthesized", span(Expression.Parenthesized::span),
                    part("inner", EXPRESSION, Expression.Parenthesized::inner), Expression.Parenthesized::new),
            shape(Expression.Index.class, "Index", span(Expression.Index::span),
                    part("base", EXPRESSION, Expression.Index::base),
                    part("index", EXPRESSION, Expression.Index::index), Expression.Index::new),
            shape(Expression.Call.class, "Call", span(Expression.Call::span),
                    part("callee", EXPRESSION, Expression.Call::callee),
                    part("arguments", EXPRESSIONS, Expression.Call::arguments), Expression.Call::new),
            shape(Expression.Member.class, "Member", span(Expression.Member::span),
                    part("base", EXPRESSION, Expression.Member::base), part("arrow", TRUTH, Expression.Member::arrow),
                    part("name", TEXT, Expression.Member::name), Expression.Member::new),
            shape(Expression.Unary.class, "Unary", span(Expression.Unary::span),
                    part("operator", constant(Expression.UnaryOperator.class), Expression.Unary::operator),
                    part("operand", EXPRESSION, Expression.Unary::operand), Expression.Unary::new),
            shape(Expression.Binary.class, "Binary", span(Expression.Binary::span),
                    part("operator", constant(Expression.BinaryOperator.class), Expression.Binary::operator),
                    part("left", EXPRESSION, Expression.Binary::left),
                    part("right", EXPRESSION, Expression.Binary::right), Expression.Binary::new),
            shape(Expression.Assign.class, "Assign", span(Expression.Assign::span),
                    part("operator", maybe(constant(Expression.BinaryOperator.class)), Expression.Assign::operator),
                    part("target", EXPRESSION, Expression.Assign::target),
                    part("value", EXPRESSION, Expression.Assign::value), Expression.Assign::new),
            shape(Expression.Conditional.class, "Conditional", span(Expression.Conditional::span),
                    part("condition", EXPRESSION, Expression.Conditional::condition),
                    part("then", MAYBE_EXPRESSION, Expression.Conditional::then),
                    part("otherwise", EXPRESSION, Expression.Conditional::otherwise), Expression.Conditional::new),
            shape(Expression.Comma.class, "Comma", span(Expression.Comma::span),
                    part("left", EXPRESSION, Expression.Comma::left),
                    part("right", EXPRESSION, Expression.Comma::right), Expression.Comma::new),
            shape(Expression.Cast.class, "Cast", span(Expression.Cast::span),
                    part("type", TYPE_NAME, Expression.Cast::type),
                    part("operand", EXPRESSION, Expression.Cast::operand), Expression.Cast::new),
            shape(Expression.CompoundLiteral.class, "CompoundLiteral", span(Expression.CompoundLiteral::span),
                    part("type", TYPE_NAME, Expression.CompoundLiteral::type),
                    part("value", node(Initializer.Braced.class), Expression.CompoundLiteral::value),
                    Expression.CompoundLiteral::new),
            shape(Expression.SizeofExpression.class, "SizeofExpression", span(Expression.SizeofExpression::span),
                    part("operand", EXPRESSION, Expression.SizeofExpression::operand),
                    Expression.SizeofExpression::new),
            shape(Expression.SizeofType.class, "SizeofType", span(Expression.SizeofType::span),
                    part("type", TYPE_NAME, Expression.SizeofType::type), Expression.SizeofType::new),
            shape(Expression.AlignofExpression.class, "AlignofExpression", span(Expression.AlignofExpression::span),
                    part("operand", EXPRESSION, Expression.AlignofExpression::operand),
                    part("preferred", TRUTH, Expression.AlignofExpression::preferred),
                    Expression.AlignofExpression::new),
            shape(Expression.AlignofType.class, "AlignofType", span(Expression.AlignofType::span),
                    part("type", TYPE_NAME, Expression.AlignofType::type),
                    part("preferred", TRUTH, Expression.AlignofType::preferred), Expression.AlignofType::new),
            shape(Expression.Generic.class, "Generic", span(Expression.Generic::span),
                    part("control", EXPRESSION, Expression.Generic::control),
                    part("associations", many(node(Expression.Association.class)), Expression.Generic::associations),
                    Expression.Generic::new),
            shape(Expression.StatementExpression.class, "StatementExpression",
                    span(Expression.StatementExpression::span),
                    part("block", BLOCK, Expression.StatementExpression::block), Expression.StatementExpression::new),
            shape(Expression.LabelAddress.class, "LabelAddress", span(Expression.LabelAddress::span),
                    part("label", TEXT, Expression.LabelAddress::label), Expression.LabelAddress::new),
            shape(Expression.Offsetof.class, "Offsetof", span(Expression.Offsetof::span),
                    part("type", TYPE_NAME, Expression.Offsetof::type),
                    part("path", DESIGNATORS, Expression.Offsetof::path), Expression.Offsetof::new),
            shape(Expression.VaArg.class, "VaArg", span(Expression.VaArg::span),
                    part("list", EXPRESSION, Expression.VaArg::list), part("type", TYPE_NAME, Expression.VaArg::type),
                    Expression.VaArg::new),
            shape(Expression.TypesCompatible.class, "TypesCompatible", span(Expression.TypesCompatible::span),
                    part("left", TYPE_NAME, Expression.TypesCompatible::left),
                    part("right", TYPE_NAME, Expression.TypesCompatible::right), Expression.TypesCompatible::new),
            shape(Expression.ChooseExpression.class, "ChooseExpression", span(Expression.ChooseExpression::span),
                    part("condition", EXPRESSION, Expression.ChooseExpression::condition),
                    part("then", EXPRESSION, Expression.ChooseExpression::then),
                    part("otherwise", EXPRESSION, Expression.ChooseExpression::otherwise),
                    Expression.ChooseExpression::new),
            shape(Expression.HasAttributeExpression.class, "HasAttributeExpression",
                    span(Expression.HasAttributeExpression::span),
                    part("operand", EXPRESSION, Expression.HasAttributeExpression::operand),
                    part("attribute", ATTRIBUTE, Expression.HasAttributeExpression::attribute),
                    Expression.HasAttributeExpression::new),
            shape(Expression.HasAttributeType.class, "HasAttributeType", span(Expression.HasAttributeType::span),
                    part("type", TYPE_NAME, Expression.HasAttributeType::type),
                    part("attribute", ATTRIBUTE, Expression.HasAttributeType::attribute),
                    Expression.HasAttributeType::new),
            shape(Expression.MacroUse.class, "MacroUse", span(Expression.MacroUse::span),
                    part("name", TEXT, Expression.MacroUse::name), Expression.MacroUse::new),
            shape(Expression.MixedText.class, "MixedText", span(Expression.MixedText::span),
                    part("pieces", many(FILE_TOKEN), Expression.MixedText::pieces), Expression.MixedText::new),
            shape(Expression.Association.class, "Association",
                    part("type", maybe(TYPE_NAME), Expression.Association::type),
                    part("value", EXPRESSION, Expression.Association::value), Expression.Association::new));

    private ExpressionShapes() {}
}
