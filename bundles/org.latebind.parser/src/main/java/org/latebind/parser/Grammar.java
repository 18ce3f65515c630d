package org.latebind.parser;

import org.latebind.diagnostics.api.DiagnosticSink;

/** One parse: the parts of the grammar, the tokens they read and the scopes they share. */
final class Grammar {
    final TokenCursor cursor;
    final Scopes scopes;
    final DiagnosticSink sink;
    final Guesses guesses;
    final ChoiceParser choices;
    final AttributeParser attributes;
    final SpecifierParser specifiers;
    final DeclaratorParser declarators;
    final InitializerParser initializers;
    final ExpressionParser expressions;
    final AsmParser asms;
    final StatementParser statements;
    final DeclarationParser declarations;
    final Recovery recovery;

    Grammar(TokenCursor cursor, Scopes scopes, Guesses guesses, DiagnosticSink sink) {
        this.cursor = cursor;
        this.scopes = scopes;
        this.guesses = guesses;
        this.sink = sink;
        this.choices = new ChoiceParser(this);
        this.recovery = new Recovery(this);
        this.attributes = new AttributeParser(this);
        this.specifiers = new SpecifierParser(this);
        this.declarators = new DeclaratorParser(this);
        this.initializers = new InitializerParser(this);
        this.expressions = new ExpressionParser(this);
        this.asms = new AsmParser(this);
        this.statements = new StatementParser(this);
        this.declarations = new DeclarationParser(this);
    }

    /** Whether the parenthesis here begins a cast or compound literal. */
    boolean startsCast() {
        return cursor.at(Lexeme.IDENTIFIER, 1)
                ? guesses.castsTo(cursor.index() + 1)
                : startsTypeName(1);
    }

    /** Whether the token {@code ahead}, of an operand in parentheses, begins a type name. */
    boolean startsTypeName(int ahead) {
        int place = cursor.index() + ahead;
        var lexeme = cursor.at(place);
        return switch (lexeme.role()) {
            case QUALIFIER, BASIC_TYPE, TYPE_KEYWORD -> true;
            case STORAGE, FUNCTION_SPECIFIER, PUNCTUATOR -> false;
            case OPEN_SORT -> lexeme == Lexeme.IDENTIFIER && guesses.operandIsType(place);
            case KEYWORD -> (lexeme == Lexeme.ATTRIBUTE || lexeme == Lexeme.ALIGNAS)
                    && startsTypeName(cursor.afterAttributes(place) - cursor.index());
        };
    }

    /** Whether the token {@code ahead} begins a declaration. */
    boolean startsSpecifiers(int ahead) {
        int place = cursor.index() + ahead;
        var lexeme = cursor.at(place);
        return lexeme.isSpecifier() || lexeme == Lexeme.IDENTIFIER && guesses.beginsDeclaration(place);
    }

    /** Whether the token {@code ahead} begins a parameter. */
    boolean startsParameter(int ahead) {
        int place = cursor.index() + ahead;
        var lexeme = cursor.at(place);
        return lexeme.isSpecifier() || lexeme == Lexeme.ATTRIBUTE
                || lexeme == Lexeme.IDENTIFIER && guesses.beginsParameter(place);
    }
}
