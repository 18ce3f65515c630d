/* Enumerations: declared again, sizes, packed, wide, forward, the type of enumerators. */
#include <stdio.h>

#define is(e, t) __builtin_types_compatible_p(__typeof__(e), t)

enum early;
struct uses { enum early *e; };
enum plain { A, B = 5, C };
enum negative { N = -1, M };
enum big { BIG = 0x80000000, BIGGER = 0xffffffff };
enum wide { W = 1ull << 40, V = 3 };
enum wide_negative { X = -1, Y = 0x7fffffff00 };
enum small { S = 100 } __attribute__((packed));
enum small_negative { T = -1, U = 127 } __attribute__((packed));
enum medium { R = 300 } __attribute__((packed));
enum small;
enum early { E1 = 3 };
enum { ANONYMOUS = sizeof(enum wide), AFTER };
struct holder { enum small s; enum plain p; enum wide w; enum plain bits : 4; };

int main(void)
{
    enum plain p = C;
    enum early e = E1;
    struct uses u = { &e };
    struct holder h = { .bits = B };

    printf("%d %d %d %d %d %d\n", (int) sizeof(enum plain), (int) sizeof(enum big), (int) sizeof(enum wide),
           (int) sizeof(enum small), (int) sizeof(enum small_negative), (int) sizeof(enum medium));
    printf("%d %d\n", (int) sizeof(enum wide_negative), (int) sizeof(struct holder));
    printf("%d%d%d%d\n", is(A, int), is(N, int), is(+p, unsigned), is(+(enum negative) N, int));
    printf("%d%d\n", (enum negative) -1 < 0, (enum plain) -1 > 0);
    printf("%d %d %ld %ld\n", p, *u.e, (long) W, (long) Y);
    printf("%u %d %d %d\n", (unsigned) BIGGER, ANONYMOUS, AFTER, h.bits);
    printf("%d %d\n", (int) sizeof(W), (int) sizeof(B));
    { enum plain { A = 50 }; enum plain q = A; printf("%d\n", q); }
    p++;
    printf("%d %d\n", p, p > A);
    return 0;
}
