package org.latebind.preprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.FeatureAnswers;
import org.latebind.token.api.FragmentCache;
import org.latebind.token.api.FragmentSource;
import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.HeaderLog;
import org.latebind.token.api.IncludeResolver.Found;
import org.latebind.token.api.IncludeResolver.Request;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.PreprocessorListener;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenSink;

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
        var problems = new ArrayList<String>();
        var options = PreprocessorOptions.of("#define T 1\n", FeatureAnswers.NONE);
        var preprocessor = cache
                .map(c -> factory.open(options, this::resolve, c, PreprocessorListener.NONE, p -> problems.add(p.message())))
                .orElseGet(() -> factory.open(options, this::resolve, p -> problems.add(p.message())));
        var main = new GnuLexer().lex(new SourceFile("unit.c", Origin.MODULE), unit, problem -> {});
        preprocessor.process(main, t -> out.add(t.text() + " " + t.position() + " " + t.flags() + " " + t.blame()));
        preprocessor.macros().forEach(macro -> out.add(macro.name() + " " + macro.definition() + " " + macro.body().size()));
        out.addAll(problems);
        return out;
    }

    @Test
    void reusedOnlyWhereTheReadSetAgrees() {
        header("h", "#ifdef A\nint a;\n#else\nB c;\n#endif\n#define D\n");
        var cache = factory.newCache(FragmentSource.NONE);
        for (var unit : List.of("#include <h>\nD", "#define Z 1\n#include <h>\n", "#define A\n#include <h>\n",
                "#define B long\n#include <h>\n", "#define int short\n#include <h>\n", "#define c q\n#include <h>\n")) {
            assertEquals(run(unit, Optional.empty()), run(unit, Optional.of(cache)), unit);
        }
        assertEquals(2, cache.statistics().reusedFragments(), "only Z, and int where int is not read, change nothing");
        var fragment = cache.logs().get(0).fragments().get(0);
        assertEquals(List.of("A", "B", "c", "D"), fragment.reads().stream().map(read -> read.name()).toList());
        assertEquals(List.of("D"), fragment.changes().stream().map(change -> change.name()).toList());
    }

    /** What a cache recorded, as a file would hold it: without tokens. */
    private class Stored implements FragmentSource {
        private final Map<String, HeaderLog> logs = new TreeMap<>();
        private final Set<String> opened = new TreeSet<>();

        Stored(FragmentCache recorded) {
            recorded.logs().forEach(log -> logs.put(log.file().path(), log));
        }

        @Override
        public Optional<HeaderLog> log(SourceFile header) {
            return Optional.ofNullable(logs.get(header.path()));
        }

        @Override
        public Optional<LexedFile> header(SourceFile header) {
            opened.add(header.path());
            return Optional.ofNullable(headers.get(header.path()));
        }
    }

    @Test
    void storedLogsServeWithoutTheHeaders() {
        header("g", "#ifndef G\n#define G\n#define P(x) x + y\nint g;\n#endif\n");
        header("h", "#ifndef H\n#define H\n#include <g>\n#define F(x) P(x) z\nF(1);\n#endif\n");
        var first = factory.newCache(FragmentSource.NONE);
        run("#include <h>\n", Optional.of(first));
        var stored = new Stored(first);
        var second = factory.newCache(stored);
        assertEquals(3, reusedBy("#include <h>\n#include <g>\nint i;", second));
        assertEquals(Set.of(), stored.opened, "nobody asked for tokens");
        assertEquals(run("#include <h>\nF(2) P(3)", Optional.empty()), run("#include <h>\nF(2) P(3)", Optional.of(second)));
        assertEquals(Set.of("g", "h"), stored.opened);
    }

    private long reusedBy(String unit, FragmentCache cache) {
        var options = PreprocessorOptions.of("#define T 1\n", FeatureAnswers.NONE);
        var preprocessor = factory.open(options, this::resolve, cache, PreprocessorListener.NONE, p -> { });
        preprocessor.process(new GnuLexer().lex(new SourceFile("unit.c", Origin.MODULE), unit, problem -> {}), new TokenSink() {
            @Override
            public void accept(Token token) { }

            @Override
            public void accept(Run run) { }
        });
        return cache.statistics().reusedFragments();
    }

    @Test
    void aCounterThatOnlyMakesNamesMayHaveAnyValue() {
        header("h", "#define P_(a, b) a ## b\n#define P(a, b) P_(a, b)\nint P(u, __COUNTER__), P(u, __COUNTER__);\n");
        header("t", "#if __COUNTER__ > 3\nmany\n#endif\n");
        var first = factory.newCache(FragmentSource.NONE);
        run("#include <h>\n#include <t>\n", Optional.of(first));
        var second = factory.newCache(new Stored(first));
        for (var unit : List.of("#include <h>\n", "__COUNTER__\n#include <h>\n#include <h>\n#include <t>\n",
                "__COUNTER__\n#define u2 v\n#include <h>\n#include <t>\n", "#define u7 v\n#include <h>\n")) {
            assertEquals(run(unit, Optional.empty()), run(unit, Optional.of(second)), unit);
        }
        assertEquals(3, second.statistics().reusedFragments(), "but where P_ is there already, or a name is a macro");
    }

    @Test
    void aCounterThatDecidesWhatIsThereIsKeptToItsValue() {
        var paste = "#define P_(a, b) a ## b\n#define P(a, b) P_(a, b)\n";
        header("more", paste + "#define u0 a b\nint P(u, __COUNTER__);\n");
        header("other", paste + "#define v1 #\nint P(v, __COUNTER__);\n");
        header("refused", "#if __COUNTER__ > 10\n#error too late\n#endif\n");
        header("elsewhere", "#if __COUNTER__ > 10\n#include <more>\n#endif\nlast\n");
        var first = factory.newCache(FragmentSource.NONE);
        var all = "#include <more>\n#include <other>\n#include <refused>\n#include <elsewhere>\n";
        run(all, Optional.of(first));
        var second = factory.newCache(new Stored(first));
        for (var unit : List.of(all, "__COUNTER__\n" + all, "__COUNTER__ __COUNTER__\n" + all)) {
            assertEquals(run(unit, Optional.empty()), run(unit, Optional.of(second)), unit);
        }
    }

    @Test
    void eachUnitIsToldOfAWrongDefinition() {
        header("wrong", "#define F(x) #y\n");
        header("right", "#define G(x) #x\n");
        for (var header : List.of("wrong", "right")) {
            var unit = "#include <" + header + ">\n";
            var cache = factory.newCache(FragmentSource.NONE);
            var first = run(unit, Optional.of(cache));
            assertEquals(first, run(unit, Optional.of(cache)));
            assertEquals(header.equals("wrong"), first.getLast().startsWith("'#' is not followed"), first.getLast());
        }
    }

    /** As gcc and clang: what would be argument, and what before it, nobody could tell. */
    @Test
    void anIncludeBetweenArgumentsIsRefused() {
        header("inner", "1 2\n");
        header("open", "#define G(x) [x]\na G(\n#include <inner>\n) z\n");
        for (var cache : List.of(Optional.<FragmentCache>empty(), Optional.of(factory.newCache(FragmentSource.NONE)))) {
            var refused = assertThrows(DiagnosticException.class, () -> run("#include <open>\n", cache));
            assertEquals("LB2024", refused.diagnostic().code());
        }
    }

    @Test
    void aLogThatEndsInsideADirectiveIsToldAsDamage() {
        header("inner", "x\n");
        header("h", "A;\n#include <inner>\n#define B 2\nB;\n");
        var first = factory.newCache(FragmentSource.NONE);
        run("#include <h>\n", Optional.of(first));
        var forged = new Stored(first) {
            @Override
            public Optional<HeaderLog> log(SourceFile header) {
                return super.log(header).map(log -> new HeaderLog(log.file(), log.length(), log.guard(),
                        log.fragments().stream().map(f -> new HeaderFragment(f.from(), f.from() == 0 ? f.to() : f.from() + 2, f.tokens(),
                                f.reads(), f.changes(), f.firstCounter(), f.counters(), f.counted(), f.next())).toList()));
            }
        };
        var unit = "#define A 3\n#include <h>\n";
        var damage = assertThrows(DiagnosticException.class, () -> reusedBy(unit, factory.newCache(forged)));
        assertEquals("LB2070", damage.diagnostic().code());
    }

    @Test
    void aLogOfOtherTokensIsToldAsDamage() {
        header("h", "#define F(x) x\nF(1) F(2);\n");
        var first = factory.newCache(FragmentSource.NONE);
        run("#include <h>\n", Optional.of(first));
        var second = factory.newCache(new Stored(first));
        header("h", "int a, b, c, d, e;\n");
        var damage = assertThrows(DiagnosticException.class, () -> run("#include <h>\n", Optional.of(second)));
        assertEquals("LB2070", damage.diagnostic().code());
    }

    @Test
    void whatAReadSetCannotTellIsNeverReused() {
        header("counter", "__COUNTER__\n");
        header("level", "__INCLUDE_LEVEL__ __BASE_FILE__\n");
        header("tests", "#if __has_include(<counter>)\nyes\n#endif\n");
        header("pops", "#pragma pop_macro(\"A\")\nA\n");
        header("shifts", "#line 7 \"q\"\n__LINE__ __FILE__\n");
        header("renames", "#line 2 \"q\"\n#include <nests>\n__LINE__ __FILE__\n");
        header("nests", "#include <level>\n");
        var cache = factory.newCache(FragmentSource.NONE);
        var units = List.of("#include <counter>\n#include <counter>\n#include <level>\n#include <nests>\n",
                "__COUNTER__\n#include <counter>\n#include <nests>\n#include <shifts>\n#include <shifts>\n",
                "#include <tests>\n#include <pops>\n", "#define A 1\n#pragma push_macro(\"A\")\n#undef A\n#include <pops>\n#include <tests>\n",
                "#include <renames>\n", "#include <renames>\n#include <counter>\n#include <renames>\n");
        for (var unit : units) {
            assertEquals(run(unit, Optional.empty()), run(unit, Optional.of(cache)), unit);
        }
        var stored = factory.newCache(new Stored(cache));
        for (var unit : units) {
            assertEquals(run(unit, Optional.empty()), run(unit, Optional.of(stored)), unit);
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
            var cache = factory.newCache(FragmentSource.NONE);
            var units = new ArrayList<String>();
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
                units.add(source);
            }
            var stored = factory.newCache(new Stored(cache));
            for (var unit : units) {
                assertEquals(run(unit, Optional.empty()), run(unit, Optional.of(stored)), unit);
            }
            reused += stored.statistics().reusedFragments();
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
