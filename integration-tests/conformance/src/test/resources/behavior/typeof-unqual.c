// gcc: none, it has no __typeof_unqual__ before 14
// clang: -std=gnu2x -D__typeof_unqual__=typeof_unqual
/* __typeof_unqual__ drops the qualifiers at the top, and only those. */
#include <stdio.h>

#define points_to(e, t) __builtin_types_compatible_p(__typeof__(&(e)), t *)

struct s { const int fixed; volatile short v; const char *text; };
static int calls;
static int call(void) { return ++calls; }

int main(void)
{
    const int ci = 5;
    const volatile struct s cs = { 1, 2, "t" };
    const int *const cp = &ci;
    __typeof_unqual__(ci) i = ci;
    __typeof_unqual__(cs) s;
    __typeof_unqual__(cs.v) v = 3;
    __typeof_unqual__(cp) p = 0;
    __typeof_unqual__(const volatile char) c = 1;
    const __typeof_unqual__(ci) again = 9;
    __typeof_unqual__(call()) n = 6;

    i++; v++; c++; n++;
    p = &ci;
    s.text = "x";
    printf("%d %d %d %d %d %s\n", i, v, c, n, *p, s.text);
    printf("%d%d%d%d\n", points_to(i, int), points_to(s, struct s), points_to(s.fixed, const int), points_to(v, short));
    printf("%d%d%d\n", points_to(p, const int *), points_to(again, const int), points_to(c, char));
    printf("%d\n", calls);
    return 0;
}
