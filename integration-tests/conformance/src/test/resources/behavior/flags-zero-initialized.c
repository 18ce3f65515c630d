// flags: -ftrivial-auto-var-init=zero
/* Automatic variables without an initializer are zero, also in loops, past gotos, and in padding-free records. */
#include <stdio.h>
#include <string.h>

struct s { int a; long b; char c[16]; };
__attribute__((noinline)) static void dirty(void) { char junk[512]; memset(junk, 0xaa, sizeof(junk)); __asm__ volatile("" : : "r"(junk) : "memory"); }

__attribute__((noinline)) static int sum(int n)
{
    int total = 0;
    for (int i = 0; i < 3; i++) {
        int fresh[8];
        struct s s;
        for (int j = 0; j < 8; j++)
            total += fresh[j];
        total += s.a + s.b + s.c[15];
        fresh[i] = s.a = n;
        __asm__ volatile("" : : "r"(fresh), "r"(&s) : "memory");
    }
    return total;
}

int main(void)
{
    dirty();
    printf("%d\n", sum(3));
    return 0;
}
