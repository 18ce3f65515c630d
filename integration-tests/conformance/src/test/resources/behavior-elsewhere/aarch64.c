/*
 * Constraints and operand modifiers of 64-bit Arm, as the kernel's headers use them. A zero under "rZ" is the zero
 * register with gcc, one that holds zero with LLVM.
 */
#include "bare.h"

static int object = 7, array[4];

static void texts(void)
{
    register long x3 asm("x3") = 1;
    register int w4 asm("w4") = 2;
    register char *x5 asm("x5") = 0;

    say(text("%1 %w1 %x1", "r" (x3)));
    say(text("%1 %w1 %x1", "r" (w4)));
    say(text("%w[named] %x[named]", [named] "r" (x3)));
    say(text("%w1 %x1", "rZ" (x3)));
    say(text("%a1", "r" (x5)));
    say(text("%a1", "p" (x5)));
    say(text("%c1 %c2", "i" (5), "i" (-5L)));
    say(text("%c1 %c2", "i" (&object), "i" (&array[2])));
    say(text("%1", "S" (&object)));
    say(text("%n1", "i" (5)));
}

static int memory(int *place, int by)
{
    int old, failed;
    asm volatile("1: ldxr %w0, %2\n\tadd %w0, %w0, %w3\n\tstxr %w1, %w0, %2\n\tcbnz %w1, 1b"
            : "=&r" (old), "=&r" (failed), "+Q" (*place) : "Ir" (by) : "memory");
    return old;
}

#define store(type, object, value) asm volatile("str" type " %w1, %0" : "=Q" (object) : "rZ" (value))

static long immediates(long a, unsigned long b)
{
    long sum;
    asm("add %0, %1, %2" : "=r" (sum) : "r" (a), "I" (4095));
    asm("sub %0, %0, %1" : "+r" (sum) : "rI" (b));
    asm("and %0, %0, %1" : "+r" (sum) : "L" (0xff00ff00ff00ffUL));
    asm("eor %w0, %w0, %w1" : "+r" (sum) : "K" (0xff0));
    asm("orr %0, %0, %1" : "+r" (sum) : "rL" (b));
    asm("add %0, %0, %1" : "+r" (sum) : "r" ((long)-14));
    asm("mov %w0, %w1" : "+r" (sum) : "Ir" ((int)sum == 3 ? 5 : -11));
    return sum;
}

static int flags(long a, long b)
{
    int equal, less, carry;
    asm("cmp %3, %4" : "=@cceq" (equal), "=@cclt" (less), "=@cccs" (carry) : "r" (a), "r" (b));
    return equal + 2 * less + 4 * carry;
}

static int branches(long a)
{
    asm goto("cbz %0, %l[zero]\n\ttbnz %x0, #63, %l2" : : "r" (a) : "cc" : zero, negative);
    return 1;
zero:
    return 0;
negative:
    return -1;
}

static long outputs(long a)
{
    long twice;
    asm goto("add %0, %1, %1\n\tcbz %1, %l[zero]" : "=r" (twice) : "r" (a) : : zero);
    return twice;
zero:
    return twice - 100;
}

static long reads(const long *p, const unsigned char *b)
{
    long value, other;
    int byte;
    asm("ldr %0, %1" : "=r" (value) : "m" (p[1]));
    asm("ldrb %w0, %1" : "=r" (byte) : "Q" (*b));
    asm("ldr %x[to], %[from]" : [to] "=r" (other) : [from] "Qo" (*p));
    asm volatile("prfm pldl1keep, %a0" : : "p" (p));
    return value + 10 * byte + 100 * other;
}

static long calls(long a, long b)
{
    register long x0 asm("x0") = a;
    register long x1 asm("x1") = b;
    register long x2 asm("x2");
    asm volatile("add x2, x0, x1, lsl #1\n\tmov x0, #3" : "+r" (x0), "=r" (x2) : "r" (x1) : "memory");
    return x0 + x2;
}

static long symbol(void)
{
    int *found;
    asm("adrp %0, %1\n\tadd %0, %0, :lo12:%1" : "=r" (found) : "S" (&object));
    return *found;
}

static long floating(long bits)
{
    double d;
    float f;
    asm("fmov %d0, %x1\n\tfadd %d0, %d0, %d0" : "=w" (d) : "r" (bits));
    asm("fcvt %s0, %d1" : "=w" (f) : "w" (d));
    return (long)(d * 8) + (long)f;
}

static int start(void)
{
    struct { char a; short b; int c; long d; } all = { 1, 2, 3, 4 };
    long pair[2] = { 3, 4 };
    unsigned char byte = 200;
    int place = 10;
    long v = 3;
    asm("" : "+r" (v));

    texts();
    number(memory(&place, 5));
    number(memory(&place, 5000));
    number(memory(&place, v));
    store("b", all.a, (char)v);
    store("h", all.b, 0);
    store("", all.c, (int)-v);
    asm volatile("str %x1, %0" : "=Q" (all.d) : "rZ" (0L));
    number(all.a + all.b + all.c + all.d);
    number(immediates(v, v));
    number(flags(v, 3) + 10 * flags(v, 4) + 100 * flags(v, -1));
    number(branches(v) + 10 * branches(0) + 100 * branches(-v));
    number(outputs(v) + outputs(v - 3));
    number(reads(pair, &byte));
    number(calls(v, 5));
    number(symbol());
    number(floating(0x4004000000000000));
    return 0;
}
