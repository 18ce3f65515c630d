/* gcc's vectors: what does not go together. */
typedef int v4si __attribute__((vector_size(16)));
typedef float v4sf __attribute__((vector_size(16)));
typedef int v2si __attribute__((vector_size(8)));
typedef int odd __attribute__((vector_size(12)));
typedef _Bool flags __attribute__((vector_size(16)));
struct s { int a; };
typedef struct s records __attribute__((vector_size(16)));

void f(v4si a, v4sf b, v2si c, long l, double d, int *p)
{
    a + b;
    a + c;
    a + l;
    a + d;
    b * d;
    b << 1;
    ~b;
    a + p;
    a = b;
    a = 1;
    (v4si) 1;
    (v2si) d;
    if (a) {}
    !a;
    a ? 1 : 2;
    odd o;
    flags q;
    records r;
    v4si x = 5;
    v4si y = { 1, 2, 3, 4, 5 };
}
