// clang: none, the outputs are lost where its asm goto jumps before 17
/* asm goto: plain, with inputs, with outputs on both edges, in loops, from inlined copies. */
#include <stdio.h>

static inline __attribute__((always_inline)) int is_zero(int x)
{
    asm goto("test %0, %0\n\tjz %l[zero]" : : "r" (x) : "cc" : zero);
    return 0;
zero:
    return 1;
}

/* The kernel's arch_static_branch: a jump label entry, whose key is known after inlining only. */
static int key, other_key;
static inline __attribute__((always_inline)) int branch(int *const key, const int by)
{
    asm goto("1: .byte 0x0f, 0x1f, 0x44, 0x00, 0\n"
             ".pushsection .data.jumps, \"aw\"\n .balign 8\n .quad 1b, %l[yes], %c0 + %c1\n .popsection\n"
             : : "i" (key), "i" (by) : : yes);
    return 0;
yes:
    return 1;
}

/* As the kernel's unsafe_get_user: the value counts on the straight way only. */
#define get(to, from, fail) do { int v__; \
    asm goto("movl %1, %0\n\ttestl %0, %0\n\tjs %l2" : "=r" (v__) : "m" (*(from)) : "cc" : fail); \
    (to) = v__; } while (0)

static int summed(const int *v, int n)
{
    int x, sum = 0;
    for (int i = 0; i < n; i++) {
        get(x, &v[i], negative);
        sum += x;
    }
    return sum;
negative:
    return -sum;
}

/* Outputs that are used where it jumps, too. */
static int both_ways(int a, int b)
{
    int r;
    asm goto("mov %1, %0\n\tsub %2, %0\n\tjc %l[less]" : "=&r" (r) : "r" (a), "r" (b) : "cc" : less);
    return r * 10;
less:
    return r;
}

/* As try_cmpxchg in goto form: read and written, and several labels. */
static int counted(int *p, int old, int new)
{
    int was = old;
    asm goto("lock cmpxchgl %2, %0\n\tjne %l[changed]\n\tcmpl $7, %2\n\tje %l[seven]"
             : "+m" (*p), "+a" (was) : "r" (new) : "memory", "cc" : changed, seven);
    return 1;
changed:
    return was + 1000;
seven:
    return 7;
}

static int twice(int x)
{
    /* No name may be there twice when the asm is. */
    int n = is_zero(x) + is_zero(x - 1) * 10;
    return n + (branch(&key, 0) || branch(&other_key, 4));
}

int main(void)
{
    int v[] = { 1, 2, 3, -1, 5 }, word = 4;

    printf("%d %d\n", is_zero(0), is_zero(5));
    printf("%d %d %d\n", twice(0), twice(1), twice(2));
    printf("%d %d\n", summed(v, 3), summed(v, 5));
    printf("%d %d\n", both_ways(5, 3), both_ways(3, 5));
    printf("%d ", counted(&word, 4, 6)); printf("%d ", word);
    printf("%d ", counted(&word, 4, 6)); printf("%d ", word);
    printf("%d %d\n", counted(&word, 6, 7), 0);
    return 0;
}
