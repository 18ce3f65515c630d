#include "ms-abi.h"

EFI int narrow(signed char a, unsigned char b, short c, unsigned short d, _Bool e, char f, enum color g)
{
    return a + 2 * b + 3 * c + 5 * d + 7 * e + 11 * f + 13 * g;
}

EFI long wide(long a, unsigned long b, long long c, void *d, long e, int f, long g, unsigned h, short i)
{
    return a + 2 * b + 3 * c + 5 * (long)d + 7 * e + 11 * f + 13 * g + 17 * (long)h + 19 * i;
}

EFI long records(struct one a, struct two b, struct three c, struct four d, struct eight e, union either f,
        struct twelve g, struct sixteen h, struct aligned i)
{
    long sum = a.a + 2 * b.a + 3 * c.a[0] + 5 * c.a[2] + 7 * d.a + 11 * e.a + 13 * e.b + 17 * f.a + 19 * g.a + 23 * g.c
            + 29 * (long)h.a + 31 * h.b + 37 * i.a + ((unsigned long)&i % 32);
    /* The copies are the callee's. */
    c.a[0] = 0;
    g.a = g.b = g.c = 0;
    h.b = 0;
    return sum + c.a[0] + g.c + h.b;
}

EFI double floating(float a, double b, int c, float d, double e, long f)
{
    return a + 2 * b + 3 * c + 5 * d + 7 * e + 11 * f;
}

EFI long inRecords(struct floats a, struct number b, struct floats c, int d, struct number e)
{
    return a.a + 2 * b.a + 3 * c.a + 5 * d + 7 * e.a;
}

EFI long huge(int a, __int128 b, unsigned __int128 c, long d, __int128 e)
{
    return a + (long)(b >> 64) + 2 * (long)b + 3 * (long)(c >> 70) + 5 * d + 7 * (long)(e >> 32);
}

EFI signed char ofChar(int a) { return a; }
EFI unsigned short ofShort(int a) { return a; }
EFI _Bool ofBool(long a) { return a; }
EFI float ofFloat(int a) { return a / 2.0f; }
EFI double ofDouble(int a) { return a / 4.0; }
EFI struct one ofOne(int a) { return (struct one){ a }; }
EFI struct two ofTwo(int a) { return (struct two){ a }; }
EFI struct three ofThree(int a, int b) { return (struct three){ { a, b, a + b } }; }
EFI struct four ofFour(int a) { return (struct four){ a }; }
EFI struct eight ofEight(int a) { return (struct eight){ a, 3 }; }
EFI union either ofEither(long a) { return (union either){ a }; }
EFI struct sixteen ofSixteen(void *a, long b, long c, long d) { return (struct sixteen){ a, b + c + d }; }
EFI struct number ofNumber(int a) { return (struct number){ a / 8.0 }; }
EFI struct aligned ofAligned(int a) { return (struct aligned){ a }; }
EFI void nothing(int *a) { ++*a; }

EFI long through(long (EFI *back)(long, struct three, long), long a)
{
    struct three three = { { 1, 2, 3 } };
    long sum = back(a, three, 5);
    return sum * 10 + back(sum, three, a) + three.a[1];
}

long usual(long (EFI *f)(long, long, long, long, long), long a, long b, long c, long d, long e)
{
    return f(e, d, c, b, a) + a - b;
}

static unsigned long EFI call(void *a, unsigned long b, const char *c, unsigned int d)
{
    return (unsigned long)a + b + c[1] + d;
}

static int EFI other(signed char a) { return a * 3; }

unsigned long fill(struct table *t)
{
    *t = (struct table){ 1, call, other };
    return sizeof *t;
}

EFI long spoiling(long a)
{
    int x = a;
    /* Calls of the other convention spoil registers that this one has to keep. */
    nothing(&x);
    printf("%s %ld %d %g\n", "spoiling", a, x, 1.5 * a);
    return x + a;
}
