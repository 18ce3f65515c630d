package org.latebind.genksyms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.latebind.genksyms.oracle.CompareWithGenksyms;
import org.latebind.genksyms.oracle.PreprocessedText;
import org.latebind.kit.Golden;

/** What is expected here a kernel's genksyms says, too: {@code GenksymsAgreementTest}. */
class SymbolVersionsTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        var inputs = Golden.inputs(Path.of("src/test/resources/cases"), ".i").stream();
        return inputs.flatMap(input -> Stream.of(Dialect.values())
                .map(dialect -> DynamicTest.dynamicTest(input.getFileName() + " " + dialect, () -> Golden.assertSame(
                        input, "." + dialect, CompareWithGenksyms.ours(dialect, Files.readString(input)).text()))));
    }

    @Test
    void aReleaseDecidesHowCIsRead() {
        assertEquals(Optional.empty(), Dialect.of("5.4.0-1"));
        assertEquals(Optional.empty(), Dialect.of("next"));
        assertEquals(Optional.of(Dialect.UNTIL_5_10), Dialect.of("5.10.0-46-amd64"));
        assertEquals(Optional.of(Dialect.UNTIL_6_13), Dialect.of("5.11.0"));
        assertEquals(Optional.of(Dialect.UNTIL_6_13), Dialect.of("6.12.118+deb13-amd64"));
        assertEquals(Optional.of(Dialect.SINCE_6_14), Dialect.of("6.14"));
        assertEquals(Optional.of(Dialect.SINCE_6_14), Dialect.of("10.0-rc1"));
    }

    @Test
    void anArgumentThatGrowsChangesTheVersion() {
        var small = versions("struct s { int a; }; int f(struct s *s);");
        var large = versions("struct s { int a; int b; }; int f(struct s *s);");
        assertTrue(!small.get("f").equals(large.get("f")));
    }

    @Test
    void namesOfParametersAndStorageDoNot() {
        assertEquals(versions("extern int f(int a);"), versions("int f(int b) { }"));
    }

    @Test
    void whatIsNotDeclaredBeforeHasNoVersion() {
        assertEquals(Map.of(), versions("__GENKSYMS_EXPORT_SYMBOL(g); int g(void);"));
    }

    @Test
    void genksymsDoesNotEnd() {
        var endless = assertThrows(EndlessDeclarationException.class, () -> versions("int a, b(int c);"));
        assertTrue(endless.getMessage().contains("'b'"));
    }

    private static Map<String, Long> versions(String text) {
        return PreprocessedText.versions(Dialect.UNTIL_6_13, text + "\n__GENKSYMS_EXPORT_SYMBOL(f);\n").versions();
    }
}
