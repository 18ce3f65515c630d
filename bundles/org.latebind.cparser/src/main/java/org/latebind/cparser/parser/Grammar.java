package org.latebind.cparser.parser;

import org.latebind.diagnostics.api.DiagnosticSink;

/** One parse: the parts of the grammar, the tokens they read and the scopes they share. */
final class Grammar {
    final TokenCursor cursor;
    final Scopes scopes;
    final DiagnosticSink sink;
    final AttributeParser attributes;
    final SpecifierParser specifiers;
    final DeclaratorParser declarators;
    final InitializerParser initializers;
    final ExpressionParser expressions;
    final AsmParser asms;
    final StatementParser statements;
    final DeclarationParser declarations;
    final Recovery recovery;

    Grammar(TokenCursor cursor, Scopes scopes, DiagnosticSink sink) {
        this.cursor = cursor;
        this.scopes = scopes;
        this.sink = sink;
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

    /** Whether the token {@code ahead} begins a type name, as it may stand in a cast. */
    boolean startsTypeName(int ahead) {
        int place = cursor.index() + ahead;
        var lexeme = cursor.at(place);
        return switch (lexeme.role()) {
            case QUALIFIER, BASIC_TYPE, TYPE_KEYWORD -> true;
            case STORAGE, FUNCTION_SPECIFIER, PUNCTUATOR -> false;
            case OPEN_SORT -> lexeme == Lexeme.IDENTIFIER && namesType(place);
            case KEYWORD -> (lexeme == Lexeme.ATTRIBUTE || lexeme == Lexeme.ALIGNAS)
                    && startsTypeName(cursor.afterAttributes(place) - cursor.index());
        };
    }

    /** Whether the token {@code ahead} begins declaration specifiers. */
    boolean startsSpecifiers(int ahead) {
        int place = cursor.index() + ahead;
        var lexeme = cursor.at(place);
        return lexeme.isSpecifier() || lexeme == Lexeme.IDENTIFIER && namesType(place);
    }

    private boolean namesType(int place) {
        var name = cursor.tokenAt(place).text();
        return scopes.isTypedefName(name) || scopes.isAddressSpace(name);
    }
}
