package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.kit.Appliance;
import org.latebind.kit.Distribution;
import org.latebind.kit.SmallKernel;

/** What depends on where a macro is used or a line stands is the same from trees as from tokens. */
class StructuredFormTest {
    private static Appliance appliance;

    @TempDir
    private static Path folder;

    /** Code of a module, and a text that its LLVM IR must have. */
    private record Case(String name, String code, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("file of a kernel macro's use", "const char *f(void) { return WHERE(1); }", "\"m.c\\00\""),
                new Case("line of a kernel macro's use", "int f(void)\n{\n\treturn\n\tWHICH(\n1\n); }", "ret i32 5"),
                new Case("line after #line", "#line 100 \"n.c\"\nint f(void) { return WHICH(1); }", "ret i32 100"),
                new Case("file after #line", "#line 100 \"n.c\"\nconst char *f(void) { return WHERE(1); }", "\"n.c\\00\""),
                new Case("conditional in a macro's arguments",
                        "int f(void) { return ID(\n#ifdef Q\n7\n#else\n8\n#endif\n); }", "ret i32 8"),
                new Case("definitions in a function that see each other",
                        "int f(void) {\n#ifndef Q\n#define Q ID(5)\n#else\n#undef Q\n#define Q 9\n#endif\nreturn ID(Q); }",
                        "ret i32 5"),
                new Case("a counter in an expansion that does not fit its place",
                        "int f(int a) { return COUNT 2 + ID(a) * COUNT 1; }\nint g(void) { return __COUNTER__; }",
                        "ret i32 "),
                new Case("counters in a loop's head and its body",
                        "int a[9];\nvoid f(void) { int i; for_each(i) a[__COUNTER__] = i; }", "@a"),
                new Case("an include that is asked for between functions",
                        "#if __has_include( <linux/module.h> ) && !__has_include(\"none.h\")\n"
                                + "int f(void) { return 3; }\n#endif", "ret i32 3"),
                new Case("an include that is asked for in a function, and by a macro",
                        "#define HAS(x) __has_include(x)\nint f(void) {\n#if HAS(<linux/none.h>)\nreturn 1;\n"
                                + "#elif HAS(\"m.c\")\nreturn 4;\n#else\nreturn 2;\n#endif\n}", "ret i32 4"),
                new Case("macros that open and close braces",
                        "#define BEGIN {\n#define END }\nint f(int n) BEGIN return n; END\n"
                                + "int g(void) BEGIN return 7; END\nint h(void) { return 8; }", "ret i32 8"),
                new Case("macros that open and close a struct, and its members",
                        "#define OPEN(n) struct n {\n#define CLOSE }\nOPEN(s) int a; char b[7]; CLOSE;\n"
                                + "#define LIST(X) X(int, c) X(long, d)\n#define MEMBER(t, n) t n;\n"
                                + "struct r { LIST(MEMBER) };\nint f(void) { return sizeof(struct s) + sizeof(struct r); }",
                        "ret i32 28"),
                new Case("blocks that macros open and close",
                        "#define LOCKED { do {\n#define UNLOCKED } while (0); }\n#define TRY(x) if (x) {\n#define DONE }\n"
                                + "int a; int f(void) { LOCKED a = 2; UNLOCKED TRY(a) a = 3; DONE return 6; }", "ret i32 6"),
                new Case("prefixes of statements",
                        "int n, a[4]; struct s { int h; } *p;\n#define IF if (n > 3)\n#define ELSE_IF else if\n"
                                + "int f(void) { IF n++; IF ++n; IF a[1] |= 4; IF p->h--; IF n += 2; else n--;\n"
                                + "IF n++; ELSE_IF (n == 9) return 1; else return 5; return 2; }", "ret i32 5"),
                new Case("a kernel's prefix of a statement", "int a[9]; int n; int f(void) { int i; for_each(i) ++n; return 5; }",
                        "ret i32 5"),
                new Case("an initializer behind a kernel's declaration",
                        "int f(void) { ARRAY(b, 3) = { 7, 8 }; static ARRAY(c, 2) = { [1] = 3 }; return b[1] + c[1]; }",
                        "i32 8"),
                new Case("old-style definitions",
                        "static int f(a) int a; { return a; }\nstatic int g(a, b) struct task *a; int (*b)(int); { return a->pid; }\n"
                                + "int h(struct task *t) { return f(1) + g(t, 0) + 9; }", "9"),
                new Case("depth of includes", "int f(void) { return __INCLUDE_LEVEL__; }", "ret i32 0"));
    }

    @BeforeAll
    static void start() throws Exception {
        SmallKernel.write(folder.resolve("tree"), "#define __init",
                "#define WHERE(x) __FILE__\n#define WHICH(x) __LINE__\n#define ID(x) (x)\n"
                        + "#define for_each(i) for (i = __COUNTER__; i < 9; i++)\n#define COUNT __COUNTER__ +\n"
                        + "#define ARRAY(n, s) int n[s]\n#define __init");
        appliance = Appliance.shared();
        done("ingest", folder.resolve("tree"), "-o", folder.resolve("k.khd"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bothFormsAgree(Case wanted) throws Exception {
        var source = folder.resolve("m.c");
        Files.writeString(source, "#include <linux/module.h>\n" + wanted.code() + "\nMODULE_LICENSE(\"GPL\");\n");
        done("compile", source, "-o", folder.resolve("m.dko"));
        var structured = lowered("");
        assertTrue(structured.contains(wanted.expected()), structured);
        assertEquals(structured, lowered(" form=tokens"));
    }

    private static String lowered(String option) throws Exception {
        var pipeline = folder.resolve("link.pipeline");
        Files.writeString(pipeline, Files.readString(Distribution.HOME.resolve("pipelines/link.pipeline"))
                .replaceFirst("(?m)^pass bind\\b", "pass bind" + option));
        return done("dump", "lower", pipeline, folder.resolve("m.dko"), folder.resolve("k.khd")).out();
    }

    private static Appliance.Ran done(Object... words) throws Exception {
        var ran = appliance.run(words);
        assertEquals(0, ran.status(), ran::toString);
        return ran;
    }
}
