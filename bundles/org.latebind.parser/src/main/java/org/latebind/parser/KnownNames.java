package org.latebind.parser;

/** Of a preprocessed stream: scopes know every typedef name, and no macro is left. */
final class KnownNames implements Guesses {
    private final TokenCursor cursor;
    private final Scopes scopes;

    KnownNames(TokenCursor cursor, Scopes scopes) {
        this.cursor = cursor;
        this.scopes = scopes;
    }

    @Override
    public boolean isCertain(SyntaxError error) {
        return true;
    }

    @Override
    public boolean mayBeMacro(int place) {
        return false;
    }

    @Override
    public boolean mayBePrefix(int place) {
        return false;
    }

    @Override
    public int assumptionCount() {
        return 0;
    }

    @Override
    public void forgetFrom(int count) { }

    @Override
    public boolean deferred() {
        return false;
    }

    private boolean isType(int place) {
        var name = cursor.tokenAt(place).text();
        return scopes.isTypedefName(name) || scopes.isAddressSpace(name);
    }

    @Override
    public boolean castsTo(int place) {
        return isType(place);
    }

    @Override
    public boolean operandIsType(int place) {
        return isType(place);
    }

    @Override
    public boolean beginsDeclaration(int place) {
        return isType(place);
    }

    @Override
    public boolean beginsParameter(int place) {
        return isType(place);
    }

    @Override
    public Role amongSpecifiers(int place, boolean typeSeen, Context context) {
        return !typeSeen && scopes.isTypedefName(cursor.tokenAt(place).text()) ? Role.TYPE : Role.DECLARATOR;
    }

    @Override
    public boolean beginsOldStyleParameters(int place) {
        return !isType(place);
    }

    @Override
    public boolean isAttributeAfterStar(int place, boolean nameMayFollow) {
        return false;
    }

    @Override
    public boolean isAttributeBeforeTag(int place) {
        return false;
    }

    @Override
    public boolean isAttributeAfterBrace(int place, boolean typedef) {
        return false;
    }
}
