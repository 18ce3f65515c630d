package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.kit.Appliance;
import org.latebind.kit.Distribution;
import org.latebind.kit.SmallKernel;

/**
 * {@code check} and {@code link} refuse the same modules, with the same codes at the same places, but for what the
 * optimizer and the assembler decide.
 */
class CheckAgreesWithLinkTest {
    /** Folders of C that is refused, wherever their bundle is. */
    private static final Set<String> REFUSED = Set.of("rejected", "constraints", "diagnosed");

    /** What is left is known after the optimizer and the assembler only: 7504 LLVM's own, 7505 and 801x surviving uses. */
    private static final Set<String> DECIDED_AT_LINK = Set.of("LB7504", "LB7505", "LB8010", "LB8011", "LB8012");

    private static final Pattern ERROR = Pattern.compile("(?m)^(?:(\\S+:\\d+:\\d+): |)error\\[(LB\\d{4})\\]: (.*)$");

    private static final String LICENSE = "MODULE_LICENSE(\"GPL\");\n";

    @TempDir
    private static Path kernels;

    private static Appliance appliance;
    private static Path khd;

    @TempDir
    private Path folder;

    /** C of the repository that is refused, by file. */
    private static List<Path> refused() throws IOException {
        var found = new TreeSet<Path>();
        Files.walkFileTree(Distribution.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = folder.getFileName().toString();
                return name.equals("target") || name.startsWith(".")
                        ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".c") && REFUSED.contains(file.getParent().getFileName().toString())) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertTrue(found.size() > 60, found.toString());
        return List.copyOf(found);
    }

    static Stream<String> names() throws IOException {
        return refused().stream().map(CheckAgreesWithLinkTest::name);
    }

    /** Those that an {@code #if} around them leaves as they are. */
    static Stream<String> balanced() throws IOException {
        return names().filter(name -> !name.contains("unbalanced"));
    }

    private static String name(Path file) {
        return Distribution.ROOT.relativize(file).toString();
    }

    @BeforeAll
    static void make() throws Exception {
        appliance = Appliance.shared();
        var tree = SmallKernel.write(kernels.resolve("linux-headers-1.0-small"));
        for (var file : refused()) {
            var header = tree.resolve("include").resolve(header(name(file)));
            Files.createDirectories(header.getParent());
            Files.copy(file, header);
        }
        khd = kernels.resolve("k.khd");
        var ran = appliance.run("ingest", "-o", khd, tree);
        assertEquals(0, ran.status(), ran.toString());
    }

    private static String header(String name) {
        return "wrong/" + name.replaceFirst("\\.c$", ".h");
    }

    /** Text that only some kernels make part of the module is nothing that {@code compile} may refuse. */
    @ParameterizedTest
    @MethodSource("balanced")
    void ofWhatAKernelsConfigurationMakesPartOfTheModule(String name) throws Exception {
        agree("#include <linux/module.h>\n" + LICENSE + "#ifdef CONFIG_64BIT\n" + Files.readString(Distribution.ROOT.resolve(name)) + "\n#endif\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void ofWhatAHeaderOfTheKernelSays(String name) throws Exception {
        agree("#include <linux/module.h>\n" + LICENSE + "#include <" + header(name) + ">\n");
    }

    /** Each is refused, and by check. */
    @ParameterizedTest
    @ValueSource(strings = {
        // layout
        "struct big { char a[1UL << 60], b[1UL << 60]; }; unsigned long f(struct big *b) { return sizeof *b; }",
        "struct big { char a[1UL << 60], b[1UL << 60]; } big;",
        "struct big { char a[1UL << 60], b[1UL << 60]; }; char *f(struct big *b) { return b->b; }",
        "struct big { char a[1UL << 60], b[1UL << 60]; }; void *f(struct big *b) { return b + 1; }",
        "unsigned long f(void) { return sizeof(char [1UL << 33][1UL << 33]); }",
        "int (*f(void))[1UL << 62] { extern int (*p)[1UL << 62]; return p + 1; }",
        "struct unknown; struct unknown f(void); void *p = f;",
        "int a; static long x = (long) &a * 2;",
        "int a[] = { [0 ... 1L << 40] = 1 };",
        // lowering
        "int a[] = { [1L << 40] = 1 };",
        "const char a[1L << 40];",
        "int a(void) __attribute__((alias(\"a\")));",
        "int a(void) __attribute__((alias(\"nothing\")));",
        "int a; int b asm(\"a\");",
        "extern int a; extern int b __attribute__((alias(\"a\")));",
        "extern int a; void b(void) __attribute__((alias(\"a\")));",
        "extern inline __attribute__((gnu_inline)) void a(void) { } void b(void) __attribute__((alias(\"a\")));",
        "__int128 f(__int128 *p) { return __atomic_load_n(p, 0); }",
        "__int128 f(__int128 *p) { return __sync_fetch_and_add(p, 1); }",
        "_Atomic __int128 a; void f(void) { a++; }",
        "_Atomic __int128 a; __int128 f(void) { return a; }",
        "_Atomic __int128 a; void f(__int128 b) { a = b; }",
        "__thread int x; int f(void) { return x; }",
        "extern __thread int x; int f(void) { return x; }",
        "char a[1UL << 40];",
        "register int r asm(\"nosuch\"); int f(void) { return r; }",
        "double f(int x) { return x; }",
        "int f(float x) { return x > 1; }",
        "extern void g(double); void f(int x) { g(x); }",
        "typedef int v4 __attribute__((vector_size(16))); v4 f(v4 *p) { return *p; }",
        "struct s { char c[3]; }; void f(struct s s) { asm(\"\" : : \"r\"(s)); }",
        "void f(int x) { asm(\"%9\" : : \"r\"(x)); }",
        "void f(int x) { asm(\"\" : : \"@\"(x)); }",
        "int f(int x) { return __builtin_object_size(&x, x); }",
        // packaging
        "int __this_module;",
        "static int a __attribute__((section(\".BTF_ids\"), used)) = 1;",
        "asm(\".pushsection .BTF_ids,\\\"a\\\"\\n.long 0\\n.popsection\");",
    })
    void ofOneFile(String text) throws Exception {
        var errors = agree("#include <linux/module.h>\n" + LICENSE + "#ifdef CONFIG_64BIT\n" + text + "\n#endif\n");
        assertTrue(errors.stream().noneMatch(CheckAgreesWithLinkTest::isDecidedAtLink), errors.toString());
        assertTrue(!errors.isEmpty(), "neither refuses it");
        assertTrue(errors.stream().allMatch(error -> error.startsWith("m0.c:")), "no place: " + errors);
    }

    @Test
    void ofAModuleWithoutALicense() throws Exception {
        assertEquals(List.of("LB8013"), codes(agree("#include <linux/module.h>\nint f(void) { return 0; }\n")));
    }

    @Test
    void ofASymbolThatTwoFilesDefine() throws Exception {
        var license = "#include <linux/module.h>\n" + LICENSE;
        var errors = agree("long-name", license + "int twice; int once __attribute__((weak)); static int own;",
                license + "void twice(void) { }\nint once; static int own;");
        assertEquals(List.of("m1.c:3:6 LB8003 'twice' is defined twice, the second time in long-name/m1"), errors);
    }

    @Test
    void ofAModulesName() throws Exception {
        var text = "#include <linux/module.h>\n" + LICENSE;
        assertEquals(List.of("LB8008"), codes(agree("n".repeat(60), text)));
    }

    /** What the optimizer decides is no error of check's. */
    @ParameterizedTest
    @ValueSource(strings = {
        "void missing(void); void f(void) { missing(); }",
        "void wrong(void) __attribute__((error(\"wrong\"))); void f(int x) { if (x) wrong(); }",
        "void f(void) { asm(\"no such instruction\"); }",
    })
    void whatIsDecidedAtLinkIsLeftToIt(String text) throws Exception {
        var errors = agree("#include <linux/module.h>\n" + LICENSE + text + "\n");
        assertTrue(!errors.isEmpty() && errors.stream().allMatch(CheckAgreesWithLinkTest::isDecidedAtLink), errors.toString());
    }

    private static List<String> codes(List<String> errors) {
        return errors.stream().map(error -> error.replaceFirst(".*(LB\\d{4}).*", "$1")).toList();
    }

    private static boolean isDecidedAtLink(String error) {
        return DECIDED_AT_LINK.stream().anyMatch(error::contains);
    }

    /** The errors of both, without those that only a link has. */
    private List<String> agree(String source) throws Exception {
        return agree("m", source);
    }

    private List<String> agree(String module, String... sources) throws Exception {
        var compile = new ArrayList<Object>(List.of("compile", "--name", module, "-o", folder.resolve("m.dko")));
        for (int i = 0; i < sources.length; i++) {
            compile.add(Files.writeString(folder.resolve("m" + i + ".c"), sources[i]));
        }
        var compiled = appliance.run(compile.toArray());
        assertEquals(0, compiled.status(), compiled.toString());
        var check = appliance.run("check", folder.resolve("m.dko"), khd);
        var link = appliance.run("link", folder.resolve("m.dko"), khd, "-o", folder.resolve("m.ko"));
        var linked = errors(link);
        if (linked.stream().allMatch(CheckAgreesWithLinkTest::isDecidedAtLink)) {
            assertEquals(0, check.status(), check + "\n" + link);
            return linked;
        }
        assertEquals(linked, errors(check), check + "\n" + link);
        assertEquals(link.status(), check.status(), check + "\n" + link);
        return linked;
    }

    /** Place, code and message of each, in an order of their own. */
    private static List<String> errors(Appliance.Ran ran) {
        var found = new TreeMap<String, Integer>();
        var error = ERROR.matcher(ran.err());
        while (error.find()) {
            found.merge(error.group(1) + " " + error.group(2) + " " + error.group(3), 1, Integer::sum);
        }
        return found.entrySet().stream().map(entry -> entry.getKey() + (entry.getValue() == 1 ? "" : " #" + entry.getValue()))
                .toList();
    }
}
