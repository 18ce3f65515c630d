package org.latebind.lowering.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Declarations of structs and unions at random, the same for the same seed, and objects that tell their
 * layout: {@code sN} holds sizes, alignments and offsets, {@code vN} has one member set to all ones.
 */
final class RandomRecords {
    private static final List<String> SCALARS = List.of(
            "char", "signed char", "short", "unsigned short", "int", "unsigned int", "long", "unsigned long",
            "long long", "_Bool", "float", "double", "void *", "long double");

    private static final List<String> BIT_FIELD_TYPES = List.of(
            "char", "unsigned char", "short", "unsigned short", "int", "unsigned int", "long", "unsigned long", "_Bool");

    private static final List<Integer> WIDTHS = List.of(8, 8, 16, 16, 32, 32, 64, 64, 1);

    private final Random random;
    private final int count;
    private final List<Integer> small = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private RandomRecords(long seed, int count) {
        random = new Random(seed);
        this.count = count;
    }

    /** C text of {@code count} records. */
    static String of(long seed, int count) {
        var records = new RandomRecords(seed, count);
        for (int i = 0; i < records.count; i++) {
            records.declare(i);
        }
        return records.text.toString();
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private String aligned() {
        return " __attribute__((aligned(" + (1 << random.nextInt(6)) + ")))";
    }

    private void declare(int index) {
        boolean union = oneIn(5);
        int pack = oneIn(12) ? 1 << random.nextInt(4) : 0;
        if (pack > 0) {
            text.append("#pragma pack(push, ").append(pack).append(")\n");
        }
        var kind = union ? "union" : "struct";
        text.append(kind).append(" r").append(index).append(" {");
        var offsets = new ArrayList<String>();
        var settable = new ArrayList<String>();
        int members = 1 + random.nextInt(7);
        for (int i = 0; i < members; i++) {
            member(i, offsets, settable);
        }
        text.append(" }");
        if (oneIn(6)) {
            text.append(" __attribute__((packed))");
        }
        if (oneIn(8)) {
            text.append(aligned());
        }
        text.append(";\n");
        if (pack > 0) {
            text.append("#pragma pack(pop)\n");
        }
        if (!union) {
            small.add(index);
        }
        var type = kind + " r" + index;
        text.append("const unsigned long s").append(index).append("[] = { sizeof(").append(type).append("), _Alignof(")
                .append(type).append(')');
        offsets.forEach(name -> text.append(", __builtin_offsetof(").append(type).append(", ").append(name).append(')'));
        text.append(" };\n");
        if (!settable.isEmpty()) {
            text.append(type).append(" v").append(index).append(" = { .")
                    .append(settable.get(random.nextInt(settable.size()))).append(" = -1 };\n");
        }
    }

    private void member(int index, List<String> offsets, List<String> settable) {
        var name = "m" + index;
        if (oneIn(3)) {
            bitField(name, settable);
            return;
        }
        if (!small.isEmpty() && oneIn(8)) {
            text.append(" struct r").append(small.get(random.nextInt(small.size()))).append(' ').append(name);
        } else {
            var scalar = SCALARS.get(random.nextInt(SCALARS.size()));
            text.append(' ').append(scalar).append(' ').append(name);
            if (oneIn(5)) {
                text.append('[').append(1 + random.nextInt(5)).append(']');
            } else if (!scalar.contains("*")) {
                settable.add(name);
            }
        }
        attributes();
        text.append(';');
        offsets.add(name);
    }

    private void bitField(String name, List<String> settable) {
        int type = random.nextInt(BIT_FIELD_TYPES.size());
        int most = WIDTHS.get(type);
        boolean named = !oneIn(6);
        int width = named ? 1 + random.nextInt(most) : random.nextInt(most + 1);
        text.append(' ').append(BIT_FIELD_TYPES.get(type));
        if (named) {
            text.append(' ').append(name);
            settable.add(name);
        }
        text.append(" : ").append(width);
        if (width > 0 && named) {
            attributes();
        }
        text.append(';');
    }

    private void attributes() {
        if (oneIn(12)) {
            text.append(" __attribute__((packed))");
        }
        if (oneIn(12)) {
            text.append(aligned());
        }
    }
}
