/* __int128: arithmetic, conversions, shifts, division, parameters, returns, varargs, structures, bit operations. */
#include <stdio.h>
#include <stdarg.h>

typedef __int128 s128;
typedef unsigned __int128 u128;
typedef unsigned u128_mode __attribute__((mode(TI)));
struct mixed { char c; s128 q; int i; };

static void print(const char *what, u128 x) { printf("%-6s %016lx%016lx\n", what, (long) (x >> 64), (long) x); }
__attribute__((noinline)) static s128 third(int a, s128 b, long c, s128 d, struct mixed m) { return a + b * c - d + m.q; }
__attribute__((noinline)) static u128 sum(int n, ...)
{
    va_list ap;
    u128 total = 0;
    va_start(ap, n);
    for (int i = 0; i < n; i++)
        total += i & 1 ? va_arg(ap, u128) : va_arg(ap, unsigned);
    va_end(ap);
    return total;
}
static unsigned long mul_shift(unsigned long a, unsigned mul, unsigned shift) { return (u128) a * mul >> shift; }

static s128 constant = (s128) 1 << 100 | 5;
static const u128 all = -1;

int main(void)
{
    volatile s128 a = (s128) 0x123456789abcdef0 << 40, b = -7;
    volatile u128 ua = a, ub = (u128) ~0ul << 3 | 1;
    struct mixed m = { 1, -5, 2 };

    print("add", a + b); print("sub", b - a); print("mul", a * b); print("div", a / b); print("rem", a % b);
    print("udiv", ua / ub); print("urem", ub % 1000); print("neg", -a); print("not", ~a);
    print("shl", a << 65); print("sar", b >> 100); print("shr", (u128) b >> 100); print("xor", a ^ b);
    print("const", constant); print("all", all); print("wide", (s128) -1); print("uns", (u128) -1u);
    print("dbl", (s128) 1e25); print("fn", third(1, a, 3, b, m)); print("va", sum(3, 1u, (u128) 1 << 70, 3u));
    printf("%d%d%d%d %g\n", a < b, ua > ub, (s128) -1 < 0, (u128) -1 > 0u, (double) a);
    printf("%d %d %d\n", (int) sizeof(u128_mode), (int) __alignof__(s128), (int) sizeof(struct mixed));
    printf("%lx %d %d\n", mul_shift(0xfffffffffff, 0x89abcdef, 20), (char) a, (_Bool) ((u128) 1 << 90));
    u128 n = 10;
    n++; n *= n; n <<= 3; n |= 1; n -= 0x100;
    print("comp", n);
    switch (m.q) { case -5: printf("minus five\n"); break; default: printf("other\n"); }
    return 0;
}
