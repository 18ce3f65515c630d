// clang: none, it has no ranges in initializers of automatic variables
/* What has no bytes, no value or no place is still evaluated, once; what is not decided is not constant. */
#include <stdio.h>
#include <stdlib.h>

typedef struct {} empty;
typedef struct { empty lock; } holder;
static int calls;

static empty make(void)
{
    empty e;
    calls++;
    return e;
}

static int next(void) { return ++calls; }

int y;
int z = __builtin_choose_expr(!__builtin_constant_p(y), 3, 4);

__attribute__((noinline)) static int undecided(int x)
{
    static int kept = __builtin_constant_p(y) ? 1 : 2;
    return __builtin_choose_expr(!__builtin_constant_p(x), 3, y++) * 10 + kept;
}

__attribute__((noinline)) static int stack(int n)
{
    char *p = alloca(n);
    for (int i = 0; i < n; i++)
        p[i] = i;
    return p[n - 1];
}

__attribute__((constructor)) static void begin(void) { printf("begin\n"); }
__attribute__((destructor)) static void end(void) { printf("end\n"); }

int main(void)
{
    holder h = (holder) { .lock = make() };
    holder two[2] = { { make() }, { make() } };
    printf("%d %d %d\n", calls, (int) sizeof(h), (int) sizeof(two));
    int a[4] = { [0 ... 3] = next() };
    printf("%d %d %d %d\n", calls, a[0], a[1], a[3]);
    printf("%d %d %d\n", z, undecided(4), y);
    printf("%d %d %u\n", (int) 2147483648.0f, (int) (float) 2147483647, (unsigned) 3.99);
    printf("%d %ld\n", (int) (0.5 * 250), (long) -1.5e3);
    printf("%d\n", stack(100));
    return 0;
}
