package org.latebind.syntax.api;

import static org.latebind.syntax.api.ChoiceShapes.choice;
import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.SPAN;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.TRUTH;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.maybe;
import static org.latebind.syntax.api.PartType.node;
import static org.latebind.syntax.api.PartTypes.ATTRIBUTES;
import static org.latebind.syntax.api.PartTypes.DECLARATION;
import static org.latebind.syntax.api.PartTypes.EXPRESSION;
import static org.latebind.syntax.api.PartTypes.EXPRESSIONS;
import static org.latebind.syntax.api.PartTypes.MAYBE_EXPRESSION;
import static org.latebind.syntax.api.PartTypes.MAYBE_TEXT;
import static org.latebind.syntax.api.PartTypes.STATEMENT;
import static org.latebind.syntax.api.PartTypes.TEXTS;

import java.util.List;

/** The shapes of statements. */
final class StatementShapes implements NodeFamily {
    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(
                shape(Statement.Block.class, "Block", SPAN, part("localLabels", TEXTS),
                        part("items", many(STATEMENT))),
                shape(Statement.Declared.class, "Declared", part("declaration", DECLARATION)),
                shape(Statement.Evaluate.class, "Evaluate", SPAN, part("expression", EXPRESSION)),
                shape(Statement.Empty.class, "Empty", SPAN, part("attributes", ATTRIBUTES)),
                shape(Statement.If.class, "If", SPAN, part("condition", EXPRESSION), part("then", STATEMENT),
                        part("otherwise", maybe(STATEMENT))),
                shape(Statement.Switch.class, "Switch", SPAN, part("value", EXPRESSION), part("body", STATEMENT)),
                shape(Statement.While.class, "While", SPAN, part("condition", EXPRESSION), part("body", STATEMENT)),
                shape(Statement.DoWhile.class, "DoWhile", SPAN, part("body", STATEMENT),
                        part("condition", EXPRESSION)),
                shape(Statement.For.class, "For", SPAN, part("initial", maybe(STATEMENT)),
                        part("condition", MAYBE_EXPRESSION), part("step", MAYBE_EXPRESSION), part("body", STATEMENT)),
                shape(Statement.Label.class, "Label", SPAN, part("name", TEXT), part("attributes", ATTRIBUTES),
                        part("body", STATEMENT)),
                shape(Statement.Case.class, "Case", SPAN, part("low", EXPRESSION), part("high", MAYBE_EXPRESSION),
                        part("body", STATEMENT)),
                shape(Statement.Default.class, "Default", SPAN, part("body", STATEMENT)),
                shape(Statement.Goto.class, "Goto", SPAN, part("label", TEXT)),
                shape(Statement.ComputedGoto.class, "ComputedGoto", SPAN, part("target", EXPRESSION)),
                shape(Statement.Break.class, "Break", SPAN),
                shape(Statement.Continue.class, "Continue", SPAN),
                shape(Statement.Return.class, "Return", SPAN, part("value", MAYBE_EXPRESSION)),
                shape(Statement.Asm.class, "Asm", part("asm", node(AsmStatement.class))),
                shape(Statement.MacroUse.class, "MacroUse", SPAN, part("name", TEXT), part("body", maybe(STATEMENT))),
                shape(Statement.Undecided.class, "Undecided", part("choice", choice(Statement.class))),
                shape(AsmStatement.class, "AsmStatement", SPAN, part("isVolatile", TRUTH), part("isInline", TRUTH),
                        part("isGoto", TRUTH), part("extended", TRUTH), part("template", EXPRESSION),
                        part("outputs", many(node(AsmStatement.Operand.class))),
                        part("inputs", many(node(AsmStatement.Operand.class))), part("clobbers", EXPRESSIONS),
                        part("labels", TEXTS)),
                shape(AsmStatement.Operand.class, "Operand", SPAN, part("name", MAYBE_TEXT),
                        part("constraint", EXPRESSION), part("value", EXPRESSION)));
    }

    @Override
    public Object[] values(Object node) {
        return switch (node) {
            case Statement n -> statement(n);
            case AsmStatement n -> parts(n.span(), n.isVolatile(), n.isInline(), n.isGoto(), n.extended(),
                    n.template(), n.outputs(), n.inputs(), n.clobbers(), n.labels());
            case AsmStatement.Operand n -> parts(n.span(), n.name(), n.constraint(), n.value());
            default -> throw new IllegalArgumentException("not of these: " + node.getClass());
        };
    }

    private static Object[] statement(Statement node) {
        return switch (node) {
            case Statement.Block n -> parts(n.span(), n.localLabels(), n.items());
            case Statement.Declared n -> parts(n.declaration());
            case Statement.Evaluate n -> parts(n.span(), n.expression());
            case Statement.Empty n -> parts(n.span(), n.attributes());
            case Statement.If n -> parts(n.span(), n.condition(), n.then(), n.otherwise());
            case Statement.Switch n -> parts(n.span(), n.value(), n.body());
            case Statement.While n -> parts(n.span(), n.condition(), n.body());
            case Statement.DoWhile n -> parts(n.span(), n.body(), n.condition());
            case Statement.For n -> parts(n.span(), n.initial(), n.condition(), n.step(), n.body());
            case Statement.Label n -> parts(n.span(), n.name(), n.attributes(), n.body());
            case Statement.Case n -> parts(n.span(), n.low(), n.high(), n.body());
            case Statement.Default n -> parts(n.span(), n.body());
            case Statement.Goto n -> parts(n.span(), n.label());
            case Statement.ComputedGoto n -> parts(n.span(), n.target());
            case Statement.Break n -> parts(n.span());
            case Statement.Continue n -> parts(n.span());
            case Statement.Return n -> parts(n.span(), n.value());
            case Statement.Asm n -> parts(n.asm());
            case Statement.MacroUse n -> parts(n.span(), n.name(), n.body());
            case Statement.Undecided n -> parts(n.choice());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "Block" -> new Statement.Block(v.next(), v.next(), v.next());
            case "Declared" -> new Statement.Declared(v.next());
            case "Evaluate" -> new Statement.Evaluate(v.next(), v.next());
            case "Empty" -> new Statement.Empty(v.next(), v.next());
            case "If" -> new Statement.If(v.next(), v.next(), v.next(), v.next());
            case "Switch" -> new Statement.Switch(v.next(), v.next(), v.next());
            case "While" -> new Statement.While(v.next(), v.next(), v.next());
            case "DoWhile" -> new Statement.DoWhile(v.next(), v.next(), v.next());
            case "For" -> new Statement.For(v.next(), v.next(), v.next(), v.next(), v.next());
            case "Label" -> new Statement.Label(v.next(), v.next(), v.next(), v.next());
            case "Case" -> new Statement.Case(v.next(), v.next(), v.next(), v.next());
            case "Default" -> new Statement.Default(v.next(), v.next());
            case "Goto" -> new Statement.Goto(v.next(), v.next());
            case "ComputedGoto" -> new Statement.ComputedGoto(v.next(), v.next());
            case "Break" -> new Statement.Break(v.next());
            case "Continue" -> new Statement.Continue(v.next());
            case "Return" -> new Statement.Return(v.next(), v.next());
            case "Asm" -> new Statement.Asm(v.next());
            case "MacroUse" -> new Statement.MacroUse(v.next(), v.next(), v.next());
            case "Undecided" -> new Statement.Undecided(v.next());
            case "AsmStatement" -> new AsmStatement(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.next(), v.next(), v.next(), v.next());
            case "Operand" -> new AsmStatement.Operand(v.next(), v.next(), v.next(), v.next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
