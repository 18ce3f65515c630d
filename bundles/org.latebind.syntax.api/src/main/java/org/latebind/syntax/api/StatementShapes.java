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
import static org.latebind.syntax.api.PartTypes.DECLARATION;
import static org.latebind.syntax.api.PartTypes.EXPRESSION;
import static org.latebind.syntax.api.PartTypes.EXPRESSIONS;
import static org.latebind.syntax.api.PartTypes.MAYBE_EXPRESSION;
import static org.latebind.syntax.api.PartTypes.MAYBE_TEXT;
import static org.latebind.syntax.api.PartTypes.STATEMENT;
import static org.latebind.syntax.api.PartTypes.TEXTS;
import static org.latebind.syntax.api.PartTypes.choice;

import java.util.List;

/** The shapes of statements. */
final class StatementShapes {
    static final List<NodeShape<?>> ALL = List.of(
            shape(Statement.Block.class, "Block", span(Statement.Block::span),
                    part("localLabels", TEXTS, Statement.Block::localLabels),
                    part("items", many(STATEMENT), Statement.Block::items), Statement.Block::new),
            shape(Statement.Declared.class, "Declared",
                    part("declaration", DECLARATION, Statement.Declared::declaration), Statement.Declared::new),
            shape(Statement.Evaluate.class, "Evaluate", span(Statement.Evaluate::span),
                    part("expression", EXPRESSION, Statement.Evaluate::expression), Statement.Evaluate::new),
            shape(Statement.Empty.class, "Empty", span(Statement.Empty::span),
                    part("attributes", ATTRIBUTES, Statement.Empty::attributes), Statement.Empty::new),
            shape(Statement.If.class, "If", span(Statement.If::span),
                    part("condition", EXPRESSION, Statement.If::condition),
                    part("then", STATEMENT, Statement.If::then),
                    part("otherwise", maybe(STATEMENT), Statement.If::otherwise), Statement.If::new),
            shape(Statement.Switch.class, "Switch", span(Statement.Switch::span),
                    part("value", EXPRESSION, Statement.Switch::value),
                    part("body", STATEMENT, Statement.Switch::body), Statement.Switch::new),
            shape(Statement.While.class, "While", span(Statement.While::span),
                    part("condition", EXPRESSION, Statement.While::condition),
                    part("body", STATEMENT, Statement.While::body), Statement.While::new),
            shape(Statement.DoWhile.class, "DoWhile", span(Statement.DoWhile::span),
                    part("body", STATEMENT, Statement.DoWhile::body),
                    part("condition", EXPRESSION, Statement.DoWhile::condition), Statement.DoWhile::new),
            shape(Statement.For.class, "For", span(Statement.For::span),
                    part("initial", maybe(STATEMENT), Statement.For::initial),
                    part("condition", MAYBE_EXPRESSION, Statement.For::condition),
                    part("step", MAYBE_EXPRESSION, Statement.For::step), part("body", STATEMENT, Statement.For::body),
                    Statement.For::new),
            shape(Statement.Label.class, "Label", span(Statement.Label::span),
                    part("name", TEXT, Statement.Label::name),
                    part("attributes", ATTRIBUTES, Statement.Label::attributes),
                    part("body", STATEMENT, Statement.Label::body), Statement.Label::new),
            shape(Statement.Case.class, "Case", span(Statement.Case::span),
                    part("low", EXPRESSION, Statement.Case::low),
                    part("high", MAYBE_EXPRESSION, Statement.Case::high),
                    part("body", STATEMENT, Statement.Case::body), Statement.Case::new),
            shape(Statement.Default.class, "Default", span(Statement.Default::span),
                    part("body", STATEMENT, Statement.Default::body), Statement.Default::new),
            shape(Statement.Goto.class, "Goto", span(Statement.Goto::span),
                    part("label", TEXT, Statement.Goto::label), Statement.Goto::new),
            shape(Statement.ComputedGoto.class, "ComputedGoto", span(Statement.ComputedGoto::span),
                    part("target", EXPRESSION, Statement.ComputedGoto::target), Statement.ComputedGoto::new),
            shape(Statement.Break.class, "Break", span(Statement.Break::span), Statement.Break::new),
            shape(Statement.Continue.class, "Continue", span(Statement.Continue::span), Statement.Continue::new),
            shape(Statement.Return.class, "Return", span(Statement.Return::span),
                    part("value", MAYBE_EXPRESSION, Statement.Return::value), Statement.Return::new),
            shape(Statement.Asm.class, "Asm", part("asm", node(AsmStatement.class), Statement.Asm::asm),
                    Statement.Asm::new),
            shape(Statement.MacroUse.class, "MacroUse", span(Statement.MacroUse::span),
                    part("name", TEXT, Statement.MacroUse::name),
                    part("body", maybe(STATEMENT), Statement.MacroUse::body), Statement.MacroUse::new),
            shape(Statement.Undecided.class, "Undecided",
                    part("choice", choice(Statement.class), Statement.Undecided::choice), Statement.Undecided::new),
            shape(AsmStatement.class, "AsmStatement", span(AsmStatement::span),
                    part("isVolatile", TRUTH, AsmStatement::isVolatile),
                    part("isInline", TRUTH, AsmStatement::isInline), part("isGoto", TRUTH, AsmStatement::isGoto),
                    part("extended", TRUTH, AsmStatement::extended),
                    part("template", EXPRESSION, AsmStatement::template),
                    part("outputs", many(node(AsmStatement.Operand.class)), AsmStatement::outputs),
                    part("inputs", many(node(AsmStatement.Operand.class)), AsmStatement::inputs),
                    part("clobbers", EXPRESSIONS, AsmStatement::clobbers),
                    part("labels", TEXTS, AsmStatement::labels), AsmStatement::new),
            shape(AsmStatement.Operand.class, "Operand", span(AsmStatement.Operand::span),
                    part("name", MAYBE_TEXT, AsmStatement.Operand::name),
                    part("constraint", EXPRESSION, AsmStatement.Operand::constraint),
                    part("value", EXPRESSION, AsmStatement.Operand::value), AsmStatement.Operand::new));

    private StatementShapes() {}
}
