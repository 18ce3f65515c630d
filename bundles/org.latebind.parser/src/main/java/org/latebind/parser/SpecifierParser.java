package org.latebind.parser;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Span;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.FunctionSpecifier;
import org.latebind.syntax.api.Specifiers.Qualifier;
import org.latebind.syntax.api.Specifiers.Storage;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;
import org.latebind.syntax.api.TypeName;

/** C11 6.7 declaration specifiers; the bodies of tags are {@link TagParser}'s. */
final class SpecifierParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TagParser tags;

    SpecifierParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.tags = new TagParser(grammar);
    }

    TagParser tags() {
        return tags;
    }

    /** What has been read of a specifier list. */
    private static final class Draft {
        final Set<Storage> storage = EnumSet.noneOf(Storage.class);
        final Set<Qualifier> qualifiers = EnumSet.noneOf(Qualifier.class);
        final Set<FunctionSpecifier> function = EnumSet.noneOf(FunctionSpecifier.class);
        final List<Attribute> attributes = new ArrayList<>();
        final List<String> basic = new ArrayList<>();
        final Guesses.Context context;
        Optional<TypeSpecifier> type = Optional.empty();
        int basicFirst;
        int basicEnd;

        Draft(Guesses.Context context) {
            this.context = context;
        }

        boolean typeSeen() {
            return type.isPresent() || !basic.isEmpty();
        }
    }

    Specifiers parse(Guesses.Context context) {
        int first = cursor.index();
        var draft = new Draft(context);
        while (parseOne(draft)) { }
        var span = cursor.since(first);
        return new Specifiers(span, draft.storage, draft.qualifiers, draft.function, type(draft, span), draft.attributes);
    }

    private TypeSpecifier type(Draft draft, Span span) {
        if (draft.type.isPresent()) {
            return draft.type.get();
        }
        if (draft.basic.isEmpty()) {
            return new TypeSpecifier.Missing(span);
        }
        var at = cursor.tokenAt(draft.basicFirst).blame();
        return new TypeSpecifier.Basic(new Span(at, draft.basicFirst, draft.basicEnd), draft.basic);
    }

    private boolean parseOne(Draft draft) {
        var lexeme = cursor.peek();
        switch (lexeme.role()) {
            case STORAGE -> storage(draft, lexeme);
            case QUALIFIER -> qualifier(draft, lexeme);
            case FUNCTION_SPECIFIER -> {
                cursor.next();
                draft.function.add(lexeme == Lexeme.INLINE ? FunctionSpecifier.INLINE : FunctionSpecifier.NORETURN);
            }
            case BASIC_TYPE -> basic(draft, lexeme);
            case TYPE_KEYWORD -> setType(draft, () -> parseTypeKeyword(draft.storage.contains(Storage.TYPEDEF)));
            case KEYWORD -> {
                return keyword(draft, lexeme);
            }
            case OPEN_SORT -> {
                return lexeme == Lexeme.IDENTIFIER && identifier(draft);
            }
            case PUNCTUATOR -> {
                return false;
            }
        }
        return true;
    }

    private boolean keyword(Draft draft, Lexeme lexeme) {
        switch (lexeme) {
            case ATTRIBUTE -> grammar.attributes.parseList(draft.attributes);
            case ALIGNAS -> draft.attributes.add(grammar.attributes.parseAlignAs());
            case EXTENSION -> cursor.next();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void storage(Draft draft, Lexeme lexeme) {
        var storage = switch (lexeme) {
            case TYPEDEF -> Storage.TYPEDEF;
            case EXTERN -> Storage.EXTERN;
            case STATIC -> Storage.STATIC;
            case AUTO -> Storage.AUTO;
            case REGISTER -> Storage.REGISTER;
            default -> Storage.THREAD_LOCAL;
        };
        if (!draft.storage.add(storage)) {
            throw cursor.error("LB3002", "duplicate '" + lexeme.spelling() + "'");
        }
        cursor.next();
    }

    private void qualifier(Draft draft, Lexeme lexeme) {
        if (lexeme == Lexeme.ATOMIC && cursor.peek(1) == Lexeme.OPEN_PAREN) {
            setType(draft, this::parseAtomicType);
            return;
        }
        cursor.next();
        draft.qualifiers.add(qualifierOf(lexeme));
    }

    static Qualifier qualifierOf(Lexeme lexeme) {
        return switch (lexeme) {
            case CONST -> Qualifier.CONST;
            case VOLATILE -> Qualifier.VOLATILE;
            case RESTRICT -> Qualifier.RESTRICT;
            default -> Qualifier.ATOMIC;
        };
    }

    private void basic(Draft draft, Lexeme lexeme) {
        if (draft.type.isPresent()) {
            throw secondType();
        }
        if (draft.basic.isEmpty()) {
            draft.basicFirst = cursor.index();
        }
        cursor.next();
        draft.basicEnd = cursor.index();
        draft.basic.add(lexeme.spelling());
    }

    private boolean identifier(Draft draft) {
        var name = cursor.text();
        if (grammar.scopes.isAddressSpace(name)) {
            int first = cursor.index();
            cursor.next();
            draft.attributes.add(new Attribute.AddressSpace(cursor.since(first), name));
            return true;
        }
        switch (grammar.guesses.amongSpecifiers(cursor.index(), draft.typeSeen(), draft.context)) {
            case TYPE -> setType(draft, this::parseTypedefName);
            case ATTRIBUTE -> draft.attributes.add(grammar.attributes.parseMacroUse());
            case DECLARATOR -> {
                return false;
            }
        }
        return true;
    }

    private TypeSpecifier parseTypedefName() {
        int first = cursor.index();
        var name = cursor.next().text();
        if (grammar.guesses.deferred() && cursor.at(Lexeme.OPEN_PAREN) && cursor.peek(1) != Lexeme.STAR) {
            cursor.skipGroup();
            return new TypeSpecifier.MacroUse(cursor.since(first), name);
        }
        return new TypeSpecifier.Named(cursor.since(first), name);
    }

    private void setType(Draft draft, java.util.function.Supplier<TypeSpecifier> parse) {
        if (draft.typeSeen()) {
            throw secondType();
        }
        draft.type = Optional.of(parse.get());
    }

    private SyntaxError secondType() {
        return cursor.error("LB3002", "two types in one declaration: " + TokenCursor.describe(cursor.token())
                + " follows a complete type; a ';' may be missing before it");
    }

    private TypeSpecifier parseTypeKeyword(boolean typedef) {
        int first = cursor.index();
        return switch (cursor.peek()) {
            case STRUCT, UNION -> tags.parseRecord(typedef);
            case ENUM -> tags.parseEnum(typedef);
            case AUTO_TYPE -> {
                cursor.next();
                yield new TypeSpecifier.Auto(cursor.since(first));
            }
            default -> parseTypeof();
        };
    }

    private TypeSpecifier parseTypeof() {
        int first = cursor.index();
        boolean unqualified = cursor.at(Lexeme.TYPEOF_UNQUAL);
        var keyword = cursor.next().text();
        cursor.expect(Lexeme.OPEN_PAREN, " after '" + keyword + "'");
        cursor.enter(4);
        if (grammar.startsTypeName(0)) {
            TypeName type = grammar.declarators.parseTypeName();
            closeOperand(keyword);
            return new TypeSpecifier.TypeofType(cursor.since(first), type, unqualified);
        }
        Expression operand = grammar.expressions.parse();
        closeOperand(keyword);
        return new TypeSpecifier.TypeofExpression(cursor.since(first), operand, unqualified);
    }

    private void closeOperand(String keyword) {
        cursor.leave(4);
        cursor.expect(Lexeme.CLOSE_PAREN, " after the operand of '" + keyword + "'");
    }

    private TypeSpecifier parseAtomicType() {
        int first = cursor.index();
        cursor.next();
        cursor.expect(Lexeme.OPEN_PAREN);
        var type = grammar.declarators.parseTypeName();
        cursor.expect(Lexeme.CLOSE_PAREN, " after the operand of '_Atomic'");
        return new TypeSpecifier.Atomic(cursor.since(first), type);
    }
}
