/* __auto_type takes its initializer's type after conversion; the name is not yet known in it. */
#include <stdio.h>

#define is(e, t) __builtin_types_compatible_p(__typeof__(e), t)
#define max(a, b) ({ __auto_type a__ = (a); __auto_type b__ = (b); a__ > b__ ? a__ : b__; })
static int calls;
static short call(void) { return ++calls; }
static __auto_type global = 7L;

int main(void)
{
    const int ci = 4;
    char array[5] = "four";
    struct { unsigned b : 5; int x; } s = { 9, 1 };
    __auto_type a = ci;
    __auto_type p = array;
    __auto_type f = call;
    __auto_type r = call();
    __auto_type copy = s;
    const __auto_type k = 2u;
    static __auto_type kept = 3ll;
    __auto_type u = s.b + 0;

    a++;
    printf("%d%d%d%d\n", is(&a, int *), is(p, char *), is(f, short (*)(void)), is(r, short));
    printf("%d%d%d%d\n", is(copy.x, int), is(&k, const unsigned *), is(kept, long long), is(global, long));
    printf("%d %s %d %d %d %d %lld %ld\n", a, p, r, f(), copy.b, k, kept, global);
    printf("%d\n", max(call(), 2));
    printf("%d\n", calls);
    int x = 1;
    {
        __auto_type y = x;
        __auto_type x = y + 10;
        printf("%d %d\n", x, is(u, int));
    }
    for (__auto_type i = 0ul; i < 3; i++)
        printf("%lu", i);
    printf("\n");
    return 0;
}
