package org.latebind.preprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.FeatureAnswers;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.IncludeResolver.Found;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Macro;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.PreprocessorListener;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.PreprocessorOptions.Limits;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

class PreprocessorTest {
    private static final FeatureAnswers FEATURES = new FeatureAnswers() {
        @Override
        public Set<String> operators() {
            return Set.of("__has_attribute", "__has_builtin");
        }

        @Override
        public int answer(String operator, String operand) {
            return operand.equals("packed") || operand.equals("__builtin_ffs") ? 1 : 0;
        }
    };

    private final Map<String, String> headers = new HashMap<>();
    private final List<String> codes = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private PreprocessorOptions options = PreprocessorOptions.of("#define __target__ 1\n", FEATURES);
    private PreprocessorListener listener = PreprocessorListener.NONE;

    private void report(Diagnostic diagnostic) {
        problems.add(diagnostic);
        codes.add(diagnostic.code());
    }

    private LexedFile lex(String name, String text) {
        return new GnuLexer().lex(new SourceFile(name, Origin.MODULE), text, this::report);
    }

    private Preprocessor open() {
        return new GnuPreprocessorFactory().open(options, this::resolve, listener, this::report);
    }

    /** Headers named {@code dir/name} in two folders a and b, in this order. */
    private Optional<Found> resolve(IncludeResolver.Request request) {
        for (int slot = request.next() ? request.includerSlot() + 1 : 0; slot < 2; slot++) {
            var path = "ab".charAt(slot) + "/" + request.spelling();
            if (headers.containsKey(path)) {
                return Optional.of(new Found(lex(path, headers.get(path)), slot));
            }
        }
        return Optional.empty();
    }

    private List<Token> tokens(String text) {
        var out = new ArrayList<Token>();
        open().process(lex("main.c", text), out::add);
        return out;
    }

    private String run(String text) {
        var out = new StringBuilder();
        for (var token : tokens(text)) {
            out.append(out.isEmpty() ? "" : " ").append(token.kind() == TokenKind.PRAGMA ? "#" : "").append(token.text());
        }
        return out.toString();
    }

    @Test
    void c11_6_10_1_conditions() {
        assertEquals("a d", run("""
                #if 1
                a
                #elif garbage (
                b
                #else
                c
                #endif
                #ifdef X
                #elif defined(__target__) && !defined X && __has_builtin(__builtin_ffs) && !__has_attribute(__no__)
                d
                #endif
                """));
        assertEquals(List.of(), codes);
    }

    @Test
    void c11_6_10_1p4_arithmeticIs64BitsWide() {
        var open = open();
        for (var condition : List.of("0x7fffffffffffffff + 1u > 0", "-1 > 0u", "2 || 1/0", "(0 ? 1 : -1) < 0",
                "(-1)/2 == 0 && -7 % 3 == -1", "1 << 63 < 0", "'a' == 97", "'\\377' < 0", "'ab' == 24930", "L'\\xff' == 255",
                "010 == 8 && 0b11 == 3 && 10ull == 10LLU", "~0 == -1", "!unknown", "1 ? 2 : (2, 0)", "__has_attribute(__packed__)")) {
            assertTrue(open.evaluate(lex("c", condition).tokens()), condition);
        }
        assertEquals(List.of(), codes);
        for (var condition : List.of("1/0", "", "1 +", "(1", "1)", "1 2", "\"a\"", "1.0", "0x", "''", "defined", "08")) {
            codes.clear();
            assertFalse(open.evaluate(lex("c", condition).tokens()), condition);
            assertEquals(List.of("LB2010"), codes, condition);
        }
    }

    @Test
    void aMacroThatAConditionLacksIsToldOnce() {
        run("#if VERSION(1)\n#endif\n#if VERSION(2) > 1 || OTHER(1)\n#endif\n#if OTHER(3)\n#endif\n");
        assertEquals(List.of("LB2010", "LB2010"), codes);
    }

    @Test
    void c11_6_10_3_5_examples() {
        assertEquals("f ( 2 * ( y + 1 ) ) + f ( 2 * ( f ( 2 * ( z [ 0 ] ) ) ) ) % f ( 2 * ( 0 ) ) + t ( 1 ) ;", run("""
                #define x 3
                #define f(a) f(x * (a))
                #undef x
                #define x 2
                #define g f
                #define z z[0]
                #define h g(~
                #define m(a) a(w)
                #define w 0,1
                #define t(a) a
                f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);
                """));
        assertEquals("char p [ ] = \"x ## y\" ;", run("""
                #define hash_hash # ## #
                #define mkstr(a) # a
                #define in_between(a) mkstr(a)
                #define join(c, d) in_between(c hash_hash d)
                char p[] = join(x, y);
                """));
        assertEquals("int j [ ] = { 123 , 45 , 67 , 89 , 10 , 11 , 12 , } ;", run("""
                #define t(x,y,z) x ## y ## z
                int j[] = { t(1,2,3), t(,4,5), t(6,,7), t(8,9,),
                t(10,,), t(,11,), t(,,12), t(,,) };
                """));
    }

    @Test
    void c11_6_10_3_2_stringification() {
        assertEquals("\"a b\" \"\\\"a\\\\n\\\" 'b' c\" \"\" \"2 + 3\"", run("""
                #define EMPTY
                #define str(x) #x
                #define xstr(x) str(x)
                #define plus(a, b) a + b
                xstr(a EMPTY  b) str( "a\\n" /* no */ 'b'
                 c ) str() xstr(plus(2,3))
                """));
    }

    @Test
    void gnuCommaBeforeVariableArguments() {
        var source = """
                #define P(f, ...) x(f, ## __VA_ARGS__)
                #define Q(f, args...) x(f, ## args)
                #define W(...) x(f, ## __VA_ARGS__)
                P(1) P(1,) P(1,2,3) Q(1) Q(1,2) W() W(1)
                """;
        assertEquals("x(1) x(1,) x(1,2,3) x(1) x(1,2) x(f) x(f,1)".replaceAll("([(),])", " $1 ").replaceAll(" +", " ").strip(),
                run(source));
        options = options.withStrictIso(true);
        assertTrue(run(source).contains("x ( f , ) x ( f , 1 )"));
    }

    @Test
    void variableOption() {
        assertEquals("x ( 1 ) y ( z ) x ( 1 , 2 , 3 ) y ( 12 , 3z )", run("""
                #define Y(a, ...) x(a __VA_OPT__(,) __VA_ARGS__) y(__VA_OPT__(a ## __VA_ARGS__) ## z)
                Y(1) Y(1,2,3)
                """));
    }

    @Test
    void directivesInsideArgumentsTakeEffect() {
        assertEquals("1 + 9 yes", run("""
                #define f(x) x
                f(1
                #define q 9
                 + q
                #ifdef q
                yes
                #else
                no
                #endif
                )
                """));
    }

    @Test
    void argumentsAreExpandedInTheOrderOfTheirUse() {
        assertEquals("0 1", run("#define C __COUNTER__\n#define swap(a, b) b a\nswap(C, C)"));
    }

    @Test
    void linesAndFiles() {
        assertEquals("3 5 100 \"x.c\"", run("""
                #define L() __LINE__
                #define id(x) x
                L(
                ) id(
                __LINE__)
                #line 100 "x.c"
                __LINE__ __FILE__
                """));
        headers.put("a/h.h", "__FILE__ __BASE_FILE__ __INCLUDE_LEVEL__");
        assertEquals("\"a/h.h\" \"main.c\" 1 0", run("#include <h.h>\n__INCLUDE_LEVEL__"));
    }

    @Test
    void includes() {
        headers.put("a/guard.h", "/* c */ #ifndef G\n#define G\ng\n#endif\n");
        headers.put("a/once.h", "#pragma once\no\n");
        headers.put("a/next.h", "a\n#include_next <next.h>\n");
        headers.put("b/next.h", "b\n#if __has_include_next(<next.h>)\nwrong\n#endif\n");
        assertEquals("g o a b g", run("""
                #define H <guard.h>
                #define Q "once.h"
                #include H
                #include <guard.h>
                #include Q
                #include "once.h"
                #if __has_include(<next.h>) && !__has_include("none.h")
                #include <next.h>
                #endif
                #undef G
                #include "guard.h"
                """));
    }

    @Test
    void listenerSeesWhatWasReadAndSkipped() {
        var log = new ArrayList<String>();
        headers.put("a/h.h", "#ifndef H\n#define H F(x)\n#endif\n");
        listener = new PreprocessorListener() {
            @Override
            public void includeEntered(IncludeResolver.Request request, SourceFile file) {
                log.add("enter " + file.path());
            }

            @Override
            public void includeSkipped(IncludeResolver.Request request, SourceFile file) {
                log.add("skip " + file.path());
            }

            @Override
            public void defined(Macro macro) {
                if (macro.form() != Macro.Form.BUILT_IN) {
                    log.add("define " + macro.name());
                }
            }

            @Override
            public void macroRead(String name, Optional<Macro> value, Read why) {
                if (why != Read.DEFINITION) {
                    log.add(why.name().toLowerCase(java.util.Locale.ROOT) + " " + name + (value.isPresent() ? "" : "?"));
                }
            }
        };
        run("#include <h.h>\n#include <h.h>\nH H");
        assertEquals(List.of("define __target__", "defined H?", "enter a/h.h", "define H", "defined H", "skip a/h.h",
                "expansion F?", "expansion x?"), log);
    }

    @Test
    void pragmasReachTheParserOrTheStack() {
        assertEquals("#pack(push, 1) #GCC visibility push(hidden) 1 x #pack(pop) 1", run("""
                #define A 1
                #define P(x) _Pragma(#x)
                #pragma pack(push, 1)
                P(GCC visibility push(hidden)) A
                #pragma push_macro("A")
                #undef A
                #define A x
                A
                _Pragma("pack(pop)")
                #pragma pop_macro("A")
                A
                """));
    }

    @Test
    void provenanceTellsTheUseAndTheDefinition() {
        var token = tokens("#define IN(x) + x\n#define OUT IN(y)\n  OUT\n").get(0);
        assertEquals("main.c:1:15", token.position().toString());
        assertEquals("main.c:3:3", token.blame().toString());
        assertEquals("IN", token.expansion().macro());
        assertEquals("main.c:2:13", token.expansion().use().toString());
        assertEquals("OUT", token.expansion().outer().macro());
    }

    @Test
    void errorsNameTheirPlace() {
        assertError("LB2030", "#define f(x) x\nf(1");
        assertError("LB2031", "#define f(x) x\nf(1,2)");
        assertError("LB2032", "#define c(a,b) a##b\nc(+,1)");
        assertError("LB2011", "#if 1\na");
        assertError("LB2012", "#endif\n#else\n");
        assertError("LB2013", "#frobnicate\n");
        assertError("LB2062", "#pragma scalar_storage_order big-endian\n");
        assertError("LB2062", "_Pragma(\"weak f\")\n");
        assertError("LB2014", "#assert a(b)\n");
        assertError("LB2019", "#define\n#define f(a\n#define g(a,a)\n#define 3 4\n");
        assertError("LB2020", "#define f ## x\n");
        assertError("LB2021", "#define f(a) #b\n");
        assertError("LB2023", "#define f 1\n#define f 2\n");
        assertError("LB2033", "#pragma GCC poison foo\nfoo\n");
        assertError("LB2034", "__DATE__\n");
        assertThrows(DiagnosticException.class, () -> run("#error stop here\n"));
        assertThrows(DiagnosticException.class, () -> run("#include <none.h>\n"));
    }

    private void assertError(String code, String source) {
        codes.clear();
        run(source);
        assertTrue(codes.contains(code), () -> source + " gives " + codes);
    }

    @Test
    void skippedGroupsMayHoldAnything() {
        assertEquals("x", run("#if 0\ndon't \" #error\n#if 1\n#else\n#endif\n#include <none>\n#bad\n#endif\nx"));
        assertEquals(List.of(), codes);
    }

    @Test
    @Timeout(120)
    void hostileInputEndsWithADiagnostic() {
        options = options.withLimits(new Limits(50, 1_000_000, 1_000_000, 400));
        headers.put("a/self.h", "#include <self.h>\n");
        headers.put("a/twice.h", "#if __INCLUDE_LEVEL__ < 40\n#include <twice.h>\n#include <twice.h>\n#endif\n");
        var doubling = new StringBuilder("#define a0 x x\n");
        for (int i = 1; i < 60; i++) {
            doubling.append("#define a").append(i).append(" a").append(i - 1).append(" a").append(i - 1).append('\n');
        }
        for (var source : List.of("#include <self.h>\n", "#include <twice.h>\n", doubling + "a59\n",
                "#define f(x) x\n" + "f(".repeat(5000) + ")".repeat(5000))) {
            assertThrows(DiagnosticException.class, () -> run(source), () -> source.substring(0, 20));
        }
        options = options.withLimits(new Limits(50, 1_000_000, 1_000, 400));
        var refused = assertThrows(DiagnosticException.class, () -> run(doubling + "\na59\n")).diagnostic();
        assertEquals(62, refused.where().line(), "where the macro is used: " + refused);
        options = options.withLimits(new Limits(50, 1_000_000, 1_000_000, 400));
        var longer = new StringBuilder("#define S(x) T(x)\n#define T(x) #x\n#define P(a, b) Q(a, b)\n#define Q(a, b) a##b\n"
                + "#define a0 \"\\\\\"\n#define b0 xxxxxxxxxxxxxxxx\n");
        for (int i = 1; i < 60; i++) {
            longer.append("#define a").append(i).append(" S(a").append(i - 1).append(")\n#define b").append(i)
                    .append(" P(b").append(i - 1).append(", b").append(i - 1).append(")\n");
        }
        assertThrows(DiagnosticException.class, () -> run(longer + "a59\n"));
        assertThrows(DiagnosticException.class, () -> run(longer + "b59\n"));
        options = options.withLimits(Limits.DEFAULT);
        assertThrows(DiagnosticException.class, () -> run("#define f(x) x\n" + "f(".repeat(9000) + ")".repeat(9000)));
        run("#if " + "(".repeat(100_000) + "\n#endif\n");
        run("#if " + "!".repeat(100_000) + "1\n#endif\n");
    }

    /** All that a unit remembers, changed in an attempt that fails in the end. */
    @Test
    void whatIsAttemptedInVainLeavesNothing() {
        headers.put("a/once.h", "#pragma once\nonce\n");
        headers.put("a/all.h", """
                #define kept 2
                #undef gone
                #define fresh 3
                #pragma push_macro("pushed")
                #pragma pop_macro("outer")
                #pragma GCC poison poisoned
                #include <once.h>
                int __COUNTER__;
                """);
        var probe = "kept gone fresh poisoned __COUNTER__\n#pragma pop_macro(\"outer\")\nouter\n"
                + "#pragma pop_macro(\"pushed\")\npushed\n#include <once.h>\n";
        var begin = "#define kept 1\n#define gone 1\n#define pushed 1\n#define outer 1\n"
                + "#pragma push_macro(\"outer\")\n#undef outer\n#define outer 2\n";
        var unit = open();
        unit.process(lex("main.c", begin), token -> { });
        assertFalse(unit.attempt(() -> {
            unit.process(lex("more.c", "#include <all.h>\n"), token -> { });
            assertFalse(unit.macro("gone").isPresent());
            return false;
        }));
        assertThrows(DiagnosticException.class, () -> unit.attempt(() -> {
            unit.process(lex("more.c", "#include <all.h>\n#include <none.h>\n"), token -> { });
            return true;
        }));
        var after = new ArrayList<String>();
        unit.process(lex("probe.c", probe), token -> after.add(token.text()));
        var untouched = new ArrayList<String>();
        open().process(lex("main.c", begin + probe), token -> untouched.add(token.text()));
        assertEquals(untouched, after);
        assertEquals(List.of(), codes.stream().filter(code -> !code.equals("LB2023")).toList());
    }

    @Test
    void whatIsAttemptedInVainCostsTimeButNoMemory() {
        options = options.withLimits(new Limits(50, 5_000, 1_000, 400));
        var unit = open();
        unit.process(lex("main.c", "#define a x x x x x x x x x x\n#define b a a a a a a a a a a\n"), token -> { });
        for (int i = 0; i < 2; i++) {
            assertThrows(DiagnosticException.class, () -> unit.attempt(() -> {
                unit.process(lex("bomb.c", "b ".repeat(11)), token -> { });
                return true;
            }));
        }
        unit.process(lex("more.c", "b ".repeat(5)), token -> { });
        var refused = assertThrows(DiagnosticException.class, () -> {
            for (int i = 0; i < 100; i++) {
                unit.attempt(() -> {
                    unit.process(lex("more.c", "b ".repeat(4)), token -> { });
                    return false;
                });
            }
        });
        assertTrue(refused.diagnostic().message().startsWith("preprocessing makes more"), refused.diagnostic().message());
    }

    @Test
    void whatIsAttemptedAndKeptStaysUnlessAnOuterAttemptFails() {
        var unit = open();
        assertTrue(unit.attempt(() -> {
            unit.define("a 1");
            return true;
        }));
        assertFalse(unit.attempt(() -> unit.attempt(() -> {
            unit.define("b 1");
            unit.undefine("a");
            return true;
        }) && false));
        assertTrue(unit.macro("a").isPresent());
        assertFalse(unit.macro("b").isPresent());
    }
}
