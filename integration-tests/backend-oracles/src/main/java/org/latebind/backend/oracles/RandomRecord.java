package org.latebind.backend.oracles;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.Member;
import org.latebind.target.api.TypeShape.ScalarClass;

/** A struct or union made at random: as C declares it, and as calling conventions see it. */
record RandomRecord(String declaration, TypeShape.Record shape) {
    /** A scalar type of C and its size. */
    private record Scalar(String name, int size, ScalarClass scalarClass) {}

    private static final List<Scalar> SCALARS = List.of(
            new Scalar("char", 1, ScalarClass.INTEGER),
            new Scalar("short", 2, ScalarClass.INTEGER),
            new Scalar("int", 4, ScalarClass.INTEGER),
            new Scalar("long", 8, ScalarClass.INTEGER),
            new Scalar("void *", 8, ScalarClass.POINTER),
            new Scalar("float", 4, ScalarClass.FLOAT),
            new Scalar("double", 8, ScalarClass.DOUBLE),
            new Scalar("__int128", 16, ScalarClass.INTEGER),
            new Scalar("long double", 16, ScalarClass.LONG_DOUBLE));

    /** {@code struct r1}. */
    String type() {
        return declaration.substring(0, declaration.indexOf('{')).strip();
    }

    /** @param largestAlignment of scalars; a smaller one is aligned to its size */
    static RandomRecord next(int index, int largestAlignment, Random random) {
        boolean union = random.nextInt(5) == 0;
        boolean packed = random.nextInt(6) == 0;
        var text = new StringBuilder(union ? "union" : "struct").append(" r").append(index).append(" {");
        var members = new ArrayList<Member>();
        long size = 0;
        int align = 1;
        boolean unaligned = false;
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            // The rare types last: most records should be small.
            var scalar = SCALARS.get(Math.min(random.nextInt(SCALARS.size()), random.nextInt(SCALARS.size())));
            int length = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
            int natural = Math.min(scalar.size(), largestAlignment);
            int memberAlign = packed ? 1 : natural;
            long offset = union ? 0 : (size + memberAlign - 1) / memberAlign * memberAlign;
            for (int k = 0; k < Math.max(1, length); k++) {
                long at = offset + (long) k * scalar.size();
                members.add(new Member(at, scalar.size(), scalar.scalarClass()));
                unaligned |= at % natural != 0;
            }
            size = Math.max(size, offset + (long) Math.max(1, length) * scalar.size());
            align = Math.max(align, memberAlign);
            text.append(' ').append(scalar.name()).append(" m").append(i).append(length > 0 ? "[" + length + "];" : ";");
        }
        text.append(" }").append(packed ? " __attribute__((packed))" : "").append(";\n");
        size = (size + align - 1) / align * align;
        return new RandomRecord(text.toString(), new TypeShape.Record(size, align, members, unaligned, false));
    }
}
