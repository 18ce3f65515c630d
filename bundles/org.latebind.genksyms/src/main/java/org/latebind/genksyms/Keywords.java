package org.latebind.genksyms;

import java.util.HashMap;
import java.util.Map;

/** Words that are not names. */
final class Keywords {
    private Keywords() {}

    /** What each word of a dialect begins or is. */
    static Map<String, Terminal> of(Dialect dialect) {
        var words = new HashMap<String, Terminal>();
        add(words, Terminal.EXPORT, "__GENKSYMS_EXPORT_SYMBOL");
        add(words, Terminal.ASM_PHRASE, "asm", "__asm", "__asm__");
        // 'attribute' and others without underscores are used as names.
        add(words, Terminal.ATTRIBUTE_PHRASE, "__attribute", "__attribute__");
        add(words, Terminal.TYPEOF, "typeof", "__typeof", "__typeof__");
        add(words, Terminal.EXTENSION, "__extension__");
        add(words, Terminal.VA_LIST, "__builtin_va_list");
        add(words, Terminal.VECTOR_OR_INT128, "__int128", "__int128_t", "__uint128_t");
        add(words, Terminal.CONST, "const", "__const", "__const__");
        add(words, Terminal.VOLATILE, "volatile", "__volatile", "__volatile__");
        add(words, Terminal.RESTRICT, "restrict", "__restrict", "__restrict__");
        add(words, Terminal.INLINE, "inline", "__inline", "__inline__");
        add(words, Terminal.SIGNED, "signed", "__signed", "__signed__");
        add(words, Terminal.BOOL, "_Bool");
        add(words, Terminal.AUTO, "auto");
        add(words, Terminal.CHAR, "char");
        add(words, Terminal.DOUBLE, "double");
        add(words, Terminal.ENUM, "enum");
        add(words, Terminal.EXTERN, "extern");
        add(words, Terminal.FLOAT, "float");
        add(words, Terminal.INT, "int");
        add(words, Terminal.LONG, "long");
        add(words, Terminal.REGISTER, "register");
        add(words, Terminal.SHORT, "short");
        add(words, Terminal.STATIC, "static");
        add(words, Terminal.STRUCT, "struct");
        add(words, Terminal.TYPEDEF, "typedef");
        add(words, Terminal.UNION, "union");
        add(words, Terminal.UNSIGNED, "unsigned");
        add(words, Terminal.VOID, "void");
        if (dialect.hasStaticAssert()) {
            add(words, Terminal.STATIC_ASSERT_PHRASE, "_Static_assert");
        }
        if (dialect.hasLaterKeywords()) {
            add(words, Terminal.TYPEOF, "typeof_unqual", "__typeof_unqual", "__typeof_unqual__");
            add(words, Terminal.SEGMENT, "__seg_gs", "__seg_fs");
        }
        return Map.copyOf(words);
    }

    private static void add(Map<String, Terminal> words, Terminal terminal, String... spellings) {
        for (var spelling : spellings) {
            words.put(spelling, terminal);
        }
    }
}
