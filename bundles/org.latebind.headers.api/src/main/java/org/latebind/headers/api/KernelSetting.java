package org.latebind.headers.api;

/**
 * Keys of settings that every kernel has whatever its architecture; values are text.
 *
 * <p>A setting that is off is {@code false}; one that has no answer is absent.
 */
public final class KernelSetting {
    /** {@code gnu89} or {@code gnu11}: the C dialect. */
    public static final String DIALECT = "c-dialect";
    /** {@code true} when plain {@code char} is unsigned. */
    public static final String UNSIGNED_CHAR = "unsigned-char";
    /** Bytes of {@code wchar_t}: {@code 2} or {@code 4}. */
    public static final String WCHAR_SIZE = "wchar-size";
    /** {@code true} when a struct member may be an untagged use of another tagged struct. */
    public static final String MS_EXTENSIONS = "ms-extensions";
    /** {@code none}, {@code zero} or {@code pattern}: what automatic variables start as. */
    public static final String AUTO_VAR_INIT = "auto-var-init";
    /** {@code none}, {@code basic} or {@code strong}. */
    public static final String STACK_PROTECTOR = "stack-protector";
    /** {@code size} or {@code speed}: what the kernel is optimised for. */
    public static final String OPTIMISE_FOR = "optimise-for";
    /** Warnings that are errors, as {@code -Werror=} has them, sorted, separated by commas. */
    public static final String WARNINGS_AS_ERRORS = "warnings-as-errors";
    /** {@code true} when the function tracer has each function begin with a call or nops. */
    public static final String FUNCTION_TRACING = "function-tracing";
    /** {@code true} when symbols have versions (MODVERSIONS). */
    public static final String SYMBOL_VERSIONS = "symbol-versions";
    /** Bytes functions are aligned to; {@code 0} leaves it to the target. */
    public static final String FUNCTION_ALIGNMENT = "function-alignment";

    private KernelSetting() {}
}
