package org.latebind.backend.oracles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.latebind.kit.Needs;
import org.latebind.target.api.AbiLowering;
import org.latebind.target.api.AbiLowering.Passing;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.ScalarClass;

/**
 * Records made at random, as clang passes and returns them.
 *
 * @param flags that choose the machine
 * @param largestAlignment of scalars
 * @param kindOf what of an LLVM type counts: two that have the same travel alike; {@code memory} stands for
 *     what lies on the stack or in the place for the result
 * @param compareResults whether results have to be of one kind, too, not only in memory both or neither: clang
 *     returns some records as a type of its own
 */
public record ClangCallsOracle(
        List<String> flags, int largestAlignment, UnaryOperator<String> kindOf, boolean compareResults) {
    private static final int COUNT = 400;
    private static final String MEMORY = "memory";
    private static final Pattern DEFINITION =
            Pattern.compile("define (?:dso_local )?(?:signext )?(\\{[^}]*\\}|[^@]+) @f(\\d+)\\(([^\\n]*)\\) #");

    /** No difference in any of many records, if clang is installed. */
    public void assertSame(AbiLowering abi) throws IOException, InterruptedException {
        var random = new Random(20);
        var records = new ArrayList<RandomRecord>();
        var source = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            var record = RandomRecord.next(i, largestAlignment, random);
            var type = record.type();
            records.add(record);
            // Three longs before it make registers run out for some.
            source.append(record.declaration())
                    .append(type).append(" g").append(i).append(";\n")
                    .append(type).append(" f").append(i).append("(long a, long b, long c, ")
                    .append(type).append(" x, ").append(type).append(" y) { return x; }\n");
        }
        var ir = clang(source.toString()).replaceAll("ptr noalias sret\\(%[^)]*\\)", MEMORY)
                .replaceAll("ptr [^,]*byval\\(%[^)]*\\)", MEMORY);
        var matcher = DEFINITION.matcher(ir);
        int compared = 0;
        while (matcher.find()) {
            compare(records.get(Integer.parseInt(matcher.group(2))), matcher.group(1), matcher.group(3), abi);
            compared++;
        }
        assertEquals(COUNT, compared);
    }

    private void compare(RandomRecord record, String result, String parameters, AbiLowering abi) {
        var integer = new TypeShape.Scalar(ScalarClass.INTEGER, "i64", 8, 8, true);
        var shape = record.shape();
        var ours = abi.function(shape, List.of(integer, integer, integer, shape, shape), 5, false);
        boolean inMemory = ours.result() instanceof Passing.Memory;
        var ourArguments = (inMemory ? kind(MEMORY) : "")
                + ours.arguments().stream().map(this::kinds).collect(Collectors.joining());
        assertEquals(kinds(parameters), ourArguments, record.declaration());
        assertEquals(result.equals("void"), inMemory || ours.result() instanceof Passing.Ignored, record.declaration());
        if (compareResults && !inMemory) {
            assertEquals(kinds(result.replaceAll("[{}]", "")), kinds(ours.result()), record.declaration());
        }
    }

    private String kinds(Passing passing) {
        return switch (passing) {
            case Passing.Ignored ignored -> "";
            case Passing.Memory memory ->
                kind(memory.attributes().stream().anyMatch(a -> a.startsWith("byval")) ? MEMORY : "ptr");
            case Passing.Value value -> kind(value.llvmType());
            case Passing.Registers registers ->
                registers.pieces().stream().map(piece -> kind(piece.llvmType())).collect(Collectors.joining());
        };
    }

    private String kinds(String types) {
        var out = new StringBuilder();
        for (var parameter : types.split(",(?![^<]*>)")) {
            var type = parameter.strip()
                    .replaceAll("\\b(noundef|signext|zeroext) ?", "")
                    .replaceAll("\\balign \\d+ ?", "")
                    .replaceAll(" ?%.*", "")
                    .strip();
            out.append(type.isEmpty() ? "" : kind(type));
        }
        return out.toString();
    }

    private String kind(String type) {
        return kindOf.apply(type) + " ";
    }

    private String clang(String source) throws IOException, InterruptedException {
        var name = Needs.found(Needs.first(List.of("clang", "clang-16", "clang-19")), "clang");
        var command = new ArrayList<>(List.of(name));
        command.addAll(flags);
        command.addAll(List.of("-O0", "-S", "-emit-llvm", "-w", "-x", "c", "-o", "-", "-"));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var writer = new Thread(() -> {
            try (var out = process.getOutputStream()) {
                out.write(source.getBytes(StandardCharsets.UTF_8));
            } catch (IOException ignored) {
                // clang ended early; its status says so.
            }
        });
        writer.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        writer.join();
        assertEquals(0, process.waitFor());
        return text;
    }
}
