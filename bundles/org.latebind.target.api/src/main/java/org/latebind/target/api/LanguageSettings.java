package org.latebind.target.api;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Flags that change what C text means.
 *
 * @param dialect {@code -std=}
 * @param gcc the version of gcc we act as
 * @param charIsSigned {@code -fsigned-char} or {@code -funsigned-char}, else the architecture's way
 * @param shortWchar {@code -fshort-wchar}
 * @param msExtensions {@code -fms-extensions}: unnamed members of tagged record type
 * @param freestanding {@code -ffreestanding}
 * @param gnu89Inline {@code -fgnu89-inline}, or a dialect before C99
 * @param optimizing whether {@code __OPTIMIZE__} is defined
 * @param optimizingForSize whether {@code __OPTIMIZE_SIZE__} is
 * @param wrappingArithmetic {@code -fwrapv} or {@code -fno-strict-overflow}: no {@code nsw}
 * @param nullPointerIsValid {@code -fno-delete-null-pointer-checks}
 * @param zeroInitializedAutos {@code -ftrivial-auto-var-init=zero}
 * @param commonVariables {@code -fcommon}
 * @param warnings which warnings are asked for, and which are errors
 */
public record LanguageSettings(
        Dialect dialect,
        GccVersion gcc,
        boolean charIsSigned,
        boolean shortWchar,
        boolean msExtensions,
        boolean freestanding,
        boolean gnu89Inline,
        boolean optimizing,
        boolean optimizingForSize,
        boolean wrappingArithmetic,
        boolean nullPointerIsValid,
        boolean zeroInitializedAutos,
        boolean commonVariables,
        WarningFlags warnings) {

    /** Dialects of C; {@code gnu} adds gcc's extensions that the standard's form leaves out. */
    public enum Dialect {
        GNU89("gnu89", 0),
        GNU99("gnu99", 199901),
        GNU11("gnu11", 201112),
        GNU17("gnu17", 201710),
        GNU23("gnu23", 202311),
        C89("c89", 0),
        C99("c99", 199901),
        C11("c11", 201112),
        C17("c17", 201710),
        C23("c23", 202311);

        private final String option;
        private final int stdcVersion;

        Dialect(String option, int stdcVersion) {
            this.option = option;
            this.stdcVersion = stdcVersion;
        }

        /** What stands after {@code -std=}. */
        public String option() {
            return option;
        }

        /** The value of {@code __STDC_VERSION__}, 0 where it is not defined. */
        public int stdcVersion() {
            return stdcVersion;
        }

        public boolean isGnu() {
            return option.startsWith("gnu");
        }

        /** Whether inline functions and {@code //} comments are C99's. */
        public boolean isC99OrLater() {
            return stdcVersion >= 199901;
        }

        public boolean isC23OrLater() {
            return stdcVersion > 201710;
        }
    }

    /** A version of gcc. */
    public record GccVersion(int major, int minor, int patch) {
        @Override
        public String toString() {
            return major + "." + minor + "." + patch;
        }

        static GccVersion parse(String text) {
            var parts = text.split("\\.");
            if (parts.length != 3) {
                throw new IllegalArgumentException("not a compiler version: '" + text + "'");
            }
            return new GccVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }
    }

    public LanguageSettings {
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(gcc);
        Objects.requireNonNull(warnings);
    }

    /** Settings of a build that asks for no warnings. */
    public LanguageSettings(
            Dialect dialect, GccVersion gcc, boolean charIsSigned, boolean shortWchar, boolean msExtensions,
            boolean freestanding, boolean gnu89Inline, boolean optimizing, boolean optimizingForSize,
            boolean wrappingArithmetic, boolean nullPointerIsValid, boolean zeroInitializedAutos,
            boolean commonVariables) {
        this(dialect, gcc, charIsSigned, shortWchar, msExtensions, freestanding, gnu89Inline, optimizing,
                optimizingForSize, wrappingArithmetic, nullPointerIsValid, zeroInitializedAutos, commonVariables,
                WarningFlags.NONE);
    }

    public LanguageSettings withWarnings(WarningFlags other) {
        return new LanguageSettings(dialect, gcc, charIsSigned, shortWchar, msExtensions, freestanding, gnu89Inline,
                optimizing, optimizingForSize, wrappingArithmetic, nullPointerIsValid, zeroInitializedAutos,
                commonVariables, other);
    }

    /** The settings as text, sorted by key. */
    public Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        map.put("dialect", dialect.name());
        map.put("gcc", gcc.toString());
        map.put("char-is-signed", Boolean.toString(charIsSigned));
        map.put("short-wchar", Boolean.toString(shortWchar));
        map.put("ms-extensions", Boolean.toString(msExtensions));
        map.put("freestanding", Boolean.toString(freestanding));
        map.put("gnu89-inline", Boolean.toString(gnu89Inline));
        map.put("optimizing", Boolean.toString(optimizing));
        map.put("optimizing-for-size", Boolean.toString(optimizingForSize));
        map.put("wrapping-arithmetic", Boolean.toString(wrappingArithmetic));
        map.put("null-pointer-is-valid", Boolean.toString(nullPointerIsValid));
        map.put("zero-initialized-autos", Boolean.toString(zeroInitializedAutos));
        map.put("common-variables", Boolean.toString(commonVariables));
        map.put("warnings", warnings.toString());
        return map;
    }

    /**
     * Reads what {@link #toMap} wrote.
     *
     * @throws IllegalArgumentException when the text is not that of settings
     */
    public static LanguageSettings fromMap(Map<String, String> map) {
        return new LanguageSettings(
                Dialect.valueOf(require(map, "dialect")),
                GccVersion.parse(require(map, "gcc")),
                flag(map, "char-is-signed"),
                flag(map, "short-wchar"),
                flag(map, "ms-extensions"),
                flag(map, "freestanding"),
                flag(map, "gnu89-inline"),
                flag(map, "optimizing"),
                flag(map, "optimizing-for-size"),
                flag(map, "wrapping-arithmetic"),
                flag(map, "null-pointer-is-valid"),
                flag(map, "zero-initialized-autos"),
                flag(map, "common-variables"),
                // Header data of before has what all kernels ask for.
                map.containsKey("warnings") ? WarningFlags.parse(map.get("warnings")) : WarningFlags.EVERY_KERNELS);
    }

    private static boolean flag(Map<String, String> map, String key) {
        return switch (require(map, key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + key + "' is neither true nor false");
        };
    }

    private static String require(Map<String, String> map, String key) {
        var value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("language settings lack '" + key + "'");
        }
        return value;
    }
}
