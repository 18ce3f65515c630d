// flags: -fno-strict-overflow -fno-delete-null-pointer-checks
/* Signed arithmetic and pointers wrap, and a null pointer may be dereferenced: no check of either is removed. */
#include <stdio.h>
#include <limits.h>
#include <stdint.h>

struct s { int a, b; };

__attribute__((noinline)) static int grows(int x) { return x + 1 > x; }
__attribute__((noinline)) static int doubled(int x) { return x * 2 / 2 == x; }
__attribute__((noinline)) static int absolute(int x) { return (x < 0 ? -x : x) >= 0; }
__attribute__((noinline)) static int after(const char *p, unsigned long n) { return p + n < p; }
__attribute__((noinline)) static int count(int from) { int n = 0; for (int i = from; i > 0 && n < 10; i++) n++; return n; }
__attribute__((noinline)) static int *member(struct s *p) { int *b = &p->b; return p ? b : 0; }
__attribute__((noinline)) static int checked(int *p, int really) { int v = 0; if (really) v = *p; return p ? v : -1; }
__attribute__((noinline)) static int shifted(int x) { return x << 1; }

int main(void)
{
    printf("%d %d %d\n", grows(INT_MAX), doubled(INT_MAX), absolute(INT_MIN));
    printf("%d %d\n", after((char *) -16, 32), after((char *) 16, 32));
    printf("%d %d\n", count(INT_MAX - 2), count(1));
    printf("%d %d %d\n", member(0) == 0, checked(0, 0), shifted(INT_MAX));
    return 0;
}
