/* Flag outputs, =@cc with each condition, into each type, beside other outputs. */
#include <stdio.h>

#define flag(cc) ({ _Bool f__; asm("cmp %2, %1" : "=@cc" #cc (f__) : "r" (a), "r" (b)); f__; })

static void compare(int a, int b)
{
    printf("%d%d%d%d %d%d%d%d ", flag(z), flag(e), flag(nz), flag(ne), flag(c), flag(nc), flag(s), flag(ns));
    printf("%d%d%d%d %d%d%d%d ", flag(o), flag(no), flag(p), flag(np), flag(a), flag(ae), flag(b), flag(be));
    printf("%d%d%d%d %d%d%d%d\n", flag(g), flag(ge), flag(l), flag(le), flag(na), flag(nae), flag(nb), flag(nbe));
}

/* As the kernel's CC_SET and CC_OUT: test_and_set_bit, try_cmpxchg, dec_and_test. */
static inline int test_and_set(unsigned long *word, long nr)
{
    _Bool old;
    asm volatile("lock btsq %2, %1" : "=@ccc" (old), "+m" (*word) : "Ir" (nr) : "memory");
    return old;
}
static inline int try_cmpxchg(int *p, int *old, int new)
{
    _Bool ok;
    int was = *old;
    asm volatile("lock cmpxchgl %[new], %[ptr]" : "=@ccz" (ok), [ptr] "+m" (*p), [old] "+a" (was) : [new] "r" (new) : "memory");
    if (__builtin_expect(!ok, 0))
        *old = was;
    return ok;
}
static inline int dec_and_test(int *p)
{
    int zero;
    asm volatile("lock decl %0" : "+m" (*p), "=@cce" (zero) : : "memory");
    return zero;
}

int main(void)
{
    unsigned long word = 4;
    int v = 2, old = 5;
    char small;
    long large;
    unsigned long carry_sum = ~0ul;

    compare(1, 1); compare(1, 2); compare(-1, 1); compare(-2147483647 - 1, 1); compare(3, 0);
    printf("%d", test_and_set(&word, 2));
    printf("%d\n", test_and_set(&word, 5));
    printf("%lx\n", word);
    printf("%d ", try_cmpxchg(&v, &old, 9)); printf("%d %d ", v, old);
    printf("%d ", try_cmpxchg(&v, &old, 9)); printf("%d %d\n", v, old);
    v = 2;
    printf("%d", dec_and_test(&v)); printf("%d", dec_and_test(&v)); printf(" %d\n", v);
    asm("test %2, %2" : "=@ccs" (small), "=@ccz" (large) : "r" (-5));
    printf("%d %ld\n", small, large);
    asm("add %2, %1" : "=@ccc" (large), "+r" (carry_sum) : "r" (2ul));
    printf("%ld %lu\n", large, carry_sum);
    return 0;
}
