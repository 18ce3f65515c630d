package org.latebind.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.latebind.syntax.api.NodeShape;
import org.latebind.syntax.api.NodeShapes;
import org.latebind.syntax.api.PartType;

/** The grammar that docs/dko.md gives is the code's. {@code -Dlatebind.bless=true} writes it. */
class GrammarTest {
    private static final Path DOCUMENT = Path.of("../../docs/dko.md");
    private static final int NUMBER = 3;
    private static final int INDENT = 8;
    private static final int WIDTH = 118;
    private static final String BEGIN = "<!-- nodes -->\n";
    private static final String END = "<!-- end of nodes -->\n";

    private final Map<String, List<String>> enumerations = new LinkedHashMap<>();

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws Exception {
        var document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        if (Boolean.getBoolean("latebind.bless")) {
            document = document.substring(0, begin) + grammar() + document.substring(end);
            Files.writeString(DOCUMENT, document);
            end = document.indexOf(END);
        }
        assertEquals(document.substring(begin, end), grammar(),
                "the format has changed: raise its version and bless (DkoFormat)");
        assertTrue(document.contains("Format " + DkoFormat.VERSION + ","), "the document's version");
        assertTrue(document.contains("\"LATEBIND-DKO " + DkoFormat.VERSION + "\\n\""), "the document's version");
    }

    private String grammar() {
        var out = new StringBuilder("```\n");
        new PlanShapes().shapes().forEach(shape -> out.append("   ").append(line(shape)));
        int number = 0;
        for (var shape : NodeShapes.all()) {
            out.append(String.format("%3d", number++)).append(line(shape));
        }
        out.append("```\n\nA `Choice` of nodes of a type is a place and branches; a branch is the place of its ")
                .append("directive and its nodes.\n\n```\n");
        enumerations.forEach((name, constants) -> out.append(wrapped(0, name + ":", constants.stream())));
        return out.append("```\n").toString();
    }

    private String line(NodeShape<?> shape) {
        var parts = shape.parts().stream().map(part -> part.name() + ":" + text(part.type()));
        return wrapped(NUMBER, "  " + name(shape.type()), parts);
    }

    private static String wrapped(int before, String first, Stream<String> rest) {
        var lines = new StringBuilder(first);
        int width = before + first.length();
        for (var word : rest.toList()) {
            boolean fits = width + 1 + word.length() <= WIDTH;
            lines.append(fits ? " " : "\n" + " ".repeat(INDENT)).append(word);
            width = (fits ? width + 1 : INDENT) + word.length();
        }
        return lines.append('\n').toString();
    }

    private String text(PartType<?> type) {
        return switch (type) {
            case PartType.Place p -> "place";
            case PartType.FileToken t -> "token";
            case PartType.Text t -> "text";
            case PartType.Truth t -> "truth";
            case PartType.Constant<?> c -> enumeration(c.type());
            case PartType.Constants<?> c -> "{" + enumeration(c.type()) + "}";
            case PartType.Maybe<?> maybe -> text(maybe.type()) + "?";
            case PartType.Many<?> many -> "[" + text(many.element()) + "]";
            case PartType.Nodes<?> nodes -> name(nodes.type());
            case PartType.Shaped<?> shaped -> shaped(shaped.shape());
        };
    }

    private String shaped(NodeShape<?> shape) {
        if (!shape.name().equals("Choice")) {
            return name(shape.type());
        }
        var branches = (PartType.Shaped<?>) ((PartType.Many<?>) shape.parts().get(1).type()).element();
        return "Choice of " + text(branches.shape().parts().get(1).type());
    }

    private String enumeration(Class<? extends Enum<?>> type) {
        enumerations.put(name(type), Arrays.stream(type.getEnumConstants()).<String>map(Enum::name).toList());
        return name(type);
    }

    /** With the types that it is nested in: the last word alone may mean several. */
    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}
