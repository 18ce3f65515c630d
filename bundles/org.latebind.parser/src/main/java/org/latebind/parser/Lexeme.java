package org.latebind.parser;

import static org.latebind.parser.Lexeme.Role.BASIC_TYPE;
import static org.latebind.parser.Lexeme.Role.FUNCTION_SPECIFIER;
import static org.latebind.parser.Lexeme.Role.KEYWORD;
import static org.latebind.parser.Lexeme.Role.OPEN_SORT;
import static org.latebind.parser.Lexeme.Role.PUNCTUATOR;
import static org.latebind.parser.Lexeme.Role.QUALIFIER;
import static org.latebind.parser.Lexeme.Role.STORAGE;
import static org.latebind.parser.Lexeme.Role.TYPE_KEYWORD;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.latebind.gnuc.BuiltinFunction;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** What the grammar tells apart among tokens: every keyword and punctuator, and the open sorts. */
enum Lexeme {
    END(OPEN_SORT), IDENTIFIER(OPEN_SORT), NUMBER(OPEN_SORT), CHARACTER(OPEN_SORT), STRING(OPEN_SORT),
    PRAGMA(OPEN_SORT), OTHER(OPEN_SORT),
    /** The {@code #} that begins a directive; only in a module's own, unpreprocessed tokens. */
    DIRECTIVE(OPEN_SORT),

    OPEN_BRACKET(PUNCTUATOR, "[", "<:"), CLOSE_BRACKET(PUNCTUATOR, "]", ":>"),
    OPEN_PAREN(PUNCTUATOR, "("), CLOSE_PAREN(PUNCTUATOR, ")"),
    OPEN_BRACE(PUNCTUATOR, "{", "<%"), CLOSE_BRACE(PUNCTUATOR, "}", "%>"),
    DOT(PUNCTUATOR, "."), ARROW(PUNCTUATOR, "->"), PLUS_PLUS(PUNCTUATOR, "++"), MINUS_MINUS(PUNCTUATOR, "--"),
    AMPERSAND(PUNCTUATOR, "&"), STAR(PUNCTUATOR, "*"), PLUS(PUNCTUATOR, "+"), MINUS(PUNCTUATOR, "-"),
    TILDE(PUNCTUATOR, "~"), EXCLAMATION(PUNCTUATOR, "!"), SLASH(PUNCTUATOR, "/"), PERCENT(PUNCTUATOR, "%"),
    SHIFT_LEFT(PUNCTUATOR, "<<"), SHIFT_RIGHT(PUNCTUATOR, ">>"), LESS(PUNCTUATOR, "<"), GREATER(PUNCTUATOR, ">"),
    LESS_EQUAL(PUNCTUATOR, "<="), GREATER_EQUAL(PUNCTUATOR, ">="), EQUAL_EQUAL(PUNCTUATOR, "=="),
    NOT_EQUAL(PUNCTUATOR, "!="), CARET(PUNCTUATOR, "^"), BAR(PUNCTUATOR, "|"), AND_AND(PUNCTUATOR, "&&"),
    OR_OR(PUNCTUATOR, "||"), QUESTION(PUNCTUATOR, "?"), COLON(PUNCTUATOR, ":"), SEMICOLON(PUNCTUATOR, ";"),
    ELLIPSIS(PUNCTUATOR, "..."), EQUAL(PUNCTUATOR, "="), STAR_EQUAL(PUNCTUATOR, "*="),
    SLASH_EQUAL(PUNCTUATOR, "/="), PERCENT_EQUAL(PUNCTUATOR, "%="), PLUS_EQUAL(PUNCTUATOR, "+="),
    MINUS_EQUAL(PUNCTUATOR, "-="), SHIFT_LEFT_EQUAL(PUNCTUATOR, "<<="), SHIFT_RIGHT_EQUAL(PUNCTUATOR, ">>="),
    AND_EQUAL(PUNCTUATOR, "&="), XOR_EQUAL(PUNCTUATOR, "^="), OR_EQUAL(PUNCTUATOR, "|="), COMMA(PUNCTUATOR, ","),
    HASH(PUNCTUATOR, "#", "%:"), HASH_HASH(PUNCTUATOR, "##", "%:%:"),

    TYPEDEF(STORAGE, "typedef"), EXTERN(STORAGE, "extern"), STATIC(STORAGE, "static"), AUTO(STORAGE, "auto"),
    REGISTER(STORAGE, "register"), THREAD_LOCAL(STORAGE, "_Thread_local", "__thread"),

    CONST(QUALIFIER, "const", "__const", "__const__"),
    VOLATILE(QUALIFIER, "volatile", "__volatile", "__volatile__"),
    RESTRICT(QUALIFIER, "restrict", "__restrict", "__restrict__"), ATOMIC(QUALIFIER, "_Atomic"),

    INLINE(FUNCTION_SPECIFIER, "inline", "__inline", "__inline__"), NORETURN(FUNCTION_SPECIFIER, "_Noreturn"),

    VOID(BASIC_TYPE, "void"), CHAR(BASIC_TYPE, "char"), SHORT(BASIC_TYPE, "short"), INT(BASIC_TYPE, "int"),
    LONG(BASIC_TYPE, "long"), FLOAT(BASIC_TYPE, "float"), DOUBLE(BASIC_TYPE, "double"),
    SIGNED(BASIC_TYPE, "signed", "__signed", "__signed__"), UNSIGNED(BASIC_TYPE, "unsigned"),
    BOOL(BASIC_TYPE, "_Bool"), COMPLEX(BASIC_TYPE, "_Complex", "__complex", "__complex__"),
    INT128(BASIC_TYPE, "__int128"), FLOAT16(BASIC_TYPE, "_Float16"), FLOAT32(BASIC_TYPE, "_Float32"),
    FLOAT64(BASIC_TYPE, "_Float64"), FLOAT128(BASIC_TYPE, "_Float128", "__float128"),
    FLOAT32X(BASIC_TYPE, "_Float32x"), FLOAT64X(BASIC_TYPE, "_Float64x"), DECIMAL32(BASIC_TYPE, "_Decimal32"),
    DECIMAL64(BASIC_TYPE, "_Decimal64"), DECIMAL128(BASIC_TYPE, "_Decimal128"),

    STRUCT(TYPE_KEYWORD, "struct"), UNION(TYPE_KEYWORD, "union"), ENUM(TYPE_KEYWORD, "enum"),
    TYPEOF(TYPE_KEYWORD, "typeof", "__typeof", "__typeof__"),
    TYPEOF_UNQUAL(TYPE_KEYWORD, "__typeof_unqual__", "__typeof_unqual"),
    AUTO_TYPE(TYPE_KEYWORD, "__auto_type"),

    ATTRIBUTE(KEYWORD, "__attribute__", "__attribute"), ALIGNAS(KEYWORD, "_Alignas"),
    ASM(KEYWORD, "asm", "__asm", "__asm__"), EXTENSION(KEYWORD, "__extension__"), LABEL(KEYWORD, "__label__"),
    STATIC_ASSERT(KEYWORD, "_Static_assert"), GENERIC(KEYWORD, "_Generic"), SIZEOF(KEYWORD, "sizeof"),
    ALIGNOF(KEYWORD, "_Alignof"), PREFERRED_ALIGNOF(KEYWORD, "__alignof__", "__alignof"),
    REAL(KEYWORD, "__real__", "__real"), IMAG(KEYWORD, "__imag__", "__imag"),
    OFFSETOF(KEYWORD, BuiltinFunction.OFFSETOF.spelling()),
    VA_ARG(KEYWORD, BuiltinFunction.VA_ARG.spelling()),
    TYPES_COMPATIBLE(KEYWORD, BuiltinFunction.TYPES_COMPATIBLE_P.spelling()),
    CHOOSE_EXPR(KEYWORD, BuiltinFunction.CHOOSE_EXPR.spelling()),
    HAS_ATTRIBUTE(KEYWORD, BuiltinFunction.HAS_ATTRIBUTE.spelling()),
    CONVERT_VECTOR(KEYWORD, "__builtin_convertvector"),

    IF(KEYWORD, "if"), ELSE(KEYWORD, "else"), WHILE(KEYWORD, "while"), DO(KEYWORD, "do"), FOR(KEYWORD, "for"),
    SWITCH(KEYWORD, "switch"), CASE(KEYWORD, "case"), DEFAULT(KEYWORD, "default"), BREAK(KEYWORD, "break"),
    CONTINUE(KEYWORD, "continue"), RETURN(KEYWORD, "return"), GOTO(KEYWORD, "goto");

    /** What part of the grammar a lexeme belongs to. */
    enum Role {
        OPEN_SORT, PUNCTUATOR, STORAGE, QUALIFIER, FUNCTION_SPECIFIER, BASIC_TYPE, TYPE_KEYWORD, KEYWORD
    }

    private static final Map<String, Lexeme> WORDS = new HashMap<>();
    private static final Map<String, Lexeme> PUNCTUATORS = new HashMap<>();
    private static final Lexeme[] SINGLE = new Lexeme[128];

    static {
        for (var lexeme : values()) {
            for (var spelling : lexeme.spellings) {
                if (lexeme.role != PUNCTUATOR) {
                    WORDS.put(spelling, lexeme);
                } else if (spelling.length() == 1) {
                    SINGLE[spelling.charAt(0)] = lexeme;
                } else {
                    PUNCTUATORS.put(spelling, lexeme);
                }
            }
        }
    }

    private final Role role;
    private final List<String> spellings;

    Lexeme(Role role, String... spellings) {
        this.role = role;
        this.spellings = List.of(spellings);
    }

    Role role() {
        return role;
    }

    /** The plain spelling; of an open sort, words for a diagnostic. */
    String spelling() {
        return switch (this) {
            case END -> "end of input";
            case IDENTIFIER -> "identifier";
            case NUMBER -> "number";
            case CHARACTER -> "character constant";
            case STRING -> "string literal";
            case PRAGMA -> "pragma";
            case OTHER -> "stray character";
            case DIRECTIVE -> "preprocessing directive";
            default -> spellings.getFirst();
        };
    }

    /** Whether this may stand among declaration specifiers, identifiers aside. */
    boolean isSpecifier() {
        return switch (role) {
            case STORAGE, QUALIFIER, FUNCTION_SPECIFIER, BASIC_TYPE, TYPE_KEYWORD -> true;
            default -> this == ALIGNAS;
        };
    }

    boolean isWord() {
        return this == IDENTIFIER || role != OPEN_SORT && role != PUNCTUATOR;
    }

    static Lexeme of(Token token) {
        return switch (token.kind()) {
            case IDENTIFIER -> WORDS.getOrDefault(token.text(), IDENTIFIER);
            case PUNCTUATOR -> punctuator(token.text());
            case NUMBER -> NUMBER;
            case CHARACTER -> CHARACTER;
            case STRING -> STRING;
            case PRAGMA -> PRAGMA;
            case END -> END;
            case HEADER_NAME, OTHER -> OTHER;
        };
    }

    /** Whether a token begins a directive. */
    static boolean beginsDirective(Token token) {
        return token.has(Token.LINE_START) && token.kind() == TokenKind.PUNCTUATOR && of(token) == HASH;
    }

    private static Lexeme punctuator(String text) {
        return text.length() == 1 ? SINGLE[text.charAt(0)] : PUNCTUATORS.getOrDefault(text, OTHER);
    }
}
