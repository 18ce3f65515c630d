package org.latebind.cparser.preprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.latebind.cparser.lexer.GnuLexer;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.FeatureAnswers;
import org.latebind.token.api.FragmentCache;
import org.latebind.token.api.IncludeResolver.Found;
import org.latebind.token.api.IncludeResolver.Request;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.PreprocessorListener;
import org.latebind.token.api.PreprocessorOptions;

class FragmentsTest {
    private static final int HEADERS = 12;
    private static final String[] NAMES = {"A", "B", "C", "D", "E", "F", "x", "y"};

    private final Map<String, LexedFile> headers = new TreeMap<>();
    private final GnuPreprocessorFactory factory = new GnuPreprocessorFactory();

    private Optional<Found> resolve(Request request) {
        return Optional.ofNullable(headers.get(request.spelling())).map(file -> new Found(file, 0));
    }

    private void header(String name, String text) {
        headers.put(name, new GnuLexer().lex(new SourceFile(name, Origin.KERNEL), text, problem -> {}));
    }

    /** Everything a unit leaves behind: tokens with their places, diagnostics, macros. */
    private List<String> run(String unit, Optional<FragmentCache> cache) {
        var out = new ArrayList<String>();
        var options = PreprocessorOptions.of("#define T 1\n", FeatureAnswers.NONE);
        var preprocessor = cache
                .map(c -> factory.open(options, this::resolve, c, PreprocessorListener.NONE, p -> out.add(p.message())))
                .orElseGet(() -> factory.open(options, this::resolve, p -> out.add(p.message())));
        var main = new GnuLexer().lex(new SourceFile("unit.c", Origin.MODULE), unit, problem -> {});
        preprocessor.process(main, t -> out.add(t.text() + " " + t.position() + " " + t.flags() + " " + t.blame()));
        preprocessor.macros().forEach(macro -> out.add(macro.name() + " " + macro.definition() + " " + macro.body().size()));
        return out;
    }

    @Test
    void reusedOnlyWhereTheReadSetAgrees() {
        header("h", "#ifdef A\nint a;\n#else\nB c;\n#endif\n#define D\n");
        var cache = factory.newCache();
        for (var unit : List.of("#include <h>\nD", "#define Z 1\n#include <h>\n", "#define A\n#include <h>\n",
                "#define B long\n#include <h>\n", "#define int short\n#include <h>\n", "#define c q\n#include <h>\n")) {
            assertEquals(run(unit, Optional.empty()), run(unit, Optional.of(cache)), unit);
        }
        assertEquals(2, cache.statistics().reusedFragments(), "only Z, and int where int is not read, change nothing");
        var fragment = cache.fragments().get(0);
        assertEquals(List.of("A", "B", "c", "D"), fragment.reads().stream().map(read -> read.name()).toList());
        assertEquals(List.of("D"), fragment.changes().stream().map(change -> change.name()).toList());
    }

    @Test
    void fragmentsOfAnotherCacheServeAsWell() {
        header("h", "#define F(x) x + y\nF(1);\n");
        var first = factory.newCache();
        run("#include <h>\n", Optional.of(first));
        var second = factory.newCache();
        first.fragments().forEach(second::add);
        assertEquals(run("#include <h>\nF(2)", Optional.empty()), run("#include <h>\nF(2)", Optional.of(second)));
        assertEquals(1, second.statistics().reusedFragments());
    }

    @Test
    void whatAReadSetCannotTellIsNeverReused() {
        header("counter", "__COUNTER__\n");
        header("level", "__INCLUDE_LEVEL__ __BASE_FILE__\n");
        header("tests", "#if __has_include(<counter>)\nyes\n#endif\n");
        header("pops", "#pragma pop_macro(\"A\")\nA\n");
        header("open", "#define G(x) x\nG(\n#include <counter>\n) z\n");
        header("shifts", "#line 7 \"q\"\n__LINE__ __FILE__\n");
        header("nests", "#include <level>\n");
        var cache = factory.newCache();
        for (var unit : List.of("#include <counter>\n#include <counter>\n#include <level>\n#include <nests>\n",
                "__COUNTER__\n#include <counter>\n#include <nests>\n#include <shifts>\n#include <shifts>\n",
                "#include <tests>\n#include <pops>\n", "#define A 1\n#pragma push_macro(\"A\")\n#undef A\n#include <pops>\n#include <tests>\n",
                "#include <open>\n", "#include <open>\n#include <counter>\n#include <open>\n")) {
            assertEquals(run(unit, Optional.empty()), run(unit, Optional.of(cache)), unit);
        }
    }

    @Test
    void randomHeadersInRandomOrdersAfterRandomDefinitions() {
        long reused = 0;
        for (int world = 0; world < 40; world++) {
            var random = new Random(world);
            headers.clear();
            for (int i = 0; i < HEADERS; i++) {
                header("h" + i, text(random, i));
            }
            var cache = factory.newCache();
            for (int k = 0; k < 15; k++) {
                var unit = new StringBuilder();
                for (int i = random.nextInt(4); i > 0; i--) {
                    definition(random, unit);
                }
                for (int i = 1 + random.nextInt(5); i > 0; i--) {
                    unit.append("#include <h").append(random.nextInt(HEADERS)).append(">\n");
                }
                unit.append("A B C D E F(1) x y\n");
                var source = unit.toString();
                assertEquals(run(source, Optional.empty()), run(source, Optional.of(cache)), source);
            }
            reused += cache.statistics().reusedFragments();
        }
        assertTrue(reused > 1000, "reused " + reused);
    }

    private static String name(Random random) {
        return NAMES[random.nextInt(NAMES.length)];
    }

    private static void definition(Random random, StringBuilder out) {
        switch (random.nextInt(4)) {
            case 0 -> out.append("#undef ").append(name(random)).append('\n');
            case 1 -> out.append("#undef F\n#define F(x) ").append(name(random)).append(" x\n");
            default -> {
                var name = name(random);
                out.append("#undef ").append(name).append("\n#define ").append(name).append(' ')
                        .append(name(random)).append(" + ").append(random.nextInt(3)).append('\n');
            }
        }
    }

    private static String text(Random random, int index) {
        var out = new StringBuilder();
        boolean guarded = random.nextBoolean();
        if (guarded) {
            out.append("#ifndef H").append(index).append("\n#define H").append(index).append('\n');
        }
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            switch (random.nextInt(7)) {
                case 0 -> out.append("#ifdef ").append(name(random)).append("\nyes\n#else\n#define ")
                        .append(NAMES[random.nextInt(5)]).append(" 7\n#endif\n");
                case 1 -> definition(random, out);
                case 2 -> {
                    if (index > 0) {
                        out.append("#include <h").append(random.nextInt(index)).append(">\n");
                    }
                }
                case 3 -> out.append("F(").append(name(random)).append(") ;\n");
                case 4 -> out.append(random.nextInt(3) == 0 ? "__COUNTER__ ;\n" : "#if A\nz\n#endif\n");
                default -> out.append(name(random)).append(' ').append(name(random)).append(" ;\n");
            }
        }
        return out.append(guarded ? "#endif\n" : "").toString();
    }
}
