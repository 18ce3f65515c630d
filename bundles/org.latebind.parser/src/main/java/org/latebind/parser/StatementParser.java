package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Statement;
import org.latebind.token.api.Token;

/** C11 6.8 statements and blocks, with GNU's extensions. */
final class StatementParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    /** Where the innermost statement or declaration begins that is being parsed. */
    private int start;

    StatementParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** A block in a scope of its own. */
    Statement.Block parseBlock() {
        grammar.scopes.enter();
        var block = parseBody();
        grammar.scopes.leave();
        return block;
    }

    /** A block whose scope the caller has opened: a function's body shares its parameters' scope. */
    Statement.Block parseBody() {
        int first = cursor.index();
        cursor.expect(Lexeme.OPEN_BRACE);
        cursor.enter(2);
        var labels = parseLocalLabels();
        var items = parseItems();
        cursor.leave(2);
        cursor.expect(Lexeme.CLOSE_BRACE, " at the end of the block that begins in line " + cursor.tokenAt(first).line());
        return new Statement.Block(cursor.since(first), labels, items);
    }

    private List<String> parseLocalLabels() {
        var labels = new ArrayList<String>();
        while (cursor.accept(Lexeme.LABEL)) {
            do {
                labels.add(cursor.identifier("a label"));
            } while (cursor.accept(Lexeme.COMMA));
            cursor.expect(Lexeme.SEMICOLON, " after '__label__'");
        }
        return labels;
    }

    /** Block items up to a {@code }} or the end; after an error it goes on with the next. */
    List<Statement> parseItems() {
        var items = new ArrayList<Statement>();
        while (!cursor.at(Lexeme.CLOSE_BRACE) && !cursor.isAtEnd()) {
            int first = cursor.index();
            int nesting = cursor.nesting();
            int scope = grammar.scopes.depth();
            try {
                items.add(parseItem());
            } catch (SyntaxError error) {
                grammar.recovery.giveUpIfUncertain(error, start);
                grammar.scopes.leaveTo(scope);
                cursor.restoreNesting(nesting);
                grammar.recovery.afterStatement(error, first);
            }
        }
        return items;
    }

    private Statement parseItem() {
        if (cursor.at(Lexeme.DIRECTIVE)) {
            return parseDirective();
        }
        if (cursor.at(Lexeme.PRAGMA)) {
            int first = cursor.index();
            var text = cursor.next().text();
            return new Statement.Declared(new Declaration.PragmaLine(cursor.since(first), text));
        }
        if (startsDeclaration()) {
            start = cursor.index();
            return new Statement.Declared(grammar.declarations.parseInBlock());
        }
        int first = cursor.index();
        var statement = parse();
        return statement instanceof Statement.MacroUse use && use.body().isPresent() && cursor.at(Lexeme.ELSE)
                ? withElse(use, first) : statement;
    }

    /** {@code IF_DEBUG n++; else n--;}: the macro has the {@code if}. */
    private Statement withElse(Statement.MacroUse use, int first) {
        cursor.next();
        parse();
        return new Statement.MacroUse(cursor.since(first), use.name(), Optional.empty());
    }

    private boolean startsDeclaration() {
        int ahead = 0;
        while (cursor.peek(ahead) == Lexeme.EXTENSION) {
            ahead++;
        }
        var lexeme = cursor.peek(ahead);
        if (lexeme == Lexeme.ATTRIBUTE) {
            int after = cursor.afterAttributes(cursor.index() + ahead);
            return cursor.at(after) != Lexeme.SEMICOLON;
        }
        if (lexeme == Lexeme.IDENTIFIER && cursor.peek(ahead + 1) == Lexeme.COLON) {
            return false;
        }
        return lexeme == Lexeme.STATIC_ASSERT || grammar.startsSpecifiers(ahead) || usesUnknownType(ahead);
    }

    /** {@code foo_t x} and {@code foo_t *x;} with an unknown {@code foo_t}: an error best told as such. */
    private boolean usesUnknownType(int ahead) {
        if (cursor.peek(ahead) != Lexeme.IDENTIFIER || cursor.peek(ahead + 1) != Lexeme.IDENTIFIER) {
            return false;
        }
        int after = cursor.index() + ahead + 2;
        while (cursor.at(after) == Lexeme.OPEN_BRACKET) {
            after = cursor.afterGroup(after);
        }
        return switch (cursor.at(after)) {
            case SEMICOLON, EQUAL, COMMA -> true;
            default -> false;
        };
    }

    private Statement parseDirective() {
        int first = cursor.index();
        return grammar.choices.pragma()
                .<Statement>map(text -> new Statement.Declared(new Declaration.PragmaLine(cursor.since(first), text)))
                .orElseGet(() -> new Statement.Undecided(grammar.choices.parse(this::parseItems)));
    }

    Statement parse() {
        int outer = start;
        start = cursor.index();
        cursor.enter();
        var statement = dispatch();
        cursor.leave();
        start = outer;
        return statement;
    }

    private Statement dispatch() {
        int first = cursor.index();
        return switch (cursor.peek()) {
            case OPEN_BRACE -> parseBlock();
            case IF -> parseIf(first);
            case SWITCH -> parseSwitch(first);
            case WHILE -> parseWhile(first);
            case DO -> parseDo(first);
            case FOR -> parseFor(first);
            case CASE, DEFAULT -> parseLabels();
            case GOTO -> parseGoto(first);
            case BREAK -> {
                cursor.next();
                semicolon(" after 'break'");
                yield new Statement.Break(cursor.since(first));
            }
            case CONTINUE -> {
                cursor.next();
                semicolon(" after 'continue'");
                yield new Statement.Continue(cursor.since(first));
            }
            case RETURN -> parseReturn(first);
            case ASM -> {
                var asm = grammar.asms.parse();
                semicolon(" after the asm");
                yield new Statement.Asm(asm);
            }
            case SEMICOLON -> {
                cursor.next();
                yield new Statement.Empty(cursor.since(first), List.of());
            }
            case ATTRIBUTE -> {
                var attributes = grammar.attributes.parseAny();
                semicolon(" after the attribute");
                yield new Statement.Empty(cursor.since(first), attributes);
            }
            case ELSE -> throw cursor.error("LB3001", "'else' without an 'if' before it");
            case IDENTIFIER -> cursor.peek(1) == Lexeme.COLON ? parseLabels() : parseNamed(first);
            case DIRECTIVE -> parseChosen();
            default -> parseEvaluate(first);
        };
    }

    /** The body of an {@code if} and the like: whatever is chosen must be one statement. */
    private Statement parseChosen() {
        int place = cursor.index();
        var choice = grammar.choices.parse(this::parseItems);
        boolean complete = grammar.choices.isComplete(choice);
        if (!complete || choice.branches().stream().anyMatch(branch -> branch.elements().size() != 1)) {
            throw cursor.error("LB3001", "a conditional divides a statement", place);
        }
        return new Statement.Undecided(choice);
    }

    private Statement parseNamed(int first) {
        if (!grammar.guesses.deferred() || !isMacroStatement()) {
            return parseEvaluate(first);
        }
        var name = cursor.next().text();
        if (cursor.at(Lexeme.OPEN_PAREN)) {
            cursor.skipGroup();
        }
        boolean alone = switch (cursor.peek()) {
            case CLOSE_BRACE, ELSE, END, DIRECTIVE, CASE, DEFAULT -> true;
            default -> false;
        };
        if (!alone && cursor.accept(Lexeme.EQUAL)) {
            grammar.initializers.parse();
            semicolon(" at the end of the declaration");
            return new Statement.MacroUse(cursor.since(first), name, Optional.empty());
        }
        var body = alone ? Optional.<Statement>empty() : Optional.of(parseItem());
        return new Statement.MacroUse(cursor.since(first), name, body);
    }

    /**
     * Whether what follows a name and its arguments, if any, cannot go on an expression. What follows is
     * taken as the body then: right for a loop head, and harmless for a macro that needs no semicolon,
     * since the whole text is read again once the macro is known.
     *
     * <pre>
     * IF_DEBUG n++;                     list_for_each(p, &amp;l) ++n;
     * DECLARE_BITMAP(b, 70) = { 0 };    DEFINE_PER_CPU_LIKE(x) = 3;
     * </pre>
     */
    private boolean isMacroStatement() {
        int after = cursor.afterMacroUse(cursor.index(), true);
        boolean grouped = after > cursor.index() + 1;
        var next = cursor.at(after);
        return switch (next) {
            case OPEN_BRACE, CLOSE_BRACE -> true;
            case END, DIRECTIVE -> grouped;
            case STAR -> grouped && cursor.tokenAt(after).has(Token.LINE_START);
            case PLUS_PLUS, MINUS_MINUS -> beginsOperand(after + 1)
                    || grouped && cursor.tokenAt(after).has(Token.LINE_START);
            case EQUAL -> grouped && cursor.at(after + 1) == Lexeme.OPEN_BRACE;
            case IDENTIFIER -> grouped || cursor.tokenAt(after).has(Token.LINE_START)
                    || grammar.guesses.mayBeMacro(cursor.index());
            default -> next.isWord();
        };
    }

    private boolean beginsOperand(int place) {
        var lexeme = cursor.at(place);
        return lexeme == Lexeme.IDENTIFIER || lexeme == Lexeme.OPEN_PAREN || lexeme == Lexeme.STAR;
    }

    private void semicolon(String context) {
        cursor.expect(Lexeme.SEMICOLON, context);
    }

    private Expression parseCondition(String keyword) {
        cursor.expect(Lexeme.OPEN_PAREN, " after '" + keyword + "'");
        var condition = grammar.expressions.parse();
        cursor.expect(Lexeme.CLOSE_PAREN, " after the condition");
        return condition;
    }

    private Statement parseEvaluate(int first) {
        var expression = grammar.expressions.parse();
        semicolon(" after the expression");
        return new Statement.Evaluate(cursor.since(first), expression);
    }

    private Statement parseIf(int first) {
        cursor.next();
        var condition = parseCondition("if");
        var then = parse();
        var otherwise = cursor.accept(Lexeme.ELSE) ? Optional.of(parse()) : Optional.<Statement>empty();
        return new Statement.If(cursor.since(first), condition, then, otherwise);
    }

    private Statement parseSwitch(int first) {
        cursor.next();
        var value = parseCondition("switch");
        var body = parse();
        return new Statement.Switch(cursor.since(first), value, body);
    }

    private Statement parseWhile(int first) {
        cursor.next();
        var condition = parseCondition("while");
        var body = parse();
        return new Statement.While(cursor.since(first), condition, body);
    }

    private Statement parseDo(int first) {
        cursor.next();
        var body = parse();
        cursor.expect(Lexeme.WHILE, " after the body of 'do'");
        var condition = parseCondition("while");
        semicolon(" after 'do ... while (...)'");
        return new Statement.DoWhile(cursor.since(first), body, condition);
    }

    private Statement parseFor(int first) {
        cursor.next();
        cursor.expect(Lexeme.OPEN_PAREN, " after 'for'");
        grammar.scopes.enter();
        var initial = parseForInitial();
        var condition = cursor.at(Lexeme.SEMICOLON) ? Optional.<Expression>empty() : Optional.of(grammar.expressions.parse());
        semicolon(" after the condition of 'for'");
        var step = cursor.at(Lexeme.CLOSE_PAREN) ? Optional.<Expression>empty() : Optional.of(grammar.expressions.parse());
        cursor.expect(Lexeme.CLOSE_PAREN, " after the head of 'for'");
        var body = parse();
        grammar.scopes.leave();
        return new Statement.For(cursor.since(first), initial, condition, step, body);
    }

    private Optional<Statement> parseForInitial() {
        if (cursor.accept(Lexeme.SEMICOLON)) {
            return Optional.empty();
        }
        return Optional.of(startsDeclaration()
                ? new Statement.Declared(grammar.declarations.parseInBlock())
                : parseEvaluate(cursor.index()));
    }

    /** Makes a labeled statement of its body. */
    private interface LabelHead {
        Statement before(Statement body);
    }

    /** Labels in a row, in a loop: lists of cases are long. */
    private Statement parseLabels() {
        var heads = new ArrayList<LabelHead>();
        do {
            cursor.enter();
            heads.add(parseLabelHead());
        } while (startsLabel());
        var statement = parseLabeled();
        for (var head : heads.reversed()) {
            statement = head.before(statement);
        }
        cursor.leave(heads.size());
        return statement;
    }

    private boolean startsLabel() {
        return cursor.at(Lexeme.CASE) || cursor.at(Lexeme.DEFAULT)
                || cursor.at(Lexeme.IDENTIFIER) && cursor.peek(1) == Lexeme.COLON;
    }

    private LabelHead parseLabelHead() {
        int first = cursor.index();
        return switch (cursor.peek()) {
            case CASE -> parseCase(first);
            case DEFAULT -> {
                cursor.next();
                cursor.expect(Lexeme.COLON, " after 'default'");
                yield body -> new Statement.Default(cursor.since(first), body);
            }
            default -> {
                var name = cursor.next().text();
                cursor.expect(Lexeme.COLON);
                var attributes = grammar.attributes.parseAny();
                yield body -> new Statement.Label(cursor.since(first), name, attributes, body);
            }
        };
    }

    private LabelHead parseCase(int first) {
        cursor.next();
        var low = grammar.expressions.parseConditional();
        var high = cursor.accept(Lexeme.ELLIPSIS)
                ? Optional.of(grammar.expressions.parseConditional())
                : Optional.<Expression>empty();
        cursor.expect(Lexeme.COLON, " after the case's value");
        return body -> new Statement.Case(cursor.since(first), low, high, body);
    }

    /** What a label stands before: C23 allows a declaration and the end of the block, and so does gcc. */
    private Statement parseLabeled() {
        if (cursor.at(Lexeme.CLOSE_BRACE) || cursor.at(Lexeme.DIRECTIVE) || cursor.isAtEnd()) {
            return new Statement.Empty(cursor.since(cursor.index()), List.of());
        }
        return parseItem();
    }

    private Statement parseGoto(int first) {
        cursor.next();
        if (cursor.accept(Lexeme.STAR)) {
            var target = grammar.expressions.parse();
            semicolon(" after 'goto'");
            return new Statement.ComputedGoto(cursor.since(first), target);
        }
        var label = cursor.identifier("a label after 'goto'");
        semicolon(" after 'goto'");
        return new Statement.Goto(cursor.since(first), label);
    }

    private Statement parseReturn(int first) {
        cursor.next();
        var value = cursor.at(Lexeme.SEMICOLON) ? Optional.<Expression>empty() : Optional.of(grammar.expressions.parse());
        semicolon(" after 'return'");
        return new Statement.Return(cursor.since(first), value);
    }
}
