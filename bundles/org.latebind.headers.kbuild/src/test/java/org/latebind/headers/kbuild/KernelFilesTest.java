package org.latebind.headers.kbuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.ExportedSymbol.ExportClass;
import org.latebind.headers.api.SectionRule;
import org.latebind.target.api.ConfigAnswer;

/** The small formats: config, Module.symvers, module.lds, autoconf.h. */
class KernelFilesTest {
    @Test
    void configWithEveryKindOfValue() {
        var config = ConfigFile.parse("""
                # Automatically generated
                CONFIG_SMP=y
                CONFIG_EXT4_FS=m
                # CONFIG_CFI is not set
                CONFIG_HZ=250
                CONFIG_LOCALVERSION=""
                CONFIG_CC_VERSION_TEXT="gcc-12 (\\"x\\") 12.2.0"
                """);
        assertEquals(Map.of("CONFIG_SMP", "y", "CONFIG_EXT4_FS", "m", "CONFIG_HZ", "250", "CONFIG_LOCALVERSION", "",
                "CONFIG_CC_VERSION_TEXT", "gcc-12 (\"x\") 12.2.0"), config);
    }

    /** As kconfig writes both of one configuration. */
    private static final String AUTOCONF = """
            #define CONFIG_SMP 1
            #define CONFIG_EXT4_FS_MODULE 1
            #define CONFIG_IPV6_MODULE 1
            #define CONFIG_HZ 250
            #define CONFIG_LEVEL 1
            #define CONFIG_START 0x1000
            #define CONFIG_LOCALVERSION ""
            #define CONFIG_CC_VERSION_TEXT "gcc-12 (\\"x\\") 12.2.0"
            """;
    private static final String AUTO_CONF = """
            CONFIG_SMP=y
            CONFIG_EXT4_FS=m
            CONFIG_IPV6_MODULE=y
            CONFIG_HZ=250
            CONFIG_LEVEL=1
            CONFIG_START=1000
            CONFIG_LOCALVERSION=
            CONFIG_CC_VERSION_TEXT=gcc-12 ("x") 12.2.0
            """;

    @Test
    void configurationsThatDifferAreRefused() {
        // As they are, the two agree: nothing is thrown.
        ConfigAgreement.check(ConfigFile.parse(AUTO_CONF), AUTOCONF);
        for (var change : List.of("CONFIG_SMP=y|", "CONFIG_SMP=y|CONFIG_SMP=m", "CONFIG_EXT4_FS=m|CONFIG_EXT4_FS=y",
                "CONFIG_HZ=250|CONFIG_HZ=1000", "CONFIG_HZ=250|CONFIG_HZ=250\nCONFIG_NEW=y", "CONFIG_IPV6_MODULE=y|",
                "gcc-12|gcc-13", "CONFIG_LOCALVERSION=|CONFIG_LOCALVERSION=-new")) {
            var sides = change.split("\\|", -1);
            var config = ConfigFile.parse(AUTO_CONF.replace(sides[0], sides[1]));
            var refused = assertThrows(DiagnosticException.class, () -> ConfigAgreement.check(config, AUTOCONF), change);
            assertEquals("LB5012", refused.diagnostic().code());
            assertTrue(refused.diagnostic().message().contains(": CONFIG_"), refused.toString());
        }
    }

    @Test
    void symbolVersions() {
        var symbols = SymbolVersions.parse("""
                0x815f2897\tprintk\tvmlinux\tEXPORT_SYMBOL\t
                0xffffffff\tcxl_x\tdrivers/cxl/core/cxl-core\tEXPORT_SYMBOL_GPL\tCXL
                """);
        assertEquals(new ExportedSymbol("cxl_x", 0xffffffffL, ExportClass.GPL_ONLY, "CXL", "drivers/cxl/core/cxl-core"),
                symbols.get(0));
        assertEquals("cxl_core", symbols.get(0).ownerModule());
        assertEquals("", symbols.get(1).ownerModule());
    }

    @Test
    void wrongSymbolVersionsAreToldWithTheirLine() {
        var failure = assertThrows(DiagnosticException.class,
                () -> SymbolVersions.parse("0x1\ta\tvmlinux\tEXPORT_SYMBOL\t\nnonsense\n"));
        assertEquals("LB5007", failure.diagnostic().code());
        assertTrue(failure.diagnostic().message().contains("line 2"));
    }

    @Test
    void linkerScript() {
        var rules = ModuleScript.parse("""
                SECTIONS {
                 /DISCARD/ : { *(.discard) *(.discard.*) }
                 __ksymtab 0 : ALIGN(8) { *(SORT(___ksymtab+*)) }
                 .data : {
                  . = ALIGN(16); __start_tags = .; KEEP(*(tags)) __stop_tags = .;
                 }
                 .text 0 : { *(.text .text.[0-9a-zA-Z_]*) }
                }
                """);
        assertEquals(List.of(
                new SectionRule("/DISCARD/", 0, List.of(new SectionRule.Input(".discard", false),
                        new SectionRule.Input(".discard.*", false))),
                new SectionRule("__ksymtab", 8, List.of(new SectionRule.Input("___ksymtab+*", true))),
                new SectionRule(".data", 0, List.of(new SectionRule.Align(16), new SectionRule.Symbol("__start_tags"),
                        new SectionRule.Input("tags", false), new SectionRule.Symbol("__stop_tags"))),
                new SectionRule(".text", 0, List.of(new SectionRule.Input(".text", false),
                        new SectionRule.Input(".text.[0-9a-zA-Z_]*", false)))), rules);
    }

    @Test
    void anUnknownLinkerScriptIsRefused() {
        for (var script : List.of("SECTIONS { .x : { ASSERT(0, \"x\") } }", "SECTIONS { .x : { *(.y) }", "MEMORY {}")) {
            assertEquals("LB5008", assertThrows(DiagnosticException.class, () -> ModuleScript.parse(script))
                    .diagnostic().code(), script);
        }
    }

    @Test
    void answersKeepTheNumbersOfLines() {
        var config = new TreeMap<>(Map.of("CONFIG_A", "y", "CONFIG_B", "y"));
        var text = AnsweredAutoconf.rewrite("#define CONFIG_A 1\n#define CONFIG_B 1\n".getBytes(StandardCharsets.US_ASCII),
                config, List.of(new ConfigAnswer("A", Optional.empty(), "why"), new ConfigAnswer("C", Optional.of("y"), "why"),
                        new ConfigAnswer("GONE", Optional.empty(), "why")));
        assertEquals("\n#define CONFIG_B 1\n#define CONFIG_C 1\n", new String(text, StandardCharsets.US_ASCII));
    }
}
