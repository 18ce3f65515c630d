package org.latebind.backend;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.Personality;

/**
 * Answers to {@code __has_attribute}, {@code __has_builtin} and {@code __has_feature}.
 *
 * <p>An attribute is here when gcc of that version has it and our front end honours it, or may ignore
 * it without changing what the program does. A builtin is here when our front end lowers it.
 * A feature is here likewise; no sanitizer is.
 */
public final class GccPersonality {
    private static final Set<String> ATTRIBUTES = Set.of(
            "alias", "aligned", "alloc_align", "alloc_size", "always_inline", "artificial", "assume_aligned",
            "cleanup", "cold", "const", "constructor", "copy", "deprecated", "designated_init", "destructor", "error",
            "externally_visible", "fallthrough", "flatten", "format", "format_arg", "gnu_inline", "hot", "leaf", "malloc",
            "may_alias", "mode", "ms_abi", "no_icf", "no_instrument_function", "no_profile_instrument_function",
            "no_reorder", "no_sanitize", "no_sanitize_address", "no_sanitize_thread", "no_sanitize_undefined",
            "no_stack_protector", "noclone", "nocf_check", "noinline", "nonnull", "nonstring", "noreturn", "nothrow",
            "optimize", "packed", "patchable_function_entry", "pure", "returns_nonnull", "section", "sentinel",
            "transparent_union", "uninitialized", "unused", "used", "visibility", 
            "warn_unused_result", "warning", "weak");

    private static final Set<String> BUILTINS = Set.of(
            "__builtin_abs", "__builtin_alloca", "__builtin_assume_aligned", "__builtin_bswap16",
            "__builtin_bswap32", "__builtin_bswap64", "__builtin_choose_expr", "__builtin_clz", "__builtin_clzl",
            "__builtin_clzll", "__builtin_constant_p", "__builtin_ctz", "__builtin_ctzl", "__builtin_ctzll",
            "__builtin_expect", "__builtin_extract_return_addr", "__builtin_ffs", "__builtin_ffsl",
            "__builtin_ffsll", "__builtin_frame_address", "__builtin_memchr", "__builtin_memcmp",
            "__builtin_memcpy", "__builtin_memmove", "__builtin_memset", "__builtin_object_size",
            "__builtin_offsetof", "__builtin_parity", "__builtin_popcount", "__builtin_popcountl",
            "__builtin_popcountll", "__builtin_prefetch", "__builtin_return_address", "__builtin_strcat",
            "__builtin_strchr", "__builtin_strcmp", "__builtin_strcpy", "__builtin_strlen", "__builtin_strncat",
            "__builtin_strncmp", "__builtin_strncpy", "__builtin_trap", "__builtin_types_compatible_p",
            "__builtin_unreachable", "__builtin_va_arg", "__builtin_va_copy", "__builtin_va_end",
            "__builtin_va_start", "__builtin_add_overflow", "__builtin_sub_overflow", "__builtin_mul_overflow");

    private static final Set<String> FEATURES = Set.of(
            "attribute_deprecated_with_message", "enumerator_attributes");

    /** Those that C11 brought. */
    private static final Set<String> C11_FEATURES = Set.of(
            "c_alignas", "c_alignof", "c_generic_selections", "c_static_assert");

    private GccPersonality() {}

    /** What gcc of that version answers, of what we support. */
    public static Personality of(LanguageSettings language) {
        var gcc = language.gcc();
        var attributes = new HashSet<>(ATTRIBUTES);
        var builtins = new HashSet<>(BUILTINS);
        if (gcc.major() >= 12) {
            builtins.add("__builtin_dynamic_object_size");
        }
        if (gcc.major() < 11) {
            attributes.remove("no_stack_protector");
        }
        if (gcc.major() < 12) {
            attributes.remove("uninitialized");
        }
        if (gcc.major() >= 15) {
            attributes.add("counted_by");
        }
        return new Personality(attributes, builtins, gcc.major() >= 14 ? Optional.of(features(language)) : Optional.empty(), false);
    }

    private static Set<String> features(LanguageSettings language) {
        var features = new HashSet<>(FEATURES);
        if (language.dialect().stdcVersion() >= 201112) {
            features.addAll(C11_FEATURES);
        }
        return features;
    }
}
