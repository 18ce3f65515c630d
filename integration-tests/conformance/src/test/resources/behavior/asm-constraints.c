/* Constraints: ties, early clobbers, immediates with their ranges, memory, registers, alternatives, names. */
#include <stdio.h>
#include <stdint.h>

struct pair { unsigned lo, hi; };
struct page { char bytes[32]; };
static int global = 3;

static inline __attribute__((always_inline)) int immediate(const int n)
{
    int r;
    asm("movl %1, %0" : "=r" (r) : "i" (n));
    return r;
}
static inline __attribute__((always_inline)) int outb(int value, const unsigned short port)
{
    int r;
    asm("movl %1, %0\n\taddl $%c2, %0" : "=&r" (r) : "a" (value), "N" (port));
    return r;
}
static inline __attribute__((always_inline)) long add(long a, const long b)
{
    asm("addq %1, %0" : "+r" (a) : "er" (b));
    return a;
}
static inline __attribute__((always_inline)) int shift(int x, int by)
{
    asm("shll %b1, %0" : "+r" (x) : "cI" (by));
    return x;
}

int main(int argc, char **argv)
{
    int a = 5, b = 7, c, array[4] = { 1, 2, 3, 4 };
    long l = 100;
    unsigned lo, hi;
    unsigned char byte = 0xf0;
    struct page page = { "page" };
    struct pair pair = { 1, 2 };
    void *p = array;
    _Bool flag = 1;

    asm("addl %1, %0" : "=r" (c) : "r" (a), "0" (b)); printf("%d\n", c);
    asm("addl %[y], %[x]" : [x] "+r" (c) : [y] "rm" (a)); printf("%d\n", c);
    asm("movl %1, %0\n\taddl %2, %0" : "=&r" (c) : "r" (a), "r" (b)); printf("%d\n", c);
    asm("xchgl %0, %1" : "+r" (a), "+r" (b)); printf("%d %d\n", a, b);
    asm("xchgl %0, %1" : "=r" (a), "=r" (b) : "0" (a), "1" (b)); printf("%d %d\n", a, b);
    asm("mull %3" : "=a" (lo), "=d" (hi) : "a" (0x80000000u), "rm" (6u) : "cc"); printf("%x %x\n", lo, hi);
    asm("incl %0" : "+m" (array[2])); printf("%d\n", array[2]);
    asm("movl %1, %0" : "=m" (array[0]) : "ri" (17)); printf("%d\n", array[0]);
    asm("addl $1, %0" : "=m" (global) : "m" (global)); printf("%d\n", global);
    asm("movl $9, (%1)" : "=m" (*(int (*)[4]) p) : "r" (p)); printf("%d\n", array[0]);
    asm("movb $'P', %0" : "+m" (page)); printf("%s\n", page.bytes);
    asm("addb $1, %0" : "+q" (byte)); printf("%d\n", byte);
    asm("movzbl %1, %0" : "=r" (c) : "qm" (byte)); printf("%d\n", c);
    asm("leaq (%1,%2,4), %0" : "=r" (p) : "r" (array), "r" (3L)); printf("%d\n", *(int *) p);
    printf("%d %d %d\n", immediate(77), outb(argc, 200), shift(argc, 4));
    printf("%ld %ld\n", add(l, -5), add(l, 0x123456789));
    asm("" : "=r" (l) : "0" (l + 1)); printf("%ld\n", l);
    asm volatile("" : "+g" (a) : : "memory"); printf("%d\n", a);
    asm("movl %k2, %0\n\tmovl %1, %k0" : "=&r" (c) : "o" (array[1]), "X" (1)); printf("%d\n", c);
    asm("rep stosb" : "=D" (p), "=c" (l) : "0" (page.bytes), "1" (3L), "a" ('x') : "memory"); printf("%s %ld\n", page.bytes, l);
    asm("xorb $1, %0" : "=r" (flag) : "0" (flag)); printf("%d\n", flag);
    asm("xorl %0, %0" : "=R" (c)); printf("%d\n", c);
    asm("movl %1, %0" : "=r,m" (c) : "m,r" (a)); printf("%d\n", c);
    asm("movl %1, %0" : "=rm" (c) : "ri" (4)); printf("%d\n", c);
    asm("addl %1, %0" : "+r" (pair.lo) : "g" (pair.hi)); printf("%u\n", pair.lo);
    register int x asm("r10") = 6, y asm("r11");
    asm("lea 1(%1), %0" : "=r" (y) : "r" (x)); printf("%d\n", y);
    asm volatile("# %0 %1 %2" : : "i" (&global), "n" (sizeof(long)), "s" (main));
    uint64_t wide = 1; uint16_t half = 2;
    asm("addq %q1, %0\n\taddw %w1, %w0" : "+r" (wide) : "r" ((uint64_t) half)); printf("%d\n", (int) wide);
    (void) argv;
    return 0;
}
