package org.latebind.bind.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.latebind.bind.SmallHeaders;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.preprocessor.GnuPreprocessorFactory;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.Token;

/**
 * A unit sees what its includes make visible, in their order, and headers see what the module tuned before them; with
 * the headers' event logs as without.
 */
class VisibilityTest {
    private static final String PRINTK = """
            #ifndef pr_fmt
            #define pr_fmt(fmt) fmt
            #endif
            #define pr_info(fmt) printk(pr_fmt(fmt))
            #if defined(DYNAMIC_DEBUG_MODULE)
            #define pr_debug(fmt) dynamic(KBUILD_MODNAME, pr_fmt(fmt))
            #elif defined(DEBUG)
            #define pr_debug(fmt) printk(pr_fmt(fmt))
            #else
            #define pr_debug(fmt) none
            #endif
            static inline void warn(void) { pr_info("w"); pr_debug("d"); }
            """;

    /** What comes out for a unit, a space between tokens. */
    private static String expanded(Map<String, String> headers, String unit) {
        var kernel = SmallHeaders.of(headers).recorded();
        assertTrue(kernel.logs().size() > headers.size() / 2, "no event logs");
        var plain = text(kernel, UnitPreprocessing.plain(new GnuPreprocessorFactory(), kernel, kernel.target()), unit);
        var reusing = UnitPreprocessing.withFragments(new GnuPreprocessorFactory(), kernel, kernel.target());
        assertEquals(plain, text(kernel, reusing, unit), "with event logs");
        return plain;
    }

    private static String text(SmallHeaders kernel, UnitPreprocessing preprocessing, String unit) {
        var plan = new UnitPlan("drv", "drv.c", List.of(), List.of());
        var module = new ModulePlan("drv", List.of(plan));
        var main = new GnuLexer().lex(new SourceFile("drv.c", Origin.MODULE), unit, d -> { });
        var deferred = new DeferredModule(List.of(new DeferredFile(main, List.of(), Optional.empty())),
                new BuildDescription.Listed(List.of(module)));
        var tokens = new ArrayList<Token>();
        preprocessing.open(module, plan, new IncludeSearch(deferred, plan, kernel), tokens::add, d -> { })
                .process(main, tokens::add);
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }

    @Test
    void inlineFunctionsExpandTheModulesFormat() {
        assertEquals("static inline void warn ( void ) { printk ( \"drv\" \": \" \"w\" ) ; none ; } printk ( \"drv\" \": \" \"m\" )",
                expanded(Map.of("linux/printk.h", PRINTK),
                        "#define pr_fmt(fmt) KBUILD_MODNAME \": \" fmt\n#include <linux/printk.h>\npr_info(\"m\")\n"));
    }

    @Test
    void anotherFormatAfterTheIncludeIsTheModulesOwn() {
        assertEquals("static inline void warn ( void ) { printk ( \"w\" ) ; none ; } printk ( \"late\" \"m\" )",
                expanded(Map.of("linux/printk.h", PRINTK),
                        "#include <linux/printk.h>\n#undef pr_fmt\n#define pr_fmt(fmt) \"late\" fmt\npr_info(\"m\")\n"));
    }

    @Test
    void debuggingIsWhatTheModuleAskedForBeforeTheInclude() {
        assertEquals("static inline void warn ( void ) { printk ( \"w\" ) ; printk ( \"d\" ) ; }",
                expanded(Map.of("linux/printk.h", PRINTK), "#define DEBUG\n#include <linux/printk.h>\n"));
        assertEquals("static inline void warn ( void ) { printk ( \"w\" ) ; none ; }",
                expanded(Map.of("linux/printk.h", PRINTK), "#include <linux/printk.h>\n#define DEBUG\n"));
        assertEquals("static inline void warn ( void ) { printk ( \"w\" ) ; dynamic ( \"drv\" , \"d\" ) ; }",
                expanded(Map.of("linux/printk.h", PRINTK), "#define DYNAMIC_DEBUG_MODULE\n#include <linux/printk.h>\n"));
    }

    @Test
    void deviceMessagesHaveTheModulesFormat() {
        var headers = Map.of("linux/dev_printk.h", "#ifndef dev_fmt\n#define dev_fmt(fmt) fmt\n#endif\n#define dev_err(d, f) _dev_err(d, dev_fmt(f))\n");
        assertEquals("_dev_err ( d , \"x: \" \"y\" )",
                expanded(headers, "#define dev_fmt(fmt) \"x: \" fmt\n#include <linux/dev_printk.h>\ndev_err(d, \"y\")\n"));
        assertEquals("_dev_err ( d , \"y\" )", expanded(headers, "#include <linux/dev_printk.h>\ndev_err(d, \"y\")\n"));
    }

    @Test
    void traceHeadersAreReadAgainForTheirPoints() {
        var headers = Map.of(
                "trace/tracepoint.h", "#ifndef TRACE_EVENT\n#define TRACE_EVENT(name) declared name;\n#endif\n",
                "trace/define_trace.h", """
                        #ifdef CREATE_TRACE_POINTS
                        #undef CREATE_TRACE_POINTS
                        #undef TRACE_EVENT
                        #define TRACE_EVENT(name) defined TRACE_SYSTEM name;
                        #define TRACE_HEADER_MULTI_READ
                        #include <trace/events.h>
                        #undef TRACE_HEADER_MULTI_READ
                        #define CREATE_TRACE_POINTS
                        #endif
                        """,
                "trace/events.h", """
                        #undef TRACE_SYSTEM
                        #define TRACE_SYSTEM sample
                        #if !defined(EVENTS_H) || defined(TRACE_HEADER_MULTI_READ)
                        #define EVENTS_H
                        #include <trace/tracepoint.h>
                        TRACE_EVENT(hit)
                        #endif
                        #ifndef TRACE_HEADER_MULTI_READ
                        #include <trace/define_trace.h>
                        #endif
                        """);
        assertEquals("declared hit ;", expanded(headers, "#include <trace/events.h>\n"));
        assertEquals("declared hit ; defined sample hit ; sample",
                expanded(headers, "#define CREATE_TRACE_POINTS\n#include <trace/events.h>\nTRACE_SYSTEM\n"));
    }

    @Test
    void aMacroOfAHeaderThatIsNotIncludedIsNone() {
        var headers = Map.of("linux/a.h", "extern int a;\n", "linux/b.h", "#define clash(x) x\n#define B_THERE\n");
        assertEquals("extern int a ; static int clash ( int ) ; no",
                expanded(headers, "#include <linux/a.h>\nstatic int clash(int);\n#ifdef B_THERE\nyes\n#else\nno\n#endif\n"));
        assertEquals("static int int ; yes",
                expanded(headers, "#include <linux/b.h>\nstatic int clash(int);\n#ifdef B_THERE\nyes\n#else\nno\n#endif\n"));
    }

    @Test
    void theOrderOfIncludesDecides() {
        var headers = Map.of("linux/a.h", "#ifndef SIZE\n#define SIZE 1\n#endif\nint a[SIZE];\n",
                "linux/b.h", "#undef SIZE\n#define SIZE 2\nint b[SIZE];\n");
        assertEquals("int a [ 1 ] ; int b [ 2 ] ;", expanded(headers, "#include <linux/a.h>\n#include <linux/b.h>\n"));
        assertEquals("int b [ 2 ] ; int a [ 2 ] ;", expanded(headers, "#include <linux/b.h>\n#include <linux/a.h>\n"));
    }

    @Test
    void anArchitectureOverridesTheGenericHeader() {
        var headers = Map.of("asm-generic/ffs.h", "#ifndef ffs\nstatic inline int ffs(int x) { return generic; }\n#endif\n",
                "asm/ffs.h", "#define ffs ffs\nint ffs(int x);\n#include <asm-generic/ffs.h>\n");
        assertEquals("int ffs ( int x ) ;", expanded(headers, "#include <asm/ffs.h>\n"));
        assertEquals("static inline int ffs ( int x ) { return generic ; }", expanded(headers, "#include <asm-generic/ffs.h>\n"));
    }

    @Test
    void whatTheModuleDefinesAnewIsWhatLaterHeadersSee() {
        var headers = Map.of("linux/a.h", "#define WIDTH 1\n", "linux/b.h", "int width = WIDTH;\n");
        assertEquals("int width = 9 ;",
                expanded(headers, "#include <linux/a.h>\n#undef WIDTH\n#define WIDTH 9\n#include <linux/b.h>\n"));
        assertEquals("int width = WIDTH ;", expanded(headers, "#include <linux/a.h>\n#undef WIDTH\n#include <linux/b.h>\n"));
    }
}
