package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.syntax.api.AsmStatement;
import org.latebind.syntax.api.Expression;

/** GNU assembler statements; gcc manual, "Extended Asm". */
final class AsmParser {
    private final Grammar grammar;
    private final TokenCursor cursor;

    AsmParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** Sections of an extended asm, as they fill up. */
    private static final class Draft {
        boolean isVolatile;
        boolean isInline;
        boolean isGoto;
        boolean extended;
        final List<AsmStatement.Operand> outputs = new ArrayList<>();
        final List<AsmStatement.Operand> inputs = new ArrayList<>();
        final List<Expression> clobbers = new ArrayList<>();
        final List<String> labels = new ArrayList<>();
    }

    /** Up to, and not with, the {@code ;}. */
    AsmStatement parse() {
        int first = cursor.index();
        cursor.expect(Lexeme.ASM);
        var draft = new Draft();
        parseQualifiers(draft);
        cursor.expect(Lexeme.OPEN_PAREN, " after 'asm'");
        var template = parseTemplate();
        parseSections(draft);
        cursor.expect(Lexeme.CLOSE_PAREN, " at the end of the asm");
        return new AsmStatement(cursor.since(first), draft.isVolatile, draft.isInline, draft.isGoto, draft.extended,
                template, draft.outputs, draft.inputs, draft.clobbers, draft.labels);
    }

    /** A string; {@code asm} strings take part in no other syntax. */
    Expression parseTemplate() {
        return grammar.expressions.parseText();
    }

    private void parseQualifiers(Draft draft) {
        while (true) {
            switch (cursor.peek()) {
                case VOLATILE -> draft.isVolatile = true;
                case INLINE -> draft.isInline = true;
                case GOTO -> draft.isGoto = true;
                default -> {
                    return;
                }
            }
            cursor.next();
        }
    }

    private void parseSections(Draft draft) {
        int section = 0;
        while (cursor.at(Lexeme.COLON)) {
            cursor.next();
            draft.extended = true;
            section++;
            if (cursor.at(Lexeme.COLON) || cursor.at(Lexeme.CLOSE_PAREN)) {
                continue;
            }
            switch (section) {
                case 1 -> parseOperands(draft.outputs);
                case 2 -> parseOperands(draft.inputs);
                case 3 -> parseClobbers(draft.clobbers);
                case 4 -> parseLabels(draft.labels);
                default -> throw cursor.expected("')' after the labels of the asm");
            }
        }
        if (!draft.labels.isEmpty() && !draft.isGoto) {
            throw cursor.error("LB3002", "asm with labels must be 'asm goto'");
        }
    }

    private void parseOperands(List<AsmStatement.Operand> operands) {
        do {
            operands.add(parseOperand());
        } while (cursor.accept(Lexeme.COMMA));
    }

    private AsmStatement.Operand parseOperand() {
        int first = cursor.index();
        var name = Optional.<String>empty();
        if (cursor.accept(Lexeme.OPEN_BRACKET)) {
            if (!cursor.peek().isWord()) {
                throw cursor.expected("an operand's name");
            }
            name = Optional.of(cursor.next().text());
            cursor.expect(Lexeme.CLOSE_BRACKET, " after the operand's name");
        }
        var constraint = parseTemplate();
        cursor.expect(Lexeme.OPEN_PAREN, " after the constraint");
        var value = grammar.expressions.parse();
        cursor.expect(Lexeme.CLOSE_PAREN, " after the operand");
        return new AsmStatement.Operand(cursor.since(first), name, constraint, value);
    }

    private void parseClobbers(List<Expression> clobbers) {
        do {
            clobbers.add(parseTemplate());
        } while (cursor.accept(Lexeme.COMMA));
    }

    private void parseLabels(List<String> labels) {
        do {
            labels.add(cursor.identifier("a label"));
        } while (cursor.accept(Lexeme.COMMA));
    }
}
