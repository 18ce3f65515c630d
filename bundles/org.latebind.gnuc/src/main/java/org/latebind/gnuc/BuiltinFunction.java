package org.latebind.gnuc;

import static org.latebind.gnuc.BuiltinFunction.Property.FOLDS;
import static org.latebind.gnuc.BuiltinFunction.Property.LIBRARY;
import static org.latebind.gnuc.BuiltinFunction.Property.PURE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every builtin function of gcc's that is supported. {@code CLZ} is called {@code __builtin_clz}, and
 * {@code ATOMIC_LOAD_N} is called {@code __atomic_load_n}; a {@link Property#LIBRARY} function is known by its bare
 * name, too.
 */
public enum BuiltinFunction {
    // Operands that are not all expressions.
    OFFSETOF(Meaning.SYNTAX, "size_t(...)"),
    TYPES_COMPATIBLE_P(Meaning.SYNTAX, "int(...)"),
    CHOOSE_EXPR(Meaning.SYNTAX, "any(...)"),
    HAS_ATTRIBUTE(Meaning.SYNTAX, "bool(...)"),
    VA_ARG(15, Meaning.SYNTAX, "any(...)"),

    // What is known of a value, and hints.
    CONSTANT_P(Meaning.CONSTANT_P, "int(any)", PURE),
    CLASSIFY_TYPE(Meaning.CLASSIFY_TYPE, "int(any)", PURE),
    OBJECT_SIZE(Meaning.OBJECT_SIZE, "size_t(any *, constant)", PURE),
    DYNAMIC_OBJECT_SIZE(12, Meaning.DYNAMIC_OBJECT_SIZE, "size_t(any *, constant)", PURE),
    EXPECT(Meaning.EXPECT, "long(long, long)", FOLDS, PURE),
    EXPECT_WITH_PROBABILITY(Meaning.EXPECT_WITH_PROBABILITY, "long(long, long, double)", FOLDS, PURE),
    ASSUME_ALIGNED(Meaning.ASSUME_ALIGNED, "void *(const void *, size_t, size_t?)", PURE),
    PREFETCH(Meaning.PREFETCH, "void(const volatile void *, constant?, constant?)"),
    UNREACHABLE(Meaning.UNREACHABLE, "void()"),
    TRAP(Meaning.TRAP, "void()"),

    // The stack and the machine.
    RETURN_ADDRESS(Meaning.RETURN_ADDRESS, "void *(constant)"),
    FRAME_ADDRESS(Meaning.FRAME_ADDRESS, "void *(constant)"),
    EXTRACT_RETURN_ADDR(Meaning.SAME_ADDRESS, "void *(void *)"),
    FROB_RETURN_ADDR(Meaning.SAME_ADDRESS, "void *(void *)"),
    THREAD_POINTER(Meaning.THREAD_POINTER, "void *()", PURE),
    ALLOCA(Meaning.ALLOCA, "void *(size_t)"),
    ALLOCA_WITH_ALIGN(Meaning.ALLOCA_WITH_ALIGN, "void *(size_t, constant)"),
    VA_START(Meaning.VA_START, "void(list, any?)"),
    C23_VA_START(15, Meaning.VA_START, "void(list, ...)"),
    VA_END(Meaning.VA_END, "void(list)"),
    VA_COPY(Meaning.VA_COPY, "void(list, list)"),

    // Bits.
    BSWAP16(Meaning.SWAP_BYTES, "uint16_t(uint16_t)", FOLDS, PURE),
    BSWAP32(Meaning.SWAP_BYTES, "uint32_t(uint32_t)", FOLDS, PURE),
    BSWAP64(Meaning.SWAP_BYTES, "uint64_t(uint64_t)", FOLDS, PURE),
    BSWAP128(11, Meaning.SWAP_BYTES, "unsigned __int128(unsigned __int128)", FOLDS, PURE),
    CLZ(Meaning.COUNT_LEADING_ZEROS, "int(unsigned)", FOLDS, PURE),
    CLZL(Meaning.COUNT_LEADING_ZEROS, "int(unsigned long)", FOLDS, PURE),
    CLZLL(Meaning.COUNT_LEADING_ZEROS, "int(unsigned long long)", FOLDS, PURE),
    CLZIMAX(Meaning.COUNT_LEADING_ZEROS, "int(uintmax_t)", FOLDS, PURE),
    CTZ(Meaning.COUNT_TRAILING_ZEROS, "int(unsigned)", FOLDS, PURE),
    CTZL(Meaning.COUNT_TRAILING_ZEROS, "int(unsigned long)", FOLDS, PURE),
    CTZLL(Meaning.COUNT_TRAILING_ZEROS, "int(unsigned long long)", FOLDS, PURE),
    CTZIMAX(Meaning.COUNT_TRAILING_ZEROS, "int(uintmax_t)", FOLDS, PURE),
    CLRSB(Meaning.COUNT_REDUNDANT_SIGNS, "int(int)", FOLDS, PURE),
    CLRSBL(Meaning.COUNT_REDUNDANT_SIGNS, "int(long)", FOLDS, PURE),
    CLRSBLL(Meaning.COUNT_REDUNDANT_SIGNS, "int(long long)", FOLDS, PURE),
    CLRSBIMAX(Meaning.COUNT_REDUNDANT_SIGNS, "int(intmax_t)", FOLDS, PURE),
    FFS(Meaning.FIND_FIRST_SET, "int(int)", FOLDS, PURE, LIBRARY),
    FFSL(Meaning.FIND_FIRST_SET, "int(long)", FOLDS, PURE, LIBRARY),
    FFSLL(Meaning.FIND_FIRST_SET, "int(long long)", FOLDS, PURE, LIBRARY),
    FFSIMAX(Meaning.FIND_FIRST_SET, "int(intmax_t)", FOLDS, PURE),
    POPCOUNT(Meaning.COUNT_ONES, "int(unsigned)", FOLDS, PURE),
    POPCOUNTL(Meaning.COUNT_ONES, "int(unsigned long)", FOLDS, PURE),
    POPCOUNTLL(Meaning.COUNT_ONES, "int(unsigned long long)", FOLDS, PURE),
    POPCOUNTIMAX(Meaning.COUNT_ONES, "int(uintmax_t)", FOLDS, PURE),
    PARITY(Meaning.PARITY, "int(unsigned)", FOLDS, PURE),
    PARITYL(Meaning.PARITY, "int(unsigned long)", FOLDS, PURE),
    PARITYLL(Meaning.PARITY, "int(unsigned long long)", FOLDS, PURE),
    PARITYIMAX(Meaning.PARITY, "int(uintmax_t)", FOLDS, PURE),
    ABS(Meaning.ABSOLUTE, "int(int)", FOLDS, PURE, LIBRARY),
    LABS(Meaning.ABSOLUTE, "long(long)", FOLDS, PURE, LIBRARY),
    LLABS(Meaning.ABSOLUTE, "long long(long long)", FOLDS, PURE, LIBRARY),
    IMAXABS(Meaning.ABSOLUTE, "intmax_t(intmax_t)", FOLDS, PURE, LIBRARY),

    // Overflow.
    ADD_OVERFLOW(Meaning.ADD_OVERFLOW, "bool(integer, integer, integer *)"),
    SUB_OVERFLOW(Meaning.SUBTRACT_OVERFLOW, "bool(integer, integer, integer *)"),
    MUL_OVERFLOW(Meaning.MULTIPLY_OVERFLOW, "bool(integer, integer, integer *)"),
    ADD_OVERFLOW_P(Meaning.ADD_OVERFLOW_P, "bool(integer, integer, integer)", FOLDS, PURE),
    SUB_OVERFLOW_P(Meaning.SUBTRACT_OVERFLOW_P, "bool(integer, integer, integer)", FOLDS, PURE),
    MUL_OVERFLOW_P(Meaning.MULTIPLY_OVERFLOW_P, "bool(integer, integer, integer)", FOLDS, PURE),
    SADD_OVERFLOW(Meaning.ADD_OVERFLOW, "bool(int, int, int *)"),
    SADDL_OVERFLOW(Meaning.ADD_OVERFLOW, "bool(long, long, long *)"),
    SADDLL_OVERFLOW(Meaning.ADD_OVERFLOW, "bool(long long, long long, long long *)"),
    UADD_OVERFLOW(Meaning.ADD_OVERFLOW, "bool(unsigned, unsigned, unsigned *)"),
    UADDL_OVERFLOW(Meaning.ADD_OVERFLOW, "bool(unsigned long, unsigned long, unsigned long *)"),
    UADDLL_OVERFLOW(Meaning.ADD_OVERFLOW, "bool(unsigned long long, unsigned long long, unsigned long long *)"),
    SSUB_OVERFLOW(Meaning.SUBTRACT_OVERFLOW, "bool(int, int, int *)"),
    SSUBL_OVERFLOW(Meaning.SUBTRACT_OVERFLOW, "bool(long, long, long *)"),
    SSUBLL_OVERFLOW(Meaning.SUBTRACT_OVERFLOW, "bool(long long, long long, long long *)"),
    USUB_OVERFLOW(Meaning.SUBTRACT_OVERFLOW, "bool(unsigned, unsigned, unsigned *)"),
    USUBL_OVERFLOW(Meaning.SUBTRACT_OVERFLOW, "bool(unsigned long, unsigned long, unsigned long *)"),
    USUBLL_OVERFLOW(Meaning.SUBTRACT_OVERFLOW, "bool(unsigned long long, unsigned long long, unsigned long long *)"),
    SMUL_OVERFLOW(Meaning.MULTIPLY_OVERFLOW, "bool(int, int, int *)"),
    SMULL_OVERFLOW(Meaning.MULTIPLY_OVERFLOW, "bool(long, long, long *)"),
    SMULLL_OVERFLOW(Meaning.MULTIPLY_OVERFLOW, "bool(long long, long long, long long *)"),
    UMUL_OVERFLOW(Meaning.MULTIPLY_OVERFLOW, "bool(unsigned, unsigned, unsigned *)"),
    UMULL_OVERFLOW(Meaning.MULTIPLY_OVERFLOW, "bool(unsigned long, unsigned long, unsigned long *)"),
    UMULLL_OVERFLOW(Meaning.MULTIPLY_OVERFLOW, "bool(unsigned long long, unsigned long long, unsigned long long *)"),

    // Floating values.
    INF(Meaning.INFINITY, "double()", PURE),
    INFF(Meaning.INFINITY, "float()", PURE),
    INFL(Meaning.INFINITY, "long double()", PURE),
    HUGE_VAL(Meaning.INFINITY, "double()", PURE),
    HUGE_VALF(Meaning.INFINITY, "float()", PURE),
    HUGE_VALL(Meaning.INFINITY, "long double()", PURE),
    NAN(Meaning.NOT_A_NUMBER, "double(const char *)", PURE, LIBRARY),
    NANF(Meaning.NOT_A_NUMBER, "float(const char *)", PURE, LIBRARY),
    NANL(Meaning.NOT_A_NUMBER, "long double(const char *)", PURE, LIBRARY),
    FABS(Meaning.FLOAT_ABSOLUTE, "double(double)", PURE, LIBRARY),
    FABSF(Meaning.FLOAT_ABSOLUTE, "float(float)", PURE, LIBRARY),
    FABSL(Meaning.FLOAT_ABSOLUTE, "long double(long double)", PURE, LIBRARY),
    COPYSIGN(Meaning.COPY_SIGN, "double(double, double)", PURE, LIBRARY),
    COPYSIGNF(Meaning.COPY_SIGN, "float(float, float)", PURE, LIBRARY),
    COPYSIGNL(Meaning.COPY_SIGN, "long double(long double, long double)", PURE, LIBRARY),
    ISNAN(Meaning.IS_NAN, "int(floating)", PURE),
    ISNANF(Meaning.IS_NAN, "int(floating)", PURE),
    ISNANL(Meaning.IS_NAN, "int(floating)", PURE),
    ISINF(Meaning.IS_INFINITE, "int(floating)", PURE),
    ISINFF(Meaning.IS_INFINITE, "int(floating)", PURE),
    ISINFL(Meaning.IS_INFINITE, "int(floating)", PURE),
    ISFINITE(Meaning.IS_FINITE, "int(floating)", PURE),
    FINITE(Meaning.IS_FINITE, "int(floating)", PURE),
    FINITEF(Meaning.IS_FINITE, "int(floating)", PURE),
    FINITEL(Meaning.IS_FINITE, "int(floating)", PURE),
    ISNORMAL(Meaning.IS_NORMAL, "int(floating)", PURE),
    SIGNBIT(Meaning.SIGN_BIT, "int(floating)", PURE),
    SIGNBITF(Meaning.SIGN_BIT, "int(floating)", PURE),
    SIGNBITL(Meaning.SIGN_BIT, "int(floating)", PURE),
    ISINF_SIGN(Meaning.INFINITY_SIGN, "int(floating)", PURE),
    ISGREATER(Meaning.IS_GREATER, "int(real, real)", PURE),
    ISGREATEREQUAL(Meaning.IS_GREATER_EQUAL, "int(real, real)", PURE),
    ISLESS(Meaning.IS_LESS, "int(real, real)", PURE),
    ISLESSEQUAL(Meaning.IS_LESS_EQUAL, "int(real, real)", PURE),
    ISLESSGREATER(Meaning.IS_LESS_GREATER, "int(real, real)", PURE),
    ISUNORDERED(Meaning.IS_UNORDERED, "int(real, real)", PURE),

    // Memory and strings.
    MEMCPY(Meaning.MEMORY_COPY, "void *(void *, const void *, size_t)", LIBRARY),
    MEMMOVE(Meaning.MEMORY_MOVE, "void *(void *, const void *, size_t)", LIBRARY),
    MEMSET(Meaning.MEMORY_SET, "void *(void *, int, size_t)", LIBRARY),
    MEMCMP(Meaning.KNOWN_CALL, "int(const void *, const void *, size_t)", PURE, LIBRARY),
    MEMCHR(Meaning.KNOWN_CALL, "void *(const void *, int, size_t)", PURE, LIBRARY),
    BCMP(Meaning.KNOWN_CALL, "int(const void *, const void *, size_t)", PURE, LIBRARY),
    STRLEN(Meaning.STRING_LENGTH, "size_t(const char *)", PURE, LIBRARY),
    STRNLEN(Meaning.KNOWN_CALL, "size_t(const char *, size_t)", PURE, LIBRARY),
    STRCPY(Meaning.KNOWN_CALL, "char *(char *, const char *)", LIBRARY),
    STRNCPY(Meaning.KNOWN_CALL, "char *(char *, const char *, size_t)", LIBRARY),
    STRCAT(Meaning.KNOWN_CALL, "char *(char *, const char *)", LIBRARY),
    STRNCAT(Meaning.KNOWN_CALL, "char *(char *, const char *, size_t)", LIBRARY),
    STRCMP(Meaning.KNOWN_CALL, "int(const char *, const char *)", PURE, LIBRARY),
    STRNCMP(Meaning.KNOWN_CALL, "int(const char *, const char *, size_t)", PURE, LIBRARY),
    STRCHR(Meaning.KNOWN_CALL, "char *(const char *, int)", PURE, LIBRARY),
    STRRCHR(Meaning.KNOWN_CALL, "char *(const char *, int)", PURE, LIBRARY),
    STRSTR(Meaning.KNOWN_CALL, "char *(const char *, const char *)", PURE, LIBRARY),

    // Library functions that are called as such.
    MEMPCPY("void *(void *, const void *, size_t)"),
    BCOPY("void(const void *, void *, size_t)"),
    BZERO("void(void *, size_t)"),
    STRPBRK("char *(const char *, const char *)"),
    STRSPN("size_t(const char *, const char *)"),
    STRCSPN("size_t(const char *, const char *)"),
    STRCASECMP("int(const char *, const char *)"),
    STRNCASECMP("int(const char *, const char *, size_t)"),
    STPCPY("char *(char *, const char *)"),
    STPNCPY("char *(char *, const char *, size_t)"),
    STRDUP("char *(const char *)"),
    STRNDUP("char *(const char *, size_t)"),
    INDEX("char *(const char *, int)"),
    RINDEX("char *(const char *, int)"),
    PRINTF("int(const char *, ...)"),
    SPRINTF("int(char *, const char *, ...)"),
    SNPRINTF("int(char *, size_t, const char *, ...)"),
    VPRINTF("int(const char *, va_list)"),
    VSPRINTF("int(char *, const char *, va_list)"),
    VSNPRINTF("int(char *, size_t, const char *, va_list)"),
    __MEMCPY_CHK("void *(void *, const void *, size_t, size_t)"),
    __MEMMOVE_CHK("void *(void *, const void *, size_t, size_t)"),
    __MEMPCPY_CHK("void *(void *, const void *, size_t, size_t)"),
    __MEMSET_CHK("void *(void *, int, size_t, size_t)"),
    __STRCPY_CHK("char *(char *, const char *, size_t)"),
    __STPCPY_CHK("char *(char *, const char *, size_t)"),
    __STRNCPY_CHK("char *(char *, const char *, size_t, size_t)"),
    __STPNCPY_CHK("char *(char *, const char *, size_t, size_t)"),
    __STRCAT_CHK("char *(char *, const char *, size_t)"),
    __STRNCAT_CHK("char *(char *, const char *, size_t, size_t)"),
    __SPRINTF_CHK("int(char *, int, size_t, const char *, ...)"),
    __SNPRINTF_CHK("int(char *, size_t, int, size_t, const char *, ...)"),
    __VSPRINTF_CHK("int(char *, int, size_t, const char *, va_list)"),
    __VSNPRINTF_CHK("int(char *, size_t, int, size_t, const char *, va_list)"),
    __PRINTF_CHK("int(int, const char *, ...)"),
    __VPRINTF_CHK("int(int, const char *, va_list)"),
    PUTS("int(const char *)"),
    PUTCHAR("int(int)"),
    SCANF("int(const char *, ...)"),
    SSCANF("int(const char *, const char *, ...)"),
    ABORT("void()"),
    EXIT("void(int)"),
    _EXIT("void(int)"),
    MALLOC("void *(size_t)"),
    CALLOC("void *(size_t, size_t)"),
    REALLOC("void *(void *, size_t)"),
    FREE("void(void *)"),
    ALIGNED_ALLOC("void *(size_t, size_t)"),
    ISALPHA("int(int)"),
    ISDIGIT("int(int)"),
    ISLOWER("int(int)"),
    ISPRINT("int(int)"),
    ISSPACE("int(int)"),
    ISUPPER("int(int)"),
    TOASCII("int(int)"),
    TOLOWER("int(int)"),
    TOUPPER("int(int)"),
    ATAN("double(double)"),
    ATAN2("double(double, double)"),
    CEIL("double(double)"),
    CEILF("float(float)"),
    CEILL("long double(long double)"),
    COS("double(double)"),
    COSF("float(float)"),
    EXP("double(double)"),
    FLOOR("double(double)"),
    FLOORF("float(float)"),
    FLOORL("long double(long double)"),
    FMAX("double(double, double)"),
    FMAXF("float(float, float)"),
    FMIN("double(double, double)"),
    FMINF("float(float, float)"),
    FMOD("double(double, double)"),
    FMODF("float(float, float)"),
    FREXP("double(double, int *)"),
    HYPOT("double(double, double)"),
    LDEXP("double(double, int)"),
    LDEXPF("float(float, int)"),
    LDEXPL("long double(long double, int)"),
    LOG("double(double)"),
    LRINT("long(double)"),
    LRINTF("long(float)"),
    MODF("double(double, double *)"),
    POW("double(double, double)"),
    POWF("float(float, float)"),
    POWL("long double(long double, long double)"),
    RINT("double(double)"),
    ROUND("double(double)"),
    SIN("double(double)"),
    SINF("float(float)"),
    SQRT("double(double)"),
    SQRTF("float(float)"),
    SQRTL("long double(long double)"),
    TAN("double(double)"),
    TRUNC("double(double)"),

    // Atomic operations, older. gcc takes more arguments, variables to be protected, and ignores them.
    SYNC_SYNCHRONIZE(Meaning.FULL_FENCE, "void(...)"),
    SYNC_LOCK_RELEASE(Meaning.LOCK_RELEASE, "void(T *, ...)"),
    SYNC_LOCK_TEST_AND_SET(Meaning.LOCK_TEST_AND_SET, "T(T *, T, ...)"),
    SYNC_BOOL_COMPARE_AND_SWAP(Meaning.COMPARE_AND_SWAP, "bool(T *, T, T, ...)"),
    SYNC_VAL_COMPARE_AND_SWAP(Meaning.VALUE_COMPARE_AND_SWAP, "T(T *, T, T, ...)"),
    SYNC_FETCH_AND_ADD(Meaning.FETCH_ADD, "N(N *, N, ...)"),
    SYNC_FETCH_AND_SUB(Meaning.FETCH_SUBTRACT, "N(N *, N, ...)"),
    SYNC_FETCH_AND_OR(Meaning.FETCH_OR, "N(N *, N, ...)"),
    SYNC_FETCH_AND_AND(Meaning.FETCH_AND, "N(N *, N, ...)"),
    SYNC_FETCH_AND_XOR(Meaning.FETCH_XOR, "N(N *, N, ...)"),
    SYNC_FETCH_AND_NAND(Meaning.FETCH_NAND, "N(N *, N, ...)"),
    SYNC_ADD_AND_FETCH(Meaning.ADD_FETCH, "N(N *, N, ...)"),
    SYNC_SUB_AND_FETCH(Meaning.SUBTRACT_FETCH, "N(N *, N, ...)"),
    SYNC_OR_AND_FETCH(Meaning.OR_FETCH, "N(N *, N, ...)"),
    SYNC_AND_AND_FETCH(Meaning.AND_FETCH, "N(N *, N, ...)"),
    SYNC_XOR_AND_FETCH(Meaning.XOR_FETCH, "N(N *, N, ...)"),
    SYNC_NAND_AND_FETCH(Meaning.NAND_FETCH, "N(N *, N, ...)"),

    // Atomic operations with a memory order.
    ATOMIC_LOAD_N(Meaning.ATOMIC_LOAD_VALUE, "T(T *, order)"),
    ATOMIC_LOAD(Meaning.ATOMIC_LOAD, "void(O *, O *, order)"),
    ATOMIC_STORE_N(Meaning.ATOMIC_STORE_VALUE, "void(T *, T, order)"),
    ATOMIC_STORE(Meaning.ATOMIC_STORE, "void(O *, O *, order)"),
    ATOMIC_EXCHANGE_N(Meaning.ATOMIC_EXCHANGE_VALUE, "T(T *, T, order)"),
    ATOMIC_EXCHANGE(Meaning.ATOMIC_EXCHANGE, "void(O *, O *, O *, order)"),
    ATOMIC_COMPARE_EXCHANGE_N(Meaning.ATOMIC_COMPARE_EXCHANGE_VALUE, "bool(T *, T *, T, bool, order, order)"),
    ATOMIC_COMPARE_EXCHANGE(Meaning.ATOMIC_COMPARE_EXCHANGE, "bool(O *, O *, O *, bool, order, order)"),
    ATOMIC_TEST_AND_SET(Meaning.ATOMIC_TEST_AND_SET, "bool(volatile void *, order)"),
    ATOMIC_CLEAR(Meaning.ATOMIC_CLEAR, "void(volatile void *, order)"),
    ATOMIC_THREAD_FENCE(Meaning.THREAD_FENCE, "void(order)"),
    ATOMIC_SIGNAL_FENCE(Meaning.SIGNAL_FENCE, "void(order)"),
    ATOMIC_ALWAYS_LOCK_FREE(Meaning.LOCK_FREE, "bool(constant, const volatile void *)"),
    ATOMIC_IS_LOCK_FREE(Meaning.LOCK_FREE, "bool(constant, const volatile void *)"),
    ATOMIC_FETCH_ADD(Meaning.FETCH_ADD, "N(N *, N, order)"),
    ATOMIC_FETCH_SUB(Meaning.FETCH_SUBTRACT, "N(N *, N, order)"),
    ATOMIC_FETCH_OR(Meaning.FETCH_OR, "N(N *, N, order)"),
    ATOMIC_FETCH_AND(Meaning.FETCH_AND, "N(N *, N, order)"),
    ATOMIC_FETCH_XOR(Meaning.FETCH_XOR, "N(N *, N, order)"),
    ATOMIC_FETCH_NAND(Meaning.FETCH_NAND, "N(N *, N, order)"),
    ATOMIC_ADD_FETCH(Meaning.ADD_FETCH, "N(N *, N, order)"),
    ATOMIC_SUB_FETCH(Meaning.SUBTRACT_FETCH, "N(N *, N, order)"),
    ATOMIC_OR_FETCH(Meaning.OR_FETCH, "N(N *, N, order)"),
    ATOMIC_AND_FETCH(Meaning.AND_FETCH, "N(N *, N, order)"),
    ATOMIC_XOR_FETCH(Meaning.XOR_FETCH, "N(N *, N, order)"),
    ATOMIC_NAND_FETCH(Meaning.NAND_FETCH, "N(N *, N, order)");

    /** What else is true of a builtin. */
    public enum Property {
        /** Constant where its arguments are, also in an integer constant expression. */
        FOLDS,
        /** A call does nothing but give a value: gcc declares it const or pure. Read where a call stays a builtin. */
        PURE,
        /** A function of the C library, known without a declaration; the only ones whose address may be taken. */
        LIBRARY
    }

    private static final String PREFIX = "__builtin_";
    private static final Map<String, BuiltinFunction> BY_SPELLING = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(BuiltinFunction::spelling, Function.identity()));
    private static final Map<String, BuiltinFunction> BY_LIBRARY_NAME = Arrays.stream(values())
            .filter(row -> row.is(LIBRARY))
            .collect(Collectors.toUnmodifiableMap(BuiltinFunction::bareName, Function.identity()));

    private final int since;
    private final Meaning meaning;
    private final String signature;
    private final Set<Property> properties = EnumSet.noneOf(Property.class);

    BuiltinFunction(String signature) {
        this(0, Meaning.LIBRARY_CALL, signature, LIBRARY);
    }

    BuiltinFunction(Meaning meaning, String signature, Property... properties) {
        this(0, meaning, signature, properties);
    }

    /** @param since the first gcc that has it; 0 for every gcc that has {@code __has_builtin} */
    BuiltinFunction(int since, Meaning meaning, String signature, Property... properties) {
        this.since = since;
        this.meaning = meaning;
        this.signature = signature;
        this.properties.addAll(Arrays.asList(properties));
    }

    /** The builtin of that name, {@code __builtin_clz} or {@code __atomic_load_n}. */
    public static Optional<BuiltinFunction> spelled(String spelling) {
        return Optional.ofNullable(BY_SPELLING.get(spelling));
    }

    /** The library function of that name: {@code memcpy}. */
    public static Optional<BuiltinFunction> ofLibrary(String name) {
        return Optional.ofNullable(BY_LIBRARY_NAME.get(name));
    }

    /** Whether a name is one of those that gcc keeps for its builtins. */
    public static boolean isReserved(String name) {
        return name.startsWith(PREFIX) || name.startsWith("__sync_") || name.startsWith("__atomic_");
    }

    public String spelling() {
        return (name().startsWith("SYNC_") || name().startsWith("ATOMIC_") ? "__" : PREFIX) + bareName();
    }

    /** Without the prefix: {@code memcpy}, {@code sync_synchronize}. */
    public String bareName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Meaning meaning() {
        return meaning;
    }

    public Signature signature() {
        return Signature.parse(signature);
    }

    public boolean is(Property property) {
        return properties.contains(property);
    }

    /** Whether gcc of that major version has it. */
    public boolean isIn(int gcc) {
        return gcc >= since;
    }
}
