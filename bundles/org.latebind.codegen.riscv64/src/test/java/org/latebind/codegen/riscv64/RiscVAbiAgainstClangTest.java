package org.latebind.codegen.riscv64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.latebind.target.api.AbiLowering.Passing;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.Member;
import org.latebind.target.api.TypeShape.ScalarClass;

/** Records made at random, as clang passes and returns them. */
class RiscVAbiAgainstClangTest {
    private static final int COUNT = 400;

    /** A scalar type of C and its size, which is its alignment too. */
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

    private record Generated(String declaration, TypeShape.Record shape) {}

    private static Generated generate(int index, Random random) {
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
            int memberAlign = packed ? 1 : scalar.size();
            long offset = union ? 0 : (size + memberAlign - 1) / memberAlign * memberAlign;
            for (int k = 0; k < Math.max(1, length); k++) {
                long at = offset + (long) k * scalar.size();
                members.add(new Member(at, scalar.size(), scalar.scalarClass()));
                unaligned |= at % scalar.size() != 0;
            }
            size = Math.max(size, offset + (long) Math.max(1, length) * scalar.size());
            align = Math.max(align, memberAlign);
            text.append(' ').append(scalar.name()).append(" m").append(i).append(length > 0 ? "[" + length + "];" : ";");
        }
        text.append(" }").append(packed ? " __attribute__((packed))" : "").append(";\n");
        size = (size + align - 1) / align * align;
        return new Generated(
                text.toString(), new TypeShape.Record(size, align, members, unaligned, false));
    }

    /** LLVM's types of what is passed, {@code ptr} for a copy in memory. */
    private static String types(Passing passing) {
        return switch (passing) {
            case Passing.Ignored ignored -> "";
            case Passing.Memory memory -> "ptr ";
            case Passing.Value value -> value.llvmType() + " ";
            case Passing.Registers registers -> registers.pieces().stream()
                    .map(piece -> piece.llvmType() + " ")
                    .collect(Collectors.joining());
        };
    }

    private static String typesOf(String parameters) {
        var out = new StringBuilder();
        for (var parameter : parameters.split(",")) {
            var type = parameter.strip().replaceAll("\\b(noundef|signext|zeroext) ?", "").replaceAll(" ?%.*", "");
            if (!type.isEmpty()) {
                out.append(type).append(' ');
            }
        }
        return out.toString();
    }

    @Test
    void recordsTravelAsClangSaysTheyDo() throws IOException, InterruptedException {
        var random = new Random(20);
        var generated = new ArrayList<Generated>();
        var source = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            var record = generate(i, random);
            var type = record.declaration().substring(0, record.declaration().indexOf('{')).strip();
            generated.add(record);
            // Three longs before it make registers run out for some.
            source.append(record.declaration())
                    .append(type).append(" g").append(i).append(";\n")
                    .append(type).append(" f").append(i).append("(long a, long b, long c, ")
                    .append(type).append(" x, ").append(type).append(" y) { return x; }\n");
        }
        var ir = clang(source.toString());
        var definition = Pattern.compile("define dso_local (?:signext )?([^@]+) @f(\\d+)\\(([^\\n]*)\\) #");
        var matcher = definition.matcher(ir.replaceAll("sret\\(%[^)]*\\) align \\d+ ", ""));
        var abi = new RiscVAbi(false);
        var integer = new TypeShape.Scalar(ScalarClass.INTEGER, "i64", 8, 8, true);
        int compared = 0;
        while (matcher.find()) {
            var record = generated.get(Integer.parseInt(matcher.group(2)));
            var ours = abi.function(
                    record.shape(), List.of(integer, integer, integer, record.shape(), record.shape()), 5, false);
            boolean inMemory = ours.result() instanceof Passing.Memory;
            var ourArguments = (inMemory ? "ptr " : "")
                    + ours.arguments().stream().map(RiscVAbiAgainstClangTest::types).collect(Collectors.joining());
            assertEquals(typesOf(matcher.group(3).replace("noalias ", "")), ourArguments, record.declaration());
            assertEquals(matcher.group(1).equals("void"), inMemory, record.declaration());
            compared++;
        }
        assertEquals(COUNT, compared);
    }

    private static String clang(String source) throws IOException, InterruptedException {
        for (var name : List.of("clang", "clang-16", "clang-19")) {
            Process process;
            try {
                process = new ProcessBuilder(
                                name, "-target", "riscv64-linux-gnu", "-march=rv64imac", "-mabi=lp64", "-O0", "-S", "-emit-llvm", "-w", "-x", "c", "-o", "-", "-")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException absent) {
                continue;
            }
            var writer = new Thread(() -> {
                try (var out = process.getOutputStream()) {
                    out.write(source.getBytes(StandardCharsets.UTF_8));
                } catch (IOException ignored) {
                    // clang ended early; its status tells.
                }
            });
            writer.start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            writer.join();
            assertEquals(0, process.waitFor());
            return text;
        }
        assumeTrue(false, "SKIPPED: clang is not installed");
        throw new IllegalStateException();
    }
}
