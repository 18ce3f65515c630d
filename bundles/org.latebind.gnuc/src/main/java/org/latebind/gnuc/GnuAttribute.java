package org.latebind.gnuc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every attribute that is known here. {@code ALWAYS_INLINE} is called {@code always_inline}. */
public enum GnuAttribute {
    // Linkage and placement.
    ALIAS(Effect.ALIAS),
    WEAK(Effect.WEAK),
    SECTION(Effect.SECTION),
    VISIBILITY(Effect.VISIBILITY),
    USED(Effect.KEPT),
    RETAIN(Effect.KEPT, 11),
    EXTERNALLY_VISIBLE(Effect.KEPT),
    NOCOMMON(Effect.NO_COMMON),
    TLS_MODEL(Effect.TLS_MODEL),
    CONSTRUCTOR(Effect.CONSTRUCTOR),
    DESTRUCTOR(Effect.DESTRUCTOR),
    COPY(Effect.COPY),

    // Types.
    ALIGNED(Effect.ALIGNED),
    PACKED(Effect.PACKED),
    MODE(Effect.MODE),
    VECTOR_SIZE(Effect.VECTOR_SIZE),
    TRANSPARENT_UNION(Effect.TRANSPARENT_UNION),

    // Variables.
    CLEANUP(Effect.CLEANUP),
    UNINITIALIZED(Effect.UNINITIALIZED, 12),
    NONSTRING(Effect.NON_STRING),

    // Functions.
    ALWAYS_INLINE(Effect.ALWAYS_INLINE),
    NOINLINE(Effect.NO_INLINE),
    NOIPA(Effect.NO_INLINE),
    GNU_INLINE(Effect.GNU_INLINE),
    FLATTEN(Effect.FLATTEN),
    NOCLONE(Effect.NO_CLONE),
    COLD(Effect.COLD),
    HOT(Effect.HOT),
    NORETURN(Effect.NO_RETURN),
    PURE(Effect.PURE),
    CONST(Effect.CONST),
    MALLOC(Effect.MALLOC),
    RETURNS_TWICE(Effect.RETURNS_TWICE),
    NAKED(Effect.NAKED, Gcc.OF_SOME_MACHINES),
    MS_ABI(Effect.FOREIGN_CALL, Gcc.OF_SOME_MACHINES),
    ERROR(Effect.ERROR),
    WARNING(Effect.WARNING),
    OPTIMIZE(Effect.OPTIMIZE),
    NO_INSTRUMENT_FUNCTION(Effect.NO_INSTRUMENT_FUNCTION),
    NO_PROFILE_INSTRUMENT_FUNCTION(Effect.NO_PROFILE),
    NO_STACK_PROTECTOR(Effect.NO_STACK_PROTECTOR, 11),
    NOCF_CHECK(Effect.NO_CF_CHECK),
    PATCHABLE_FUNCTION_ENTRY(Effect.PATCHABLE_ENTRY),
    WARN_UNUSED_RESULT(Effect.WARN_UNUSED_RESULT),
    NODISCARD(Effect.WARN_UNUSED_RESULT),
    DEPRECATED(Effect.DEPRECATED),
    UNUSED(Effect.UNUSED),
    MAYBE_UNUSED(Effect.UNUSED),

    // Warnings, analyzers, sparse.
    ACCESS(Effect.WARNINGS),
    ARTIFICIAL(Effect.WARNINGS),
    CONTEXT(Effect.WARNINGS, Gcc.NONE),
    DESIGNATED_INIT(Effect.DESIGNATED_INIT),
    FALLTHROUGH(Effect.WARNINGS),
    FD_ARG(Effect.WARNINGS, 13),
    FD_ARG_READ(Effect.WARNINGS, 13),
    FD_ARG_WRITE(Effect.WARNINGS, 13),
    FORMAT(Effect.WARNINGS),
    FORMAT_ARG(Effect.WARNINGS),
    GNU_PRINTF(Effect.WARNINGS, Gcc.NONE),
    NULL_TERMINATED_STRING_ARG(Effect.WARNINGS, 14),
    SENTINEL(Effect.WARNINGS),
    TAINTED_ARGS(Effect.WARNINGS, 12),
    UNAVAILABLE(Effect.WARNINGS, 12),
    WARN_IF_NOT_ALIGNED(Effect.WARNINGS),
    STRICT_FLEX_ARRAY(Effect.WARNINGS, 13),
    FLAG_ENUM(Effect.WARNINGS, 15),
    ENUM_EXTENSIBILITY(Effect.WARNINGS, Gcc.NONE),
    BTF_DECL_TAG(Effect.WARNINGS, 16),
    BTF_TYPE_TAG(Effect.WARNINGS, 16),
    NODEREF(Effect.WARNINGS, Gcc.NONE),
    BITWISE(Effect.WARNINGS, Gcc.NONE),
    FORCE(Effect.WARNINGS, Gcc.NONE),
    USER(Effect.WARNINGS, Gcc.NONE),
    SAFE(Effect.WARNINGS, Gcc.NONE),
    NOCAST(Effect.WARNINGS, Gcc.NONE),
    NONNULL_IF_NONZERO(Effect.WARNINGS, 15),
    NO_DANGLING(Effect.WARNINGS, Gcc.NONE),
    ZERO_SIZED(Effect.WARNINGS, Gcc.NONE),

    // Sanitizers, plugins, profilers.
    NO_SANITIZE(Effect.INSTRUMENTATION),
    NO_SANITIZE_ADDRESS(Effect.INSTRUMENTATION),
    NO_SANITIZE_COVERAGE(Effect.INSTRUMENTATION, 12),
    NO_SANITIZE_MEMORY(Effect.INSTRUMENTATION, Gcc.NONE),
    NO_SANITIZE_THREAD(Effect.INSTRUMENTATION),
    NO_SANITIZE_UNDEFINED(Effect.INSTRUMENTATION),
    NO_ADDRESS_SAFETY_ANALYSIS(Effect.INSTRUMENTATION),
    DISABLE_SANITIZER_INSTRUMENTATION(Effect.INSTRUMENTATION, Gcc.NONE),
    LATENT_ENTROPY(Effect.INSTRUMENTATION, Gcc.NONE),
    NO_RANDOMIZE_LAYOUT(Effect.INSTRUMENTATION, Gcc.NONE),
    RANDOMIZE_LAYOUT(Effect.INSTRUMENTATION, Gcc.NONE),
    NO_STACK_LIMIT(Effect.INSTRUMENTATION),
    STACKLEAK(Effect.INSTRUMENTATION, Gcc.NONE),

    // Promises.
    ALLOC_ALIGN(Effect.PROMISE),
    ALLOC_SIZE(Effect.PROMISE),
    ASSUME_ALIGNED(Effect.PROMISE),
    COUNTED_BY(Effect.PROMISE, 15),
    LEAF(Effect.PROMISE),
    LIKELY(Effect.PROMISE, Gcc.NONE),
    UNLIKELY(Effect.PROMISE, Gcc.NONE),
    NONNULL(Effect.PROMISE),
    RETURNS_NONNULL(Effect.PROMISE),
    UNSEQUENCED(Effect.PROMISE, 15),
    REPRODUCIBLE(Effect.PROMISE, 15),
    NO_ICF(Effect.PROMISE),

    // What is done anyway.
    MAY_ALIAS(Effect.DONE_ANYWAY),
    NOPLT(Effect.DONE_ANYWAY),
    NO_SPLIT_STACK(Effect.DONE_ANYWAY),
    NO_REORDER(Effect.DONE_ANYWAY),
    NOTHROW(Effect.DONE_ANYWAY),
    CF_CHECK(Effect.DONE_ANYWAY, Gcc.OF_SOME_MACHINES),
    SYSV_ABI(Effect.DONE_ANYWAY, Gcc.OF_SOME_MACHINES),

    // Calling conventions.
    REGPARM(Effect.OTHER_CONVENTION, Gcc.OF_SOME_MACHINES),
    STDCALL(Effect.OTHER_CONVENTION, Gcc.OF_SOME_MACHINES),
    FASTCALL(Effect.OTHER_CONVENTION, Gcc.OF_SOME_MACHINES),
    THISCALL(Effect.OTHER_CONVENTION, Gcc.OF_SOME_MACHINES),
    CDECL(Effect.OTHER_CONVENTION, Gcc.OF_SOME_MACHINES),
    CALLEE_POP_AGGREGATE_RETURN(Effect.OTHER_CONVENTION, Gcc.OF_SOME_MACHINES),

    // What cannot be honored.
    IFUNC(Effect.REFUSED),
    SCALAR_STORAGE_ORDER(Effect.REFUSED),
    INTERRUPT(Effect.REFUSED, Gcc.OF_SOME_MACHINES),
    INTERRUPT_HANDLER(Effect.REFUSED, Gcc.NONE),
    SIGNAL(Effect.REFUSED, Gcc.NONE),
    SYMVER(Effect.REFUSED),
    TARGET(Effect.REFUSED),
    TARGET_CLONES(Effect.REFUSED),
    MS_STRUCT(Effect.REFUSED, Gcc.OF_SOME_MACHINES),
    GCC_STRUCT(Effect.REFUSED, Gcc.OF_SOME_MACHINES),
    HARDBOOL(Effect.REFUSED, 14),
    STRUB(Effect.REFUSED, 14),
    NOINIT(Effect.REFUSED),
    PERSISTENT(Effect.REFUSED),
    WEAKREF(Effect.REFUSED),
    INDIRECT_BRANCH(Effect.REFUSED, Gcc.OF_SOME_MACHINES),
    FUNCTION_RETURN(Effect.REFUSED, Gcc.OF_SOME_MACHINES),
    STACK_PROTECT(Effect.REFUSED),
    ZERO_CALL_USED_REGS(Effect.REFUSED, 11),
    NO_CALLER_SAVED_REGISTERS(Effect.REFUSED, Gcc.OF_SOME_MACHINES),
    FENTRY_NAME(Effect.REFUSED, Gcc.OF_SOME_MACHINES),
    FENTRY_SECTION(Effect.REFUSED, Gcc.OF_SOME_MACHINES),
    COMMON(Effect.REFUSED),
    SIMD(Effect.REFUSED),
    FORCE_ALIGN_ARG_POINTER(Effect.REFUSED, Gcc.OF_SOME_MACHINES);

    /** Which gcc has an attribute, for the answers to {@code __has_attribute}. */
    public enum Gcc {
        EVERY,
        /** Those for some machines; their descriptions say so. */
        OF_SOME_MACHINES,
        /** None: the attribute is clang's, sparse's, or one of another language. */
        NONE
    }

    private static final Map<String, GnuAttribute> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(GnuAttribute::spelling, Function.identity()));

    private final Effect effect;
    private final Gcc gcc;
    private final int since;

    GnuAttribute(Effect effect) {
        this(effect, Gcc.EVERY, 0);
    }

    GnuAttribute(Effect effect, Gcc gcc) {
        this(effect, gcc, 0);
    }

    GnuAttribute(Effect effect, int since) {
        this(effect, Gcc.EVERY, since);
    }

    GnuAttribute(Effect effect, Gcc gcc, int since) {
        this.effect = effect;
        this.gcc = gcc;
        this.since = since;
    }

    /** The attribute of that name, which is without underscores around it. */
    public static Optional<GnuAttribute> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Effect effect() {
        return effect;
    }

    public Gcc gcc() {
        return gcc;
    }

    /** Whether a definition that has it is wanted though nothing refers to it. */
    public boolean keepsDefinition() {
        return this == USED || this == CONSTRUCTOR || this == DESTRUCTOR;
    }

    /** Whether gcc of that major version has it, whatever the machine. */
    public boolean isIn(int version) {
        return gcc == Gcc.EVERY && version >= since;
    }
}
