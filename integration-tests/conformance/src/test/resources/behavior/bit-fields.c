// clang: none, a bit-field has its declared type there
/* gcc gives a bit-field's value an integer type of its own width; only those narrower than int promote. */
#include <stdio.h>
#include <stdarg.h>

enum e { A, B = 300 };

struct s {
    unsigned long long u33 : 33;
    long long i33 : 33;
    unsigned long u32 : 32;
    long i32 : 32;
    unsigned long u40 : 40;
    long i63 : 63;
    unsigned u5 : 5;
    int i5 : 5;
    enum e e10 : 10;
    _Bool b : 1;
    unsigned char c3 : 3;
    unsigned long u64 : 64;
};

#define NAME(e) _Generic((e), int: "int", unsigned: "unsigned", long: "long", unsigned long: "unsigned long", \
    long long: "long long", unsigned long long: "unsigned long long", _Bool: "_Bool", unsigned char: "uchar", \
    default: "other")
#define SHOW(e) printf("%-24s %d %#llx %s\n", #e, (int) sizeof(e), (unsigned long long) (e), NAME(e))
#define PLAIN(e) printf("%-24s %#llx %s\n", #e, (unsigned long long) (e), NAME(e))
#define WIDE(e) printf("%-24s %d %#llx\n", #e, (int) sizeof(e), (unsigned long long) (e))

__attribute__((noinline)) static void sum(int n, ...)
{
    va_list list;
    va_start(list, n);
    while (n--)
        printf(" %#lx", va_arg(list, unsigned long));
    va_end(list);
    printf("\n");
}

__attribute__((noinline)) static unsigned long long old();

static unsigned long long old(v)
    unsigned long long v;
{
    return v + 1;
}

__attribute__((noinline)) static void all(struct s *p, int five, unsigned long long big, long one)
{
    PLAIN(p->u33); PLAIN(p->u32); PLAIN(p->i32); PLAIN(p->u5); PLAIN(p->e10); PLAIN(p->b); PLAIN(p->c3); PLAIN(p->u64);
    WIDE(p->u33 << five); WIDE(p->u33 + 1); WIDE(p->u33 + five); WIDE(-p->u33); WIDE(~p->u33); WIDE(p->u33 * p->u33);
    WIDE(p->i33 << five); WIDE(p->i33 + 1); WIDE(-p->i33); WIDE(p->i33 >> 3); WIDE(p->u33 >> 3);
    WIDE(p->u33 << 40); WIDE(p->u33 >> 35); WIDE(p->i33 >> 35);
    WIDE(p->u33 + p->u40); WIDE(p->u33 + p->i33); WIDE(p->u40 - p->i63); WIDE(p->i63 + big); WIDE(p->u33 + one);
    WIDE(p->u33 | 1u); WIDE(p->u33 - 2L); WIDE(p->u33 / 7); WIDE(p->i33 % 7); WIDE(p->i63 * 3);
    SHOW(p->u32 + 1); SHOW(p->i32 - 1); SHOW(p->u32 << five); SHOW(-p->u5); SHOW(~p->c3); SHOW(p->u5 << 30);
    SHOW(p->e10 - 1); SHOW(p->u33 == 0x1ffffffffULL); SHOW(p->u33 + 1 == 0); SHOW(p->i33 < 0); SHOW(p->i33 < p->u33);
    SHOW(p->u33 > -1); SHOW(p->i33 > p->u40); SHOW(!p->u33); SHOW(p->u5 < -1);
    WIDE(five ? p->u33 : p->u40); WIDE(five ? p->u33 : 1); WIDE(five ? p->i33 : one); WIDE(p->u33 ?: 1); SHOW(five ? p->u5 : p->c3);
    WIDE((p->u33, p->u33) << 1); WIDE(({ p->u33; }) << 1); WIDE((p->u33 = big) << 1); WIDE((p->i33 = big) << 1);
    SHOW(p->u5 = 77); SHOW(p->i5 = 31);
    WIDE(p->u33++); WIDE(++p->u33); WIDE(p->u33--); WIDE(--p->u33); WIDE(p->i33++); PLAIN(p->u33);
    WIDE(p->u33 += 0x1fffffff0ULL); WIDE(p->u33 <<= 4); WIDE(p->i33 *= 3); WIDE(p->i33 >>= five); WIDE(p->u40 /= 3);
    WIDE(p->u33 -= p->u40); SHOW(p->u5 += 9); WIDE(p->u33 ^= -1);
    sum(4, p->u33, p->i33, p->u40 << 5, p->u33 + 1);
    printf("%llu %lld %u\n", (unsigned long long) p->u33, (long long) p->i33, p->u5);
    WIDE(old((unsigned long long) p->u33));
    { typeof(p->u33 + 0) x = big; x += 5; WIDE(x); WIDE(x << 2); typeof(-p->i33) y = one << 32; WIDE(y); }
    { __auto_type z = p->u33 + 0; z = ~z; WIDE(z); }
    { unsigned r; WIDE(__builtin_add_overflow(p->u33, p->i33, &r)); WIDE(r); }
    { double d = p->u33; float f = p->i33; WIDE(d == p->u33); WIDE(f < 0); p->u40 = 1e11; PLAIN(p->u40); }
    switch (p->u33 + 1) { case 0: printf("zero\n"); break; case 5 ... 9: printf("range\n"); break; default: printf("other\n"); }
    p->b = 4; p->b ^= 1; PLAIN(p->b); p->b--; PLAIN(p->b); p->e10 = B; SHOW(p->e10 + 0);
}

static struct s constants = { 0x2ffffffffULL, -1, 0xffffffffffUL, 0x80000000, 1UL << 39, -5, 63, -3, B, 2, 9, ~0UL };

int main(void)
{
    struct s s = { 0x1ffffffffULL, -1LL, 0xfffffffeU, -7, 0xffffffffffUL, -1L, 31, -16, B, 1, 7, 1UL << 63 };
    all(&s, 5, 0x123456789abcdefULL, 1);
    all(&constants, 9, 0x1ffffffffULL, -1);
    return 0;
}
