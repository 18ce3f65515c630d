package org.latebind.syntax.api;

import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.NodeShape.shape;
import static org.latebind.syntax.api.NodeShape.span;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.TRUTH;
import static org.latebind.syntax.api.PartType.constants;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.maybe;
import static org.latebind.syntax.api.PartType.node;
import static org.latebind.syntax.api.PartTypes.ATTRIBUTES;
import static org.latebind.syntax.api.PartTypes.DECLARATOR;
import static org.latebind.syntax.api.PartTypes.EXPRESSION;
import static org.latebind.syntax.api.PartTypes.EXPRESSIONS;
import static org.latebind.syntax.api.PartTypes.MAYBE_EXPRESSION;
import static org.latebind.syntax.api.PartTypes.MAYBE_TEXT;
import static org.latebind.syntax.api.PartTypes.QUALIFIERS;
import static org.latebind.syntax.api.PartTypes.SPECIFIERS;
import static org.latebind.syntax.api.PartTypes.TEXTS;
import static org.latebind.syntax.api.PartTypes.TYPE_NAME;
import static org.latebind.syntax.api.PartTypes.choice;

import java.util.List;
import org.latebind.syntax.api.Specifiers.Enumerator;
import org.latebind.syntax.api.Specifiers.Member;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;

/** The shapes of type names, specifiers and attributes. */
final class SpecifierShapes {
    static final List<NodeShape<?>> ALL = List.of(
            shape(TypeName.class, "TypeName", span(TypeName::span),
                    part("specifiers", SPECIFIERS, TypeName::specifiers),
                    part("declarator", DECLARATOR, TypeName::declarator), TypeName::new),
            shape(Specifiers.class, "Specifiers", span(Specifiers::span),
                    part("storage", constants(Specifiers.Storage.class), Specifiers::storage),
                    part("qualifiers", QUALIFIERS, Specifiers::qualifiers),
                    part("function", constants(Specifiers.FunctionSpecifier.class), Specifiers::function),
                    part("type", node(TypeSpecifier.class), Specifiers::type),
                    part("attributes", ATTRIBUTES, Specifiers::attributes), Specifiers::new),
            shape(TypeSpecifier.Basic.class, "Basic", span(TypeSpecifier.Basic::span),
                    part("keywords", TEXTS, TypeSpecifier.Basic::keywords), TypeSpecifier.Basic::new),
            shape(TypeSpecifier.Named.class, "Named", span(TypeSpecifier.Named::span),
                    part("name", TEXT, TypeSpecifier.Named::name), TypeSpecifier.Named::new),
            shape(TypeSpecifier.Record.class, "Record", span(TypeSpecifier.Record::span),
                    part("union", TRUTH, TypeSpecifier.Record::union),
                    part("tag", MAYBE_TEXT, TypeSpecifier.Record::tag),
                    part("members", maybe(many(node(Member.class))), TypeSpecifier.Record::members),
                    part("attributes", ATTRIBUTES, TypeSpecifier.Record::attributes), TypeSpecifier.Record::new),
            shape(TypeSpecifier.Enum.class, "Enum", span(TypeSpecifier.Enum::span),
                    part("tag", MAYBE_TEXT, TypeSpecifier.Enum::tag),
                    part("enumerators", maybe(many(node(Enumerator.class))), TypeSpecifier.Enum::enumerators),
                    part("underlying", maybe(TYPE_NAME), TypeSpecifier.Enum::underlying),
                    part("attributes", ATTRIBUTES, TypeSpecifier.Enum::attributes), TypeSpecifier.Enum::new),
            shape(TypeSpecifier.TypeofExpression.class, "TypeofExpression",
                    span(TypeSpecifier.TypeofExpression::span),
                    part("operand", EXPRESSION, TypeSpecifier.TypeofExpression::operand),
                    part("unqualified", TRUTH, TypeSpecifier.TypeofExpression::unqualified),
                    TypeSpecifier.TypeofExpression::new),
            shape(TypeSpecifier.TypeofType.class, "TypeofType", span(TypeSpecifier.TypeofType::span),
                    part("operand", TYPE_NAME, TypeSpecifier.TypeofType::operand),
                    part("unqualified", TRUTH, TypeSpecifier.TypeofType::unqualified), TypeSpecifier.TypeofType::new),
            shape(TypeSpecifier.Atomic.class, "Atomic", span(TypeSpecifier.Atomic::span),
                    part("operand", TYPE_NAME, TypeSpecifier.Atomic::operand), TypeSpecifier.Atomic::new),
            shape(TypeSpecifier.Auto.class, "Auto", span(TypeSpecifier.Auto::span), TypeSpecifier.Auto::new),
            shape(TypeSpecifier.Missing.class, "Missing", span(TypeSpecifier.Missing::span),
                    TypeSpecifier.Missing::new),
            shape(TypeSpecifier.MacroUse.class, "MacroUse", span(TypeSpecifier.MacroUse::span),
                    part("name", TEXT, TypeSpecifier.MacroUse::name), TypeSpecifier.MacroUse::new),
            shape(Member.Fields.class, "Fields", span(Member.Fields::span),
                    part("specifiers", SPECIFIERS, Member.Fields::specifiers),
                    part("fields", many(node(Specifiers.Field.class)), Member.Fields::fields), Member.Fields::new),
            shape(Member.Assertion.class, "Assertion", span(Member.Assertion::span),
                    part("condition", EXPRESSION, Member.Assertion::condition),
                    part("message", MAYBE_EXPRESSION, Member.Assertion::message), Member.Assertion::new),
            shape(Member.PragmaLine.class, "PragmaLine", span(Member.PragmaLine::span),
                    part("text", TEXT, Member.PragmaLine::text), Member.PragmaLine::new),
            shape(Member.MacroUse.class, "MacroUse", span(Member.MacroUse::span),
                    part("name", TEXT, Member.MacroUse::name), Member.MacroUse::new),
            shape(Member.Undecided.class, "Undecided", part("choice", choice(Member.class), Member.Undecided::choice),
                    Member.Undecided::new),
            shape(Specifiers.Field.class, "Field", span(Specifiers.Field::span),
                    part("declarator", DECLARATOR, Specifiers.Field::declarator),
                    part("width", MAYBE_EXPRESSION, Specifiers.Field::width),
                    part("attributes", ATTRIBUTES, Specifiers.Field::attributes), Specifiers.Field::new),
            shape(Enumerator.Constant.class, "Constant", span(Enumerator.Constant::span),
                    part("name", TEXT, Enumerator.Constant::name),
                    part("attributes", ATTRIBUTES, Enumerator.Constant::attributes),
                    part("value", MAYBE_EXPRESSION, Enumerator.Constant::value), Enumerator.Constant::new),
            shape(Enumerator.MacroUse.class, "MacroUse", span(Enumerator.MacroUse::span),
                    part("name", TEXT, Enumerator.MacroUse::name), Enumerator.MacroUse::new),
            shape(Enumerator.Undecided.class, "Undecided",
                    part("choice", choice(Enumerator.class), Enumerator.Undecided::choice),
                    Enumerator.Undecided::new),
            shape(Attribute.Named.class, "Named", span(Attribute.Named::span),
                    part("name", TEXT, Attribute.Named::name),
                    part("arguments", EXPRESSIONS, Attribute.Named::arguments),
                    part("type", maybe(TYPE_NAME), Attribute.Named::type), Attribute.Named::new),
            shape(Attribute.AlignAs.class, "AlignAs", span(Attribute.AlignAs::span),
                    part("alignment", MAYBE_EXPRESSION, Attribute.AlignAs::alignment),
                    part("type", maybe(TYPE_NAME), Attribute.AlignAs::type), Attribute.AlignAs::new),
            shape(Attribute.AddressSpace.class, "AddressSpace", span(Attribute.AddressSpace::span),
                    part("name", TEXT, Attribute.AddressSpace::name), Attribute.AddressSpace::new),
            shape(Attribute.MacroUse.class, "MacroUse", span(Attribute.MacroUse::span),
                    part("name", TEXT, Attribute.MacroUse::name), Attribute.MacroUse::new));

    private SpecifierShapes() {}
}
