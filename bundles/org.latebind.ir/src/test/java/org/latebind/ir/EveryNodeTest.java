package org.latebind.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.latebind.ir.api.DeferredModule;
import org.latebind.kit.Golden;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.syntax.api.NodeShape;
import org.latebind.syntax.api.NodeShapes;
import org.latebind.syntax.api.PartType;

/**
 * A module in which every node of the format occurs: every.lir is what {@code latebind show} prints of every.c, and
 * every.hex is what a {@code .dko} of it holds, unpacked. Both are the format: where one of them changes, its version
 * has to be raised ({@link DkoFormat}).
 */
class EveryNodeTest {
    private static final Path FOLDER = Path.of("src/test/resources/every");
    private static final int BYTES_A_LINE = 48;

    private final GnuLexer lexer = new GnuLexer();
    private final DeferredText text = new DeferredText(lexer);

    private static String golden() throws IOException {
        return Files.readString(FOLDER.resolve("every.lir"));
    }

    private DeferredModule module() throws IOException {
        return text.read(golden(), diagnostic -> fail(diagnostic.toString()));
    }

    @Test
    void everyNodeAndEveryConstantOccurs() throws Exception {
        var missing = new TreeSet<String>();
        NodeShapes.all().forEach(shape -> missing.add(shape.type().getName()));
        constants().forEach(constant -> missing.add(constant.getDeclaringClass().getSimpleName() + "." + constant));
        for (var file : module().files()) {
            Nodes.walk(PlanShapes.ITEMS, file.items(), (type, value) -> {
                missing.remove(value.getClass().getName());
                if (value instanceof Enum<?> constant) {
                    missing.remove(constant.getDeclaringClass().getSimpleName() + "." + constant);
                }
            });
        }
        assertEquals(Set.of(), missing);
    }

    /** All constants that parts may have. */
    private static Set<Enum<?>> constants() {
        return NodeShapes.all().stream()
                .map(NodeShape::parts)
                .flatMap(parts -> parts.stream().map(NodeShape.Part::type))
                .<Class<? extends Enum<?>>>mapMulti((type, out) -> {
                    var inner = type instanceof PartType.Maybe<?> maybe ? maybe.type() : type;
                    if (inner instanceof PartType.Constant<?> c) {
                        out.accept(c.type());
                    } else if (inner instanceof PartType.Constants<?> c) {
                        out.accept(c.type());
                    }
                })
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void textReadsBack() throws Exception {
        assertEquals(golden(), text.print(module()));
    }

    @Test
    void theContentOfAFileIsWhatItWas() throws Exception {
        var hex = hex(DkoContent.write(module()));
        // Where the format has changed: raise its version, bless, adapt docs/dko.md.
        Golden.assertSame(FOLDER.resolve("every.lir"), ".hex", hex);
    }

    @Test
    void theContentOfAFileReadsBack() throws Exception {
        var content = HexFormat.of().parseHex(Files.readString(FOLDER.resolve("every.hex")).replace("\n", ""));
        assertEquals(golden(), text.print(DkoContent.read(content, lexer)));
        assertEquals(module(), DkoContent.read(content, lexer));
    }

    private static String hex(byte[] content) {
        var lines = new StringBuilder();
        for (int at = 0; at < content.length; at += BYTES_A_LINE) {
            int end = Math.min(content.length, at + BYTES_A_LINE);
            lines.append(HexFormat.of().formatHex(content, at, end)).append('\n');
        }
        return lines.toString();
    }
}
