// clang: none, it has no %z
/* %z: the suffix of an instruction by its operand's size. */
#include <stdio.h>

#define text(template, ...) ({ const char *t__; \
    asm(".pushsection .rodata\n771: .asciz \"" template "\"\n.popsection\n\tlea 771b(%%rip), %0" : "=r" (t__) : __VA_ARGS__); t__; })

enum color { RED };
struct bits { unsigned a : 5; long b; };
typedef unsigned char byte;

#define exchange(type, object, value) ({ \
    type v__ = (value); \
    asm volatile("xchg%z0 %0, %1" : "+r" (v__), "+m" (object)); v__; })

int main(void)
{
    char c = -1;
    short s = -2;
    int i = -3;
    long l = -4;
    _Bool b = 1;
    byte bytes[2] = { 250, 7 };

    printf("%s\n", text("%z1 %z2 %z3 %z4", "r" (c), "r" (s), "r" (i), "r" (l)));
    printf("%s\n", text("%z1 %z2 %z3 %z4", "m" (c), "m" (s), "m" (i), "m" (l)));
    printf("%s\n", text("%z1 %z2 %z3 %z[named]", "q" (b), "r" ((enum color) i), "r" (&i), [named] "r" (c + 1)));
    printf("%d %d\n", exchange(char, c, 5), c);
    printf("%d %d\n", exchange(unsigned short, s, 6), s);
    printf("%d %d\n", exchange(int, i, 7), i);
    printf("%ld %ld\n", exchange(long, l, 8), l);
    asm("add%z0 $10, %0\n\tneg%z[r] %[r]" : "+m" (bytes[0]), [r] "+r" (bytes[1]));
    printf("%d %d\n", bytes[0], bytes[1]);
    return 0;
}
