package org.latebind.token.api;

import java.util.Objects;

/**
 * What one translation unit's preprocessor is set up with.
 *
 * @param predefined {@code #define} lines of the predefined and command-line macros
 * @param features answers of the personality
 * @param strictIso {@code -std=c11} rather than {@code gnu11}: matters for {@code , ## __VA_ARGS__}
 * @param charUnsigned whether a character constant in {@code #if} is unsigned
 * @param firstCounter the first value of {@code __COUNTER__}
 * @param limits bounds for hostile input
 */
public record PreprocessorOptions(
        String predefined,
        FeatureAnswers features,
        boolean strictIso,
        boolean charUnsigned,
        int firstCounter,
        Limits limits) {

    /**
     * Bounds; passing one is an error that ends the translation unit.
     *
     * @param includeDepth files open at once
     * @param tokens tokens read or made in the whole translation unit: what bounds the time
     * @param expanded tokens of the whole translation unit that macros stand for in the end, those of attempts that
     *     were undone aside: what bounds the memory
     * @param macroDepth macro uses and argument expansions inside each other
     */
    public record Limits(int includeDepth, long tokens, long expanded, int macroDepth) {
        /** Of a module's units. */
        public static final Limits DEFAULT = new Limits(200, 40_000_000, 10_000_000, 400);
        /** Of a unit of all headers: those of Debian's 7.2 amd64 make 25.5 million tokens, 6.3 million of them for macros. */
        public static final Limits ALL_HEADERS = new Limits(200, 120_000_000, 12_000_000, 400);
    }

    public PreprocessorOptions {
        Objects.requireNonNull(predefined);
        Objects.requireNonNull(features);
        Objects.requireNonNull(limits);
    }

    /** GNU mode, signed characters, default limits. */
    public static PreprocessorOptions of(String predefined, FeatureAnswers features) {
        return new PreprocessorOptions(predefined, features, false, false, 0, Limits.DEFAULT);
    }

    public PreprocessorOptions withCharUnsigned(boolean value) {
        return new PreprocessorOptions(predefined, features, strictIso, value, firstCounter, limits);
    }

    public PreprocessorOptions withStrictIso(boolean value) {
        return new PreprocessorOptions(predefined, features, value, charUnsigned, firstCounter, limits);
    }

    public PreprocessorOptions withLimits(Limits value) {
        return new PreprocessorOptions(predefined, features, strictIso, charUnsigned, firstCounter, value);
    }
}
