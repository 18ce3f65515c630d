#include "ms-abi.h"

static long EFI back(long a, struct three b, long c)
{
    long sum = a + 2 * b.a[0] + 3 * b.a[1] + 5 * b.a[2] + 7 * c;
    b.a[1] = 100;
    return sum + b.a[1];
}

static long EFI five(long a, long b, long c, long d, long e) { return a + 2 * b + 3 * c + 5 * d + 7 * e; }

int main(void)
{
    volatile int v = -3;
    volatile double kept = 2.5;
    struct three three = { { 4, 5, 6 } };
    struct table t;
    int count = v;

    printf("%d %d\n", narrow(v, v, v, v, v, v, GREEN), narrow(127, 255, -32768, 65535, 0, 'x', RED));
    printf("%ld\n", wide(v, 2, -3, &((char *)0)[4], 5, v - 6, 1L << 40, 0xfffffff0, v));
    printf("%ld\n", records((struct one){ v }, (struct two){ -2 }, three, (struct four){ 1 << 20 }, (struct eight){ v, 9 },
            (union either){ 1L << 33 }, (struct twelve){ 7, 8, 9 }, (struct sixteen){ (void *)10, 11 },
            (struct aligned){ 12 }));
    printf("%d\n", three.a[0]);
    printf("%g\n", floating(0.5f, 0.25, v, 4.5f, kept, 6));
    printf("%ld\n", inRecords((struct floats){ 1 }, (struct number){ kept * 2 }, (struct floats){ 3 }, v, (struct number){ 5 }));
    printf("%ld\n", huge(v, (__int128)v << 70, ~(unsigned __int128)0, 4, 1L << 40));
    printf("%d %d %d %g %g\n", ofChar(v + 130), ofShort(v), ofBool(256), ofFloat(v), ofDouble(v));
    printf("%d %d %d %d %d\n", ofOne(v).a, ofTwo(v).a, ofThree(v, 2).a[2], ofFour(v).a, ofEight(v).a + ofEight(1).b);
    printf("%ld %ld %g %ld\n", ofEither(v).a, ofSixteen(&v, 1, v, 3).b, ofNumber(v).a, ofAligned(v).a);
    nothing(&count);
    printf("%d\n", count);
    printf("%ld\n", through(back, v));
    printf("%ld\n", usual(five, 1, 2, v, 4, 5));
    printf("%lu\n", fill(&t));
    printf("%lu %d\n", t.call((void *)1, 2, "abc", v), t.other(v));
    printf("%ld %g\n", spoiling(v) + spoiling(5), kept);
    return 0;
}
