package org.latebind.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Records made at random, and objects whose bytes tell how they are laid out.
 *
 * <pre>
 * struct r7 { int m0 : 3; char m1; } __attribute__((packed));
 * const unsigned long q7[] = { sizeof(struct r7), __alignof__(struct r7), __builtin_offsetof(struct r7, m1) };
 * struct r7 b7_m0 = { .m0 = -1 };                 which bits are set are its own
 * </pre>
 */
final class RandomRecords {
    private static final String TYPES = """
            enum few { A, B, C };
            enum negative { D = -1, E = 1 };
            enum large { F = 0x100000000 };
            enum __attribute__((packed)) small { G, H = 200 };
            typedef int int8a __attribute__((aligned(8)));
            typedef long long2a __attribute__((aligned(2)));
            typedef char char16a __attribute__((aligned(16)));
            typedef short shorts[3];
            typedef int v4si __attribute__((vector_size(16)));
            typedef short v4hi __attribute__((vector_size(8)));
            typedef unsigned char v64qi __attribute__((vector_size(64)));
            """;
    private static final List<String> INTEGERS = List.of(
            "char", "signed char", "unsigned char", "short", "unsigned short", "int", "unsigned int", "long",
            "unsigned long", "long long", "unsigned long long");
    private static final List<String> OTHERS = List.of(
            "_Bool", "float", "double", "long double", "void *", "int (*)(void)", "enum few", "enum negative",
            "enum large", "enum small", "int8a", "long2a", "char16a", "shorts", "v4si", "v4hi", "v64qi", "__int128");
    /** A type of bit-fields and its width. */
    private record FieldType(String name, int bits) {}

    private static final List<FieldType> FIELDS = List.of(
            new FieldType("char", 8), new FieldType("signed char", 8), new FieldType("unsigned char", 8),
            new FieldType("short", 16), new FieldType("unsigned short", 16), new FieldType("int", 32),
            new FieldType("unsigned int", 32), new FieldType("int", 32), new FieldType("unsigned int", 32),
            new FieldType("long", 64), new FieldType("unsigned long", 64), new FieldType("long long", 64),
            new FieldType("unsigned long long", 64), new FieldType("_Bool", 1), new FieldType("enum few", 32),
            new FieldType("enum negative", 32), new FieldType("enum small", 8), new FieldType("int8a", 32),
            new FieldType("long2a", 64), new FieldType("char16a", 8));

    private final Random random;
    private final List<String> records = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(TYPES);

    private RandomRecords(long seed) {
        random = new Random(seed);
    }

    /** C text of so many records. */
    static String source(long seed, int count) {
        var all = new RandomRecords(seed);
        for (int i = 0; i < count; i++) {
            all.add(i);
        }
        return all.text.toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A record being written, and what can be asked of it. */
    private final class Body {
        private final StringBuilder members = new StringBuilder();
        private final List<String> plain = new ArrayList<>();
        private final List<String> fields = new ArrayList<>();

        void add(int depth) {
            int kind = random.nextInt(100);
            var name = "m" + (plain.size() + fields.size());
            if (kind < 45) {
                field(name);
            } else if (kind < 55 && depth < 2) {
                anonymous(depth);
            } else {
                member(name, kind < 65 && !records.isEmpty() ? one(records) : chance(65) ? one(INTEGERS) : one(OTHERS));
            }
        }

        private void field(String name) {
            var type = one(FIELDS);
            if (chance(8)) {
                members.append(' ').append(type.name()).append(" : 0;");
            } else if (chance(8)) {
                members.append(' ').append(type.name()).append(" : ").append(1 + random.nextInt(type.bits())).append(';');
            } else {
                int width = chance(15) ? type.bits() : 1 + random.nextInt(type.bits());
                members.append(' ').append(type.name()).append(' ').append(name).append(" : ").append(width)
                        .append(attributes(8, 4)).append(';');
                fields.add(name);
            }
        }

        private void member(String name, String type) {
            // An array of elements that are aligned to more than their size is refused.
            var array = chance(15) && !type.matches("int8a|char16a") ? "[" + random.nextInt(4) + "]" : "";
            var declaration = type.contains("(*)")
                    ? type.replace("(*)", "(*" + name + array + ")")
                    : type + " " + name + array;
            members.append(' ').append(declaration).append(attributes(8, 8)).append(';');
            plain.add(name);
        }

        private void anonymous(int depth) {
            members.append(chance(50) ? " struct {" : " union {");
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                add(depth + 1);
            }
            members.append(" }").append(attributes(15, 10)).append(';');
        }

        private String attributes(int packed, int aligned) {
            var all = new StringBuilder();
            if (chance(packed)) {
                all.append(" __attribute__((packed))");
            }
            if (chance(aligned)) {
                all.append(" __attribute__((aligned(").append(1 << random.nextInt(6)).append(")))");
            }
            return all.toString();
        }
    }

    private void add(int index) {
        boolean union = chance(20);
        var body = new Body();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            body.add(0);
        }
        boolean flexible = !union && !body.plain.isEmpty() && chance(5);
        if (flexible) {
            body.members.append(' ').append(one(INTEGERS)).append(" tail[];");
            body.plain.add("tail");
        }
        var name = (union ? "union r" : "struct r") + index;
        boolean pragma = chance(15);
        if (pragma) {
            text.append("#pragma pack(push, ").append(1 << random.nextInt(5)).append(")\n");
        }
        text.append(name).append(" {").append(body.members).append(" }").append(body.attributes(20, 12)).append(";\n");
        if (pragma) {
            text.append("#pragma pack(pop)\n");
        }
        text.append("const unsigned long q").append(index).append("[] = { sizeof(").append(name).append("), __alignof__(")
                .append(name).append(")");
        body.plain.forEach(m -> text.append(", __builtin_offsetof(").append(name).append(", ").append(m).append(")"));
        text.append(" };\n");
        body.fields.forEach(f -> text.append(name).append(" b").append(index).append('_').append(f)
                .append(" = { .").append(f).append(" = -1 };\n"));
        if (!flexible) {
            records.add(name);
        }
    }
}
