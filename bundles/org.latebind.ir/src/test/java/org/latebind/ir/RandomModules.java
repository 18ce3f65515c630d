package org.latebind.ir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.SourceText;
import org.latebind.ir.api.UnitPlan;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.NodeShape;
import org.latebind.syntax.api.NodeShapes;
import org.latebind.syntax.api.PartType;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** Modules that no C would give: every node with whatever its shape allows. */
final class RandomModules {
    private static final int DEEPEST = 5;
    private static final List<String> TEXTS = List.of(
            "", "x", "struct x", "\"", "\\", "\n\t\0\u007f", "\u00e4\u20ac\ud83d\ude00", "]");

    private final Random random;
    private final Map<Class<?>, List<NodeShape<?>>> permitted = new HashMap<>();
    private LexedFile file = new LexedFile(SourceFile.BUILT_IN, List.of());
    private List<Token> strings = List.of();
    private int depth;

    RandomModules(long seed) {
        random = new Random(seed);
    }

    DeferredModule next() {
        var files = new ArrayList<DeferredFile>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            file = new GnuLexer().lex(new SourceFile("f" + i + ".c", Origin.MODULE), source(), diagnostic -> { });
            strings = file.tokens().stream().filter(t -> t.kind() == TokenKind.STRING).toList();
            files.add(new DeferredFile(file, value(PlanShapes.ITEMS), value(PartType.maybe(PartType.TEXT)), sourceText()));
        }
        var macro = new UnitPlan.MacroOption(text(), Optional.of(text()));
        var undefined = new UnitPlan.MacroOption("A", Optional.empty());
        var unit = new UnitPlan(text(), text(), List.of(text()), List.of(macro, undefined),
                Arrays.stream(UnitPlan.SearchedFolder.Option.values())
                        .map(option -> new UnitPlan.SearchedFolder(option, text())).toList(),
                List.of(text()));
        var file = new BuildDescription.File(text(), Optional.of(text()));
        var bare = new BuildDescription.File(text(), Optional.empty());
        return new DeferredModule(files, random.nextBoolean()
                ? new BuildDescription.Listed(List.of(new ModulePlan("m", List.of(unit, unit))))
                : new BuildDescription.Package("m-1.0", ".", List.of(file, bare)));
    }

    /** Ends in a string, which some nodes have to have. */
    private String source() {
        var pieces = List.of(
                "a", " ", "\n", "0x1p3", "'c'", "\"s\"", "->", "\n#include <a/b.h>\n", "@", " \\\n ", "\u00e4", "\t",
                "\"\ud83d\ude00\"", "a\\\nb", "/* \ud83d\ude00 */");
        var text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.append("\n\"end\"\n").toString();
    }

    private Optional<SourceText> sourceText() {
        return random.nextBoolean()
                ? Optional.of(SourceText.of(source().getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    @SuppressWarnings("unchecked")
    private <T> T value(PartType<T> type) {
        return (T) switch (type) {
            case PartType.Place p -> span();
            case PartType.FileToken t -> strings.get(random.nextInt(strings.size()));
            case PartType.Text t -> text();
            case PartType.Truth t -> random.nextBoolean();
            case PartType.Constant<?> c -> one(c.type().getEnumConstants());
            case PartType.Constants<?> c -> constants(c.type());
            case PartType.Maybe<?> maybe -> depth < DEEPEST && random.nextBoolean()
                    ? Optional.of(value(maybe.type())) : Optional.empty();
            case PartType.Many<?> many -> many(many.element());
            case PartType.Nodes<?> nodes -> node(nodes.type());
            case PartType.Shaped<?> shaped -> node(shaped.shape());
        };
    }

    private <E> E one(E[] constants) {
        return constants[random.nextInt(constants.length)];
    }

    private Span span() {
        int first = random.nextInt(file.tokens().size());
        int end = first + 1 + random.nextInt(file.tokens().size() - first);
        return new Span(switch (random.nextInt(4)) {
            case 0 -> Position.NONE;
            case 1 -> new Position(file.file(), 1 + random.nextInt(1000), random.nextInt(300));
            default -> file.tokens().get(random.nextInt(file.tokens().size())).position();
        }, first, end);
    }

    private <E extends Enum<E>> Set<E> constants(Class<E> type) {
        var set = EnumSet.allOf(type);
        set.removeIf(constant -> random.nextBoolean());
        return set;
    }

    private List<Object> many(PartType<?> element) {
        var list = new ArrayList<>();
        boolean needed = element instanceof PartType.FileToken;
        for (int i = depth < DEEPEST ? random.nextInt(4) : 0; i > 0 || needed && list.isEmpty(); i--) {
            list.add(value(element));
        }
        return list;
    }

    /** At the bottom, a node that needs no other. */
    private Object node(Class<?> type) {
        var shapes = permitted.computeIfAbsent(type, t ->
                NodeShapes.all().stream().filter(shape -> t.isAssignableFrom(shape.type())).toList());
        var shape = shapes.get(random.nextInt(shapes.size()));
        if (depth >= DEEPEST) {
            shape = shapes.stream().filter(RandomModules::isLeaf).findFirst().orElse(shape);
        }
        return node(shape);
    }

    private static boolean isLeaf(NodeShape<?> shape) {
        return shape.parts().stream().noneMatch(
                part -> part.type() instanceof PartType.Nodes<?> || part.type() instanceof PartType.Shaped<?>);
    }

    private Object node(NodeShape<?> shape) {
        depth++;
        var values = shape.parts().stream().map(part -> (Object) value(part.type())).toArray();
        depth--;
        if (shape.type() == Expression.Character.class) {
            values[1] = "L'c'";
        }
        return shape.make(values);
    }
}
