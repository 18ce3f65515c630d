package org.latebind.genksyms.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random preprocessed files of declarations, each of which is exported. Most are C; some have what genksyms stumbles
 * over: attributes everywhere, names of types declared anew, statement expressions, or a piece left out.
 */
public final class RandomDeclarations {
    private static final List<String> ATTRIBUTES = List.of(
            "__attribute__((__packed__))", "__attribute__((aligned(sizeof(long))))", "__attribute((unused))",
            "__attribute__((section(\".data\" \"..x\")))", "__attribute__((format(printf, 1, 2)))");
    private static final List<String> BASIC = List.of(
            "int", "unsigned int", "char", "signed char", "long long", "unsigned long", "short", "_Bool", "void *",
            "double", "float", "__int128", "unsigned __int128", "__builtin_va_list", "const char *", "volatile int",
            "__signed__ char", "struct undefined *", "union unknown *", "enum nowhere", "long long unsigned int",
            "__const int", "uint8x16_t", "__uint128_t");
    private static final List<String> EXPRESSIONS = List.of(
            "1", "0x10UL", "1ULL << 40", "sizeof(int[3])", "'a'", "'\\''", "(1 != 2) ? 3 : 4", "-1", "~0U", "010",
            "1 + 2 * 3", "(2 >= 1) && 1", "sizeof(struct s1)", "1e3 > 1", "\"x\"[0]", "__builtin_offsetof(struct s1, a)",
            "({ int x = 1; x; })", "(int){ 1 }", "(1 <<= 2)", "1 -> 2", "a++ + b");
    private static final List<String> OTHERS = List.of(
            "_Static_assert(sizeof(int) == 4, \"int; is four\");", "asm(\".globl x; x:\");",
            "__asm__(\"nop\" : : \"r\"(1) : \"memory\");", ";", "__extension__ typedef long ext_t;",
            "static inline int inl(int a) { struct q { int z; } q; return a[\"}{\"]; }", "int;", "struct lonely;",
            "static_assert(1);", "MISSING_MACRO(x)", "__typeof__(int) plain;", "extern \"C\" { int x; }", "int )broken;",
            "int a b c;", "@;", "};", "_Thread_local int tls;", "typedef;", "enum { };", "struct { int x; } ;");

    private final Random random;
    private final List<String> types = new ArrayList<>();
    private final List<String> structs = new ArrayList<>();
    private final List<String> constants = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private int names;

    private RandomDeclarations(long seed) {
        random = new Random(seed);
    }

    /** A file with that many declarations, and others between them. */
    public static String of(long seed, int count) {
        var file = new RandomDeclarations(seed);
        file.out.append("# 0 \"source.c\"\n# 1 \"header.h\" 1\n");
        for (int i = 0; i < count; i++) {
            if (i == count / 2) {
                file.out.append("# 7 \"source.c\" 2\n#pragma GCC poison int\n");
            }
            file.declare();
        }
        return file.out.toString();
    }

    private void declare() {
        switch (random.nextInt(8)) {
            case 0 -> typedef();
            case 1 -> line(type(2) + ";");
            case 2 -> line(one(OTHERS));
            default -> { }
        }
        var name = name("x");
        switch (random.nextInt(6)) {
            case 0 -> line(storage() + type(2) + " " + declarator(name, 2) + attribute(4) + initializer() + ";");
            case 1 -> line(storage() + type(1) + " " + declarator(name, 1) + ", " + attribute(9)
                    + second(name("y")) + initializer() + ";");
            case 2 -> line(storage() + type(1) + " " + attribute(5) + name + "(" + parameters(2) + ")"
                    + (chance(2) ? " { return 1 ? (int[]){ '}' }[0] : 2; }" : attribute(4) + ";"));
            case 3 -> line("typeof(" + (chance(2) ? name("z") : type(1)) + ") " + declarator(name, 1) + ";");
            case 4 -> line("extern " + type(1) + attribute(5) + " " + declarator(name, 1) + " __asm__(\"y\") "
                    + attribute(3) + ";");
            default -> line(damaged(storage() + type(1) + " " + declarator(name, 2) + initializer() + ";"));
        }
        line("__GENKSYMS_EXPORT_SYMBOL(" + name + ");");
    }

    private void typedef() {
        var name = name("t");
        line("typedef " + type(2) + " " + declarator(name, 1) + attribute(4) + ";");
        types.add(name);
    }

    private String type(int depth) {
        return attribute(8) + switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0, 1 -> one(BASIC);
            case 2, 3 -> types.isEmpty() ? one(BASIC) : (chance(3) ? "const " : "") + one(types);
            case 4 -> structs.isEmpty() ? "struct later" : one(structs) + (chance(2) ? " *" : "");
            case 5, 6 -> record(depth);
            case 7 -> enumeration();
            default -> "typeof(" + type(depth - 1) + ")";
        };
    }

    private String record(int depth) {
        var keyword = chance(4) ? "union" : "struct";
        var tag = chance(3) ? "" : " " + name("s");
        var text = new StringBuilder(keyword).append(' ').append(attribute(8)).append(tag).append(" { ");
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append(member(depth - 1)).append(' ');
        }
        if (!tag.isEmpty()) {
            structs.add(keyword + tag);
        }
        return text.append("}").append(attribute(6)).toString();
    }

    private String member(int depth) {
        return switch (random.nextInt(9)) {
            case 0 -> "unsigned int " + name("m") + " : 3, : 2, " + name("m") + ":" + one(EXPRESSIONS) + ";";
            case 1 -> type(depth) + " " + declarator(name("m"), 1) + ", *" + name("m") + ";";
            case 2 -> "struct { " + type(0) + " " + name("m") + "; };";
            case 3 -> types.isEmpty() ? ";" : type(0) + " " + one(types) + ";";
            case 4 -> "_Static_assert(1, \"in a struct\");";
            default -> type(depth) + " " + declarator(name("m"), 2) + attribute(6) + ";";
        };
    }

    private String enumeration() {
        var text = new StringBuilder("enum ").append(chance(2) ? name("e") : "").append(" { ");
        for (int i = random.nextInt(4); i >= 0; i--) {
            var name = name("C");
            text.append(name).append(chance(3) ? " = " + expression() : "").append(i > 0 || chance(3) ? ", " : " ");
            constants.add(name);
        }
        return text.append("}").toString();
    }

    private String declarator(String name, int depth) {
        if (depth == 0) {
            return name;
        }
        return switch (random.nextInt(7)) {
            case 0 -> "*" + (chance(3) ? one(List.of("const ", "restrict ", "__attribute__((x)) ", "__seg_gs ")) : "")
                    + declarator(name, depth - 1);
            case 1 -> declarator(name, depth - 1) + "[" + (chance(4) ? "" : expression()) + "]";
            case 2 -> "(*" + declarator(name, depth - 1) + ")(" + parameters(depth - 1) + ")";
            case 3 -> "(" + attribute(4) + "*" + name + "[2])(" + parameters(depth - 1) + ")";
            default -> name;
        };
    }

    /** One behind a comma, where genksyms does not end on parameters. */
    private String second(String name) {
        return one(List.of("", "*", "**", "* const ")) + (chance(4) ? "(" + name + ")" : name)
                + (chance(3) ? "[" + expression() + "]" : "");
    }

    private String parameters(int depth) {
        int count = random.nextInt(4);
        if (count == 0) {
            return chance(2) ? "void" : "";
        }
        var each = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var name = switch (random.nextInt(5)) {
                case 0 -> "";
                case 1 -> types.isEmpty() ? "p" : one(types);
                default -> name("p");
            };
            each.add(type(0) + " " + (name.isEmpty() || depth <= 0 ? name : declarator(name, depth - 1)) + attribute(9));
        }
        return String.join(", ", each) + (chance(5) ? ", ..." : "");
    }

    private String initializer() {
        return chance(3) ? " = " + (chance(2) ? expression() : "{ .a = { 1, 2 }, [3 ... 4] = (5, 6) }") : "";
    }

    private String expression() {
        return constants.isEmpty() || chance(2) ? one(EXPRESSIONS) : "(" + one(constants) + " + 1)";
    }

    private String storage() {
        return switch (random.nextInt(6)) {
            case 0 -> "static ";
            case 1 -> "extern ";
            case 2 -> "inline ";
            case 3 -> "static inline ";
            default -> "";
        };
    }

    private String attribute(int oneIn) {
        return chance(oneIn) ? " " + one(ATTRIBUTES) + " " : "";
    }

    /** Sometimes without one of its characters; quotes stay, which a preprocessor delivers in pairs. */
    private String damaged(String text) {
        int at = random.nextInt(text.length());
        boolean quote = text.charAt(at) == '"' || text.charAt(at) == '\'' || text.charAt(at) == '\\';
        return quote || chance(2) ? text : text.substring(0, at) + text.substring(at + 1);
    }

    private String name(String prefix) {
        return prefix + ++names;
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
