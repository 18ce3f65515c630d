package org.latebind.parser;

/**
 * What the parser takes an identifier for where the grammar alone does not tell. In a preprocessed
 * stream every name is known; {@link DeferredGuesses} answers for a module's own tokens.
 */
interface Guesses {
    /** Where specifiers stand; decides whether a name must, may or cannot follow them. */
    enum Context { DECLARATION, PARAMETER, TYPE_NAME }

    /** What an identifier among specifiers is. */
    enum Role { TYPE, ATTRIBUTE, DECLARATOR }

    /** Whether an error is one whatever macros stand for: then it can be reported. */
    boolean isCertain(SyntaxError error);

    /** Whether the identifier at {@code place} may be a macro's name. */
    boolean mayBeMacro(int place);

    /** Whether the identifier at {@code place} may be a macro that begins what the next words go on: {@code IF_DEBUG n++;}. */
    boolean mayBePrefix(int place);

    /** A mark to give to {@link #forgetFrom}. */
    int assumptionCount();

    /** Undoes what was assumed in a reading that was given up. */
    void forgetFrom(int count);

    /** Whether macros are unexpanded: any identifier may be a macro's name. */
    boolean deferred();

    /** Whether the parenthesis before the identifier at {@code place} begins a cast. */
    boolean castsTo(int place);

    /** Whether the identifier at {@code place}, in the parentheses of a {@code sizeof} and the like, begins a type. */
    boolean operandIsType(int place);

    /** Whether the identifier at {@code place} begins the specifiers of a block item, member or for-declaration. */
    boolean beginsDeclaration(int place);

    /** Whether the identifier at {@code place} begins a parameter. */
    boolean beginsParameter(int place);

    /** What the identifier at {@code place} is among specifiers. */
    Role amongSpecifiers(int place, boolean typeSeen, Context context);

    /** Whether the identifiers from {@code place} to a closing parenthesis are an old-style parameter list. */
    boolean beginsOldStyleParameters(int place);

    /** Whether the identifier at {@code place}, after a {@code *}, is a macro for attributes. */
    boolean isAttributeAfterStar(int place, boolean nameMayFollow);

    /** Whether the identifier at {@code place}, after a tag keyword, is a macro for attributes. */
    boolean isAttributeBeforeTag(int place);

    /** Whether the identifier at {@code place}, behind a closing brace, is a macro for attributes. */
    boolean isAttributeAfterBrace(int place, boolean typedef);
}
