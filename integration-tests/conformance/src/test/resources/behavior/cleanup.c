/* attribute cleanup: run on every way out of the variable's scope, innermost first, after the value is taken. */
#include <stdio.h>
#include <stdlib.h>

static void note(const int *p) { printf("-%d ", *p); }
static void reset(int *p) { printf("!%d ", *p); *p = -1; }
static void release(void *p) { free(*(void **) p); printf("freed "); }
#define guard(n) __attribute__((cleanup(note))) int n

struct lock { int *count; };
static struct lock lock(int *count) { ++*count; return (struct lock) { count }; }
static void unlock(struct lock *l) { if (l->count) --*l->count; }
/* The kernel's scoped_guard() and guard(). */
#define scoped(count) for (struct lock scope __attribute__((cleanup(unlock))) = lock(count), *done = NULL; !done; done = (void *) 1)

static int by_return(int n)
{
    guard(a) = 1;
    if (n == 0)
        return a;
    guard(b) = 2;
    {
        guard(c) = 3;
        if (n == 1)
            return c + b;
    }
    return ({ guard(d) = 4; d + n; });
}

static int value_first(void)
{
    __attribute__((cleanup(reset))) int v = 5;
    return v;
}

static void loops(void)
{
    for (guard(i) = 0; i < 4; i++) {
        guard(j) = 10 + i;
        if (i == 1)
            continue;
        if (i == 3)
            break;
    }
    printf("| ");
    int k = 0;
    while (k < 2) { guard(w) = 20 + k++; }
    do { guard(x) = 30; if (k) break; } while (1);
}

static void gotos(int n)
{
    int turns = 0;
again:;
    guard(a) = 40 + turns;
    {
        guard(b) = 50;
        if (turns++ < n)
            goto again;
        guard(c) = 60;
        goto out;
    }
out:
    printf("out ");
}

static int in_switch(int n)
{
    switch (n) {
    case 0: { guard(a) = 70; break; }
    case 1: { guard(b) = 71; return 1; }
    default: { guard(c) = 72; }
    case 2: { guard(d) = 73; }
    }
    return 0;
}

static int expression(int n)
{
    int r = ({ guard(a) = 80; int v = n; if (n == 2) return -2; if (n == 3) goto out; v + a; }) + ({ guard(b) = 81; b; });
    printf("r ");
    return r;
out:
    return -3;
}

static int several(void)
{
    __attribute__((cleanup(note))) int a = 1, b = 2;
    static int calls;
    void *p __attribute__((cleanup(release))) = malloc(4);
    int unused __attribute__((cleanup(reset), unused)) = 3;
    return ++calls;
}

static int counts(void)
{
    int count = 0, inside = 0;
    scoped(&count) { inside += count; scoped(&count) inside += count * 10; }
    scoped(&count) { if (inside) break; inside = 100; }
    return inside * 10 + count;
}

int main(void)
{
    printf("= %d\n", by_return(0)); printf("= %d\n", by_return(1)); printf("= %d\n", by_return(2));
    printf("= %d\n", value_first());
    loops(); printf("\n");
    gotos(2); printf("\n");
    for (int i = 0; i < 4; i++)
        printf("= %d\n", in_switch(i));
    for (int i = 1; i < 4; i++)
        printf("= %d\n", expression(i));
    printf("= %d\n", several());
    printf("= %d\n", counts());
    return 0;
}
