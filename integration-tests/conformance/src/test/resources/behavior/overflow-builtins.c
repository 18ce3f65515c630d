/* The overflow builtins over every mixture of types: the exact result is what does or does not fit. */
#include <stdio.h>
#include <limits.h>

typedef __int128 q;
static const q values[] = { 0, 1, -1, 2, 127, 128, -128, 255, 256, 32767, 65535, INT_MAX, INT_MIN, UINT_MAX,
    LONG_MAX, LONG_MIN, (q) ULONG_MAX, 3000000000u };
#define COUNT (int) (sizeof(values) / sizeof(values[0]))

static unsigned hash;
static void mix(unsigned long x) { hash = (hash ^ (unsigned) x ^ (unsigned) (x >> 32)) * 16777619u; }

#define combination(A, B, R) \
    for (int i = 0; i < COUNT; i++) \
        for (int j = 0; j < COUNT; j++) { \
            volatile A a = (A) values[i]; \
            volatile B b = (B) values[j]; \
            R r = 0; \
            mix(__builtin_add_overflow(a, b, &r)); mix(r); \
            mix(__builtin_sub_overflow(a, b, &r)); mix(r); \
            mix(__builtin_mul_overflow(a, b, &r)); mix(r); \
        } \
    printf("%-14s %-14s %-14s %08x\n", #A, #B, #R, hash);
#define results(A, B) combination(A, B, signed char) combination(A, B, unsigned short) combination(A, B, int) \
    combination(A, B, unsigned) combination(A, B, long) combination(A, B, unsigned long)
#define seconds(A) results(A, signed char) results(A, int) results(A, unsigned) results(A, long) results(A, unsigned long)

static int once;
static int next(void) { return ++once; }

int main(void)
{
    seconds(unsigned char) seconds(int) seconds(unsigned) seconds(long) seconds(unsigned long)
    combination(q, long, q) combination(unsigned __int128, int, long) combination(long, long, unsigned __int128)
    combination(_Bool, int, short)

    int r, o;
    unsigned ur;
    long lr;
    volatile int vr;
    o = __builtin_add_overflow(next(), next(), &r);
    printf("%d %d\n", o, r);
    o = __builtin_sadd_overflow(INT_MAX, 1, &r);
    printf("%d %d\n", o, r);
    o = __builtin_usub_overflow(1, 2, &ur);
    printf("%d %u\n", o, ur);
    o = __builtin_smull_overflow(LONG_MAX, 2, &lr);
    printf("%d %ld\n", o, lr);
    o = __builtin_mul_overflow(100000, 100000, &vr);
    printf("%d %d\n", o, vr);
    /* The result may be where an operand is, or be a pointer's target. */
    int *p = &r;
    r = 5;
    o = __builtin_add_overflow(r, 3, p);
    printf("%d %d\n", o, r);
    struct { unsigned char len; } s = { 250 };
    o = __builtin_add_overflow(s.len, 10, &s.len);
    printf("%d %d\n", o, s.len);
    printf("%d\n", __builtin_add_overflow(1, 2, &(int) { 0 }) ? 1 : 0);
    return 0;
}
