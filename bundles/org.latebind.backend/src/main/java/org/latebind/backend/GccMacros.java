package org.latebind.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.codegen.api.FunctionAttribute;
import org.latebind.target.api.BasicType;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;

/**
 * Puts together the macros that gcc predefines: those that follow from settings and data model alone,
 * to which an architecture adds its own.
 *
 * <p>Left out on purpose: limits of decimal and {@code _FloatN} types (we have no such types), and what
 * glibc's stdc-predef.h adds.
 *
 * <p>For one thread and one text.
 */
public final class GccMacros {
    private final StringBuilder out = new StringBuilder();
    private final LanguageSettings language;
    private final DataModel model;

    private GccMacros(LanguageSettings language, DataModel model) {
        this.language = language;
        this.model = model;
    }

    /** The macros that follow from byte order and flags on every architecture with 64-bit {@code long} and pointers. */
    public static GccMacros lp64(TargetSettings settings, DataModel model) {
        var macros = new GccMacros(settings.language(), model);
        macros.resource(GccMacros.class, "lp64-macros.h");
        macros.byteOrder();
        macros.compiler();
        macros.dialect();
        macros.wideCharacters();
        var attributes = settings.codegen().functionAttributes();
        if (attributes.stream().anyMatch(attribute -> attribute.text().equals("sspstrong"))) {
            macros.define("__SSP_STRONG__", 3);
        }
        return macros;
    }

    private void byteOrder() {
        var order = model.littleEndian() ? "__ORDER_LITTLE_ENDIAN__" : "__ORDER_BIG_ENDIAN__";
        define("__BYTE_ORDER__", order);
        define("__FLOAT_WORD_ORDER__", order);
        define("__BIGGEST_ALIGNMENT__", model.maxAlignment());
    }

    private void compiler() {
        var gcc = language.gcc();
        define("__GNUC__", gcc.major());
        define("__GNUC_MINOR__", gcc.minor());
        define("__GNUC_PATCHLEVEL__", gcc.patch());
        define("__VERSION__", "\"" + gcc + "\"");
        define("__GXX_ABI_VERSION", gxxAbi(gcc.major()));
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
        defineAll(List.of("__linux", "__linux__", "__gnu_linux__", "__unix", "__unix__"), 1);
    }

    private void wideCharacters() {
        if (language.shortWchar()) {
            wideCharacter(2, "short unsigned int", "0xffff", "0", "UTF-16");
        } else if (model.wcharType() == BasicType.INT) {
            wideCharacter(4, "int", "0x7fffffff", "(-__WCHAR_MAX__ - 1)", "UTF-32");
        } else {
            wideCharacter(4, "unsigned int", "0xffffffffU", "0U", "UTF-32");
        }
    }

    private void wideCharacter(int size, String type, String max, String min, String charset) {
        define("__SIZEOF_WCHAR_T__", size);
        define("__WCHAR_TYPE__", type);
        define("__WCHAR_WIDTH__", 8 * size);
        define("__WCHAR_MAX__", max);
        define("__WCHAR_MIN__", min);
        define("__GNUC_WIDE_EXECUTION_CHARSET_NAME", "\"" + charset + (model.littleEndian() ? "LE" : "BE") + "\"");
    }

    /** Whether arithmetic on floating types is IEC 60559's, by registers for them. */
    public void floatingPoint(boolean registers) {
        defineAll(List.of("__GCC_IEC_559", "__GCC_IEC_559_COMPLEX"), registers ? 2 : 0);
    }

    /** {@code fma} and its like are instructions. */
    public void fusedMultiplyAdd() {
        defineAll(
                List.of("__FP_FAST_FMA", "__FP_FAST_FMAF", "__FP_FAST_FMAF32", "__FP_FAST_FMAF32x", "__FP_FAST_FMAF64"),
                1);
    }

    /** Whether unwind tables are made, of the assembler's directives. */
    public void unwindTables(CodegenSettings codegen) {
        if (codegen.functionAttributes().contains(FunctionAttribute.always("uwtable"))) {
            define("__GCC_HAVE_DWARF2_CFI_ASM", 1);
        }
    }

    /** {@code -fPIC} or {@code -fPIE}. */
    public void positionIndependence(CodegenSettings codegen) {
        if (codegen.relocationModel() == RelocationModel.PIC) {
            defineAll(List.of("__PIC__", "__pic__"), 2);
            if (codegen.moduleFlags().contains(UserSpaceCode.PIE)) {
                defineAll(List.of("__PIE__", "__pie__"), 2);
            }
        }
    }

    public void defineAll(List<String> names, int value) {
        names.forEach(name -> define(name, value));
    }

    public void define(String name, int value) {
        define(name, Integer.toString(value));
    }

    public void define(String name, String body) {
        out.append("#define ").append(name).append(' ').append(body).append('\n');
    }

    /** Adds the lines of {@code #define} in a resource beside a class; ASCII. */
    public void resource(Class<?> beside, String name) {
        try (var in = beside.getResourceAsStream(name)) {
            out.append(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, as {@link TargetDescription#predefinedMacros} wants them. */
    public String text() {
        return out.toString();
    }
}
