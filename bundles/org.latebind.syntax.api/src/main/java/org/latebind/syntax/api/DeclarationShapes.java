package org.latebind.syntax.api;

import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.NodeShape.shape;
import static org.latebind.syntax.api.NodeShape.span;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.TRUTH;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.maybe;
import static org.latebind.syntax.api.PartType.node;
import static org.latebind.syntax.api.PartTypes.ATTRIBUTES;
import static org.latebind.syntax.api.PartTypes.BLOCK;
import static org.latebind.syntax.api.PartTypes.DECLARATION;
import static org.latebind.syntax.api.PartTypes.DECLARATOR;
import static org.latebind.syntax.api.PartTypes.DESIGNATORS;
import static org.latebind.syntax.api.PartTypes.EXPRESSION;
import static org.latebind.syntax.api.PartTypes.INITIALIZER;
import static org.latebind.syntax.api.PartTypes.MAYBE_EXPRESSION;
import static org.latebind.syntax.api.PartTypes.MAYBE_TEXT;
import static org.latebind.syntax.api.PartTypes.QUALIFIERS;
import static org.latebind.syntax.api.PartTypes.SPECIFIERS;
import static org.latebind.syntax.api.PartTypes.TEXTS;
import static org.latebind.syntax.api.PartTypes.choice;

import java.util.List;

/** The shapes of declarations, declarators and initializers. */
final class DeclarationShapes {
    static final List<NodeShape<?>> ALL = List.of(
            shape(Declaration.Simple.class, "Simple", span(Declaration.Simple::span),
                    part("specifiers", SPECIFIERS, Declaration.Simple::specifiers),
                    part("declarators", many(node(Declaration.InitDeclarator.class)), Declaration.Simple::declarators),
                    Declaration.Simple::new),
            shape(Declaration.Function.class, "Function", span(Declaration.Function::span),
                    part("specifiers", SPECIFIERS, Declaration.Function::specifiers),
                    part("declarator", DECLARATOR, Declaration.Function::declarator),
                    part("attributes", ATTRIBUTES, Declaration.Function::attributes),
                    part("parameterDeclarations", many(DECLARATION), Declaration.Function::parameterDeclarations),
                    part("body", BLOCK, Declaration.Function::body), Declaration.Function::new),
            shape(Declaration.Assertion.class, "Assertion", span(Declaration.Assertion::span),
                    part("condition", EXPRESSION, Declaration.Assertion::condition),
                    part("message", MAYBE_EXPRESSION, Declaration.Assertion::message), Declaration.Assertion::new),
            shape(Declaration.FileAsm.class, "FileAsm", span(Declaration.FileAsm::span),
                    part("text", EXPRESSION, Declaration.FileAsm::text), Declaration.FileAsm::new),
            shape(Declaration.PragmaLine.class, "PragmaLine", span(Declaration.PragmaLine::span),
                    part("text", TEXT, Declaration.PragmaLine::text), Declaration.PragmaLine::new),
            shape(Declaration.Empty.class, "Empty", span(Declaration.Empty::span), Declaration.Empty::new),
            shape(Declaration.MacroUse.class, "MacroUse", span(Declaration.MacroUse::span),
                    part("name", TEXT, Declaration.MacroUse::name), Declaration.MacroUse::new),
            shape(Declaration.Undecided.class, "Undecided",
                    part("choice", choice(Declaration.class), Declaration.Undecided::choice),
                    Declaration.Undecided::new),
            shape(Declaration.InitDeclarator.class, "InitDeclarator", span(Declaration.InitDeclarator::span),
                    part("declarator", DECLARATOR, Declaration.InitDeclarator::declarator),
                    part("asmLabel", MAYBE_EXPRESSION, Declaration.InitDeclarator::asmLabel),
                    part("attributes", ATTRIBUTES, Declaration.InitDeclarator::attributes),
                    part("initializer", maybe(INITIALIZER), Declaration.InitDeclarator::initializer),
                    Declaration.InitDeclarator::new),
            shape(Declarator.Identifier.class, "Identifier", span(Declarator.Identifier::span),
                    part("name", MAYBE_TEXT, Declarator.Identifier::name), Declarator.Identifier::new),
            shape(Declarator.Pointer.class, "Pointer", span(Declarator.Pointer::span),
                    part("qualifiers", QUALIFIERS, Declarator.Pointer::qualifiers),
                    part("attributes", ATTRIBUTES, Declarator.Pointer::attributes),
                    part("inner", DECLARATOR, Declarator.Pointer::inner), Declarator.Pointer::new),
            shape(Declarator.Array.class, "Array", span(Declarator.Array::span),
                    part("inner", DECLARATOR, Declarator.Array::inner),
                    part("size", MAYBE_EXPRESSION, Declarator.Array::size),
                    part("star", TRUTH, Declarator.Array::star), part("isStatic", TRUTH, Declarator.Array::isStatic),
                    part("qualifiers", QUALIFIERS, Declarator.Array::qualifiers), Declarator.Array::new),
            shape(Declarator.Function.class, "Function", span(Declarator.Function::span),
                    part("inner", DECLARATOR, Declarator.Function::inner),
                    part("prototype", TRUTH, Declarator.Function::prototype),
                    part("parameters", many(node(Declarator.Parameter.class)), Declarator.Function::parameters),
                    part("variadic", TRUTH, Declarator.Function::variadic),
                    part("identifiers", TEXTS, Declarator.Function::identifiers), Declarator.Function::new),
            shape(Declarator.Attributed.class, "Attributed", span(Declarator.Attributed::span),
                    part("attributes", ATTRIBUTES, Declarator.Attributed::attributes),
                    part("inner", DECLARATOR, Declarator.Attributed::inner), Declarator.Attributed::new),
            shape(Declarator.Parameter.class, "Parameter", span(Declarator.Parameter::span),
                    part("specifiers", SPECIFIERS, Declarator.Parameter::specifiers),
                    part("declarator", DECLARATOR, Declarator.Parameter::declarator),
                    part("attributes", ATTRIBUTES, Declarator.Parameter::attributes), Declarator.Parameter::new),
            shape(Initializer.Single.class, "Single", span(Initializer.Single::span),
                    part("value", EXPRESSION, Initializer.Single::value), Initializer.Single::new),
            shape(Initializer.Braced.class, "Braced", span(Initializer.Braced::span),
                    part("items", many(node(Initializer.Item.class)), Initializer.Braced::items),
                    Initializer.Braced::new),
            shape(Initializer.Item.Element.class, "Element", span(Initializer.Item.Element::span),
                    part("designators", DESIGNATORS, Initializer.Item.Element::designators),
                    part("value", INITIALIZER, Initializer.Item.Element::value), Initializer.Item.Element::new),
            shape(Initializer.Item.MacroUse.class, "MacroUse", span(Initializer.Item.MacroUse::span),
                    part("name", TEXT, Initializer.Item.MacroUse::name), Initializer.Item.MacroUse::new),
            shape(Initializer.Item.Undecided.class, "Undecided",
                    part("choice", choice(Initializer.Item.class), Initializer.Item.Undecided::choice),
                    Initializer.Item.Undecided::new),
            shape(Initializer.Designator.Field.class, "Field", span(Initializer.Designator.Field::span),
                    part("name", TEXT, Initializer.Designator.Field::name), Initializer.Designator.Field::new),
            shape(Initializer.Designator.Index.class, "Index", span(Initializer.Designator.Index::span),
                    part("index", EXPRESSION, Initializer.Designator.Index::index),
                    Initializer.Designator.Index::new),
            shape(Initializer.Designator.Range.class, "Range", span(Initializer.Designator.Range::span),
                    part("low", EXPRESSION, Initializer.Designator.Range::low),
                    part("high", EXPRESSION, Initializer.Designator.Range::high), Initializer.Designator.Range::new));

    private DeclarationShapes() {}
}
