/* Constraints and operand modifiers of RISC-V, as the kernel's headers use them. */
#include "bare.h"

static int object = 7, array[4];

static void texts(void)
{
    register long s3 asm("s3") = 1;
    register int t1 asm("x6") = 2;

    say(text("%1 %z1", "r" (s3)));
    say(text("%1 %z1", "r" (t1)));
    say(text("%z1 %z2", "rJ" (0), "rJ" (s3)));
    say(text("%1 %2", "i" (5), "i" (-5L)));
    say(text("%1 %2", "i" (&object), "i" (&array[2])));
    say(text("add%i1 add%i2", "ri" (5), "r" (s3)));
    say(text("%n1", "i" (5)));
}

static int memory(int *place, int by)
{
    int old, failed;
    asm volatile("amoadd.w.aqrl %1, %2, %0" : "+A" (*place), "=r" (old) : "r" (by) : "memory");
    asm volatile("1: lr.w %0, %2\n\tadd %0, %0, %z3\n\tsc.w %1, %0, %2\n\tbnez %1, 1b"
            : "=&r" (old), "=&r" (failed), "+A" (*place) : "rJ" (by) : "memory");
    return old;
}

static long immediates(long a)
{
    long sum;
    asm("addi %0, %1, %2" : "=r" (sum) : "r" (a), "I" (-2048));
    asm("add%i1 %0, %0, %1" : "+r" (sum) : "rI" (77));
    asm volatile("csrw fflags, %0" : : "rK" (5));
    asm volatile("csrrs %0, fflags, %1" : "=r" (a) : "rK" (0x10));
    sum += 1000 * a;
    asm volatile("csrrc %0, fflags, %1" : "=r" (a) : "rK" (sum));
    return sum + 100000 * a;
}

static int branches(long a)
{
    asm goto("beqz %0, %l[zero]\n\tbltz %0, %l2" : : "r" (a) : : zero, negative);
    return 1;
zero:
    return 0;
negative:
    return -1;
}

static long reads(const long *p, int *to, long v)
{
    long value;
    asm("ld %0, %1" : "=r" (value) : "m" (p[1]));
    asm volatile("sw %z1, %0" : "=m" (*to) : "rJ" ((int)v));
    asm volatile("sw %z1, %0" : "=m" (to[1]) : "rJ" (0));
    return value + 10 * to[0] + to[1];
}

static long calls(long a, long b)
{
    register long a0 asm("a0") = a;
    register long a1 asm("a1") = b;
    register long a2 asm("a2");
    asm volatile("slli a2, a1, 1\n\tadd a2, a2, a0\n\tli a0, 3" : "+r" (a0), "=r" (a2) : "r" (a1) : "memory");
    return a0 + a2;
}

static int start(void)
{
    long pair[2] = { 3, 4 };
    int to[2] = { 5, 6 };
    int place = 10;
    long v = 3;
    asm("" : "+r" (v));

    texts();
    number(memory(&place, 5));
    number(memory(&place, 0));
    number(memory(&place, v));
    number(immediates(v));
    number(branches(v) + 10 * branches(0) + 100 * branches(-v));
    number(reads(pair, to, v));
    number(calls(v, 5));
    return 0;
}
