/* a ?: b evaluates a once, with all its conversions. */
#include <stdio.h>

static int calls;
static int call(int x) { calls++; return x; }
static char *text(char *t) { calls++; return t; }
static int zero, three = 3;
int constant = 0 ?: 7;
int other = 5 ?: 7;

int main(void)
{
    struct { int b : 3; } bits = { 2 };
    char small = -3;

    printf("%d\n", call(0) ?: call(8));
    printf("%d\n", calls);
    printf("%d\n", call(4) ?: call(8));
    printf("%d\n", calls);
    printf("%s %s\n", text(0) ?: "none", text("some") ?: "none");
    printf("%d %d %d\n", constant, other, calls);
    printf("%ld %d\n", (long) sizeof(small ?: 1L), small ?: three);
    printf("%d %d\n", bits.b ?: 9, zero ?: zero ?: three);
    printf("%d\n", (three ?: 1u) > -1);
    printf("%g %g\n", 0.0 ?: 2, 0.5 ?: 2);
    printf("%d\n", three++ ?: 0);
    printf("%d %p\n", three, (void *) 0 ?: (void *) 0x10);
    return 0;
}
