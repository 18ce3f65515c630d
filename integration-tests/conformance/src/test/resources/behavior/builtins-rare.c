// clang: none, it has no bswap128, no builtins of intmax_t and no predicates of overflow
/* Builtins that are met less often: of 128 bits, of intmax_t, of the thread, predicates of overflow. */
#include <stdio.h>

_Static_assert(!__builtin_add_overflow_p(1, 2, 0) && __builtin_mul_overflow_p(1 << 20, 1 << 20, 0), "");
_Static_assert(__builtin_sub_overflow_p(1u, 2, 0u) && !__builtin_sub_overflow_p(1u, 2, 0), "");
_Static_assert(__builtin_clzimax(1) == 63 && __builtin_ctzimax(8) == 3 && __builtin_clrsbimax(0) == 63, "");
_Static_assert(__builtin_ffsimax(0) == 0 && __builtin_popcountimax(-1) == 64 && __builtin_parityimax(7) == 1, "");
_Static_assert(__builtin_imaxabs(-5) == 5 && __builtin_bswap128((unsigned __int128) 1 << 120) == 1, "");

__attribute__((noinline)) static void bits(unsigned long x)
{
    unsigned __int128 swapped = __builtin_bswap128(x);
    printf("%lx %lx\n", (unsigned long) (swapped >> 64), (unsigned long) swapped);
    printf("%d %d %d %d ", __builtin_clzimax(x), __builtin_ctzimax(x), __builtin_clrsbimax(x), __builtin_ffsimax(x));
    printf("%d %d %ld\n", __builtin_popcountimax(x), __builtin_parityimax(x), __builtin_imaxabs(-(long) x));
}

__attribute__((noinline)) static void overflow(int x, unsigned y)
{
    int i; unsigned u; long l; unsigned long m; long long q; unsigned long long n;
    printf("%d%d", __builtin_sadd_overflow(x, 1, &i), __builtin_uadd_overflow(y, 1, &u));
    printf("%d%d", __builtin_saddl_overflow(x, 1, &l), __builtin_uaddl_overflow(y, 1, &m));
    printf("%d%d", __builtin_saddll_overflow(x, 1, &q), __builtin_uaddll_overflow(y, 1, &n));
    printf(" %d %u %ld %lu %lld %llu\n", i, u, l, m, q, n);
    printf("%d%d", __builtin_ssub_overflow(-x, 2, &i), __builtin_usub_overflow(1, y, &u));
    printf("%d%d", __builtin_ssubl_overflow(-x, 2, &l), __builtin_usubl_overflow(1, y, &m));
    printf("%d%d", __builtin_ssubll_overflow(-x, 2, &q), __builtin_usubll_overflow(1, y, &n));
    printf(" %d %u %ld %lu %lld %llu\n", i, u, l, m, q, n);
    printf("%d%d", __builtin_smul_overflow(x, 2, &i), __builtin_umul_overflow(y, 2, &u));
    printf("%d%d", __builtin_smull_overflow(x, 2, &l), __builtin_umull_overflow(y, 2, &m));
    printf("%d%d", __builtin_smulll_overflow(x, 2, &q), __builtin_umulll_overflow(y, 2, &n));
    printf(" %d %u %ld %lu %lld %llu\n", i, u, l, m, q, n);
    printf("%d%d\n", __builtin_add_overflow_p(x, 1, 0), __builtin_add_overflow_p(x, 1, 0l));
}

static __thread int of_thread = 3;

__attribute__((noinline)) static int thread(void)
{
    /* The first word of a thread's block is its own address on x86-64. */
    char *pointer = __builtin_thread_pointer();
    return *(char **) pointer == pointer && of_thread == 3;
}

__attribute__((noinline)) static void floats(long double e, double d)
{
    int exponent;
    printf("%Lg %d ", __builtin_copysignl(2, e), __builtin_signbit(__builtin_copysignl(1, e)) != 0);
    printf("%g ", __builtin_frexp(d, &exponent));
    printf("%d %g %g %ld\n", exponent, __builtin_hypot(3, d), __builtin_fmod(d, 3), __builtin_lrint(d + 0.25));
}

__attribute__((noinline)) static void *address(void *p)
{
    return __builtin_frob_return_addr(p);
}

int main(void)
{
    int x;
    bits(0x123400);
    overflow(0x7fffffff, 0xffffffff);
    floats(-3, 4);
    printf("%d %d\n", thread(), address(&x) == &x);
    printf("%d %d\n", __builtin_strcasecmp("Ab", "aB"), __builtin_strncasecmp("abc", "ABd", 2));
    printf("%d %d\n", !!__builtin_isupper('A'), !!__builtin_islower('A'));
    return 0;
}
