package org.latebind.codegen.x86_64;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.TargetSettings;

/**
 * The macros that gcc predefines.
 *
 * <p>{@code predefined-macros.h} has those that no flag changes. Left out on purpose: decimal and
 * {@code _FloatN} types' limits (we have no such types), {@code __SEG_FS} and {@code __SEG_GS} (no
 * named address spaces), {@code __ATOMIC_HLE_*} (no lock elision), and what glibc's stdc-predef.h adds.
 */
final class PredefinedMacros {
    private static final String FIXED = fixed();

    private final StringBuilder out = new StringBuilder(FIXED);
    private final LanguageSettings language;
    private final CodegenSettings codegen;

    private PredefinedMacros(TargetSettings settings) {
        language = settings.language();
        codegen = settings.codegen();
    }

    static String of(TargetSettings settings) {
        var macros = new PredefinedMacros(settings);
        macros.compiler();
        macros.dialect();
        macros.wideCharacters();
        macros.machine();
        return macros.out.toString();
    }

    private void compiler() {
        var gcc = language.gcc();
        define("__GNUC__", gcc.major());
        define("__GNUC_MINOR__", gcc.minor());
        define("__GNUC_PATCHLEVEL__", gcc.patch());
        define("__VERSION__", "\"" + gcc + "\"");
        define("__GXX_ABI_VERSION", gxxAbi(gcc.major()));
        if (gcc.major() >= 12) {
            define("__GCC_CONSTRUCTIVE_SIZE", 64);
            define("__GCC_DESTRUCTIVE_SIZE", 64);
        }
        if (language.optimizing()) {
            define("__OPTIMIZE__", 1);
        }
        if (language.optimizingForSize()) {
            define("__OPTIMIZE_SIZE__", 1);
        }
        if (!language.charIsSigned()) {
            define("__CHAR_UNSIGNED__", 1);
        }
        define(language.gnu89Inline() ? "__GNUC_GNU_INLINE__" : "__GNUC_STDC_INLINE__", 1);
    }

    /** {@code -fabi-version} of each release; matters to nobody's C, but headers print it. */
    private static int gxxAbi(int major) {
        return switch (major) {
            case 8 -> 1013;
            case 9, 10 -> 1014;
            case 11 -> 1016;
            case 12 -> 1017;
            case 13 -> 1018;
            case 14 -> 1019;
            default -> major < 8 ? 1011 : 1020;
        };
    }

    private void dialect() {
        var dialect = language.dialect();
        define("__STDC_HOSTED__", language.freestanding() ? 0 : 1);
        if (dialect.stdcVersion() != 0) {
            boolean draft = dialect.isC23OrLater() && language.gcc().major() < 14;
            define("__STDC_VERSION__", (draft ? 202000 : dialect.stdcVersion()) + "L");
        }
        if (dialect.stdcVersion() >= 201112) {
            define("__STDC_UTF_16__", 1);
            define("__STDC_UTF_32__", 1);
        }
        if (dialect.isGnu()) {
            define("linux", 1);
            define("unix", 1);
        } else {
            define("__STRICT_ANSI__", 1);
        }
        for (var name : new String[] {"__linux", "__linux__", "__gnu_linux__", "__unix", "__unix__"}) {
            define(name, 1);
        }
    }

    private void wideCharacters() {
        boolean narrow = language.shortWchar();
        define("__SIZEOF_WCHAR_T__", narrow ? 2 : 4);
        define("__WCHAR_TYPE__", narrow ? "short unsigned int" : "int");
        define("__WCHAR_WIDTH__", narrow ? 16 : 32);
        define("__WCHAR_MAX__", narrow ? "0xffff" : "0x7fffffff");
        define("__WCHAR_MIN__", narrow ? "0" : "(-__WCHAR_MAX__ - 1)");
        define("__GNUC_WIDE_EXECUTION_CHARSET_NAME", narrow ? "\"UTF-16LE\"" : "\"UTF-32LE\"");
    }

    private void machine() {
        boolean sse = !codegen.features().contains("-sse");
        if (sse) {
            for (var name : new String[] {
                "__MMX__", "__MMX_WITH_SSE__", "__SSE__", "__SSE2__", "__SSE_MATH__", "__SSE2_MATH__"
            }) {
                define(name, 1);
            }
        }
        boolean x87 = !codegen.features().contains("-x87");
        if (!x87) {
            define("_SOFT_FLOAT", 1);
        }
        define("__GCC_IEC_559", x87 ? 2 : 0);
        define("__GCC_IEC_559_COMPLEX", x87 ? 2 : 0);
        define("__SIZEOF_FLOAT128__", 16);
        if (codegen.moduleFlags().stream().anyMatch(flag -> flag.name().equals("cf-protection-branch"))) {
            define("__CET__", 1);
        }
        if (codegen.functionAttributes().stream().anyMatch(attribute -> attribute.text().equals("sspstrong"))) {
            define("__SSP_STRONG__", 3);
        }
        define(codegen.codeModel() == CodeModel.KERNEL ? "__code_model_kernel__" : "__code_model_small__", 1);
        if (codegen.relocationModel() == RelocationModel.PIC) {
            for (var name : new String[] {"__PIC__", "__pic__", "__PIE__", "__pie__"}) {
                define(name, 2);
            }
        }
    }

    private void define(String name, int value) {
        define(name, Integer.toString(value));
    }

    private void define(String name, String value) {
        out.append("#define ").append(name).append(' ').append(value).append('\n');
    }

    private static String fixed() {
        try (var in = PredefinedMacros.class.getResourceAsStream("predefined-macros.h")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
