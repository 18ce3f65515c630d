/* __sync_ and __atomic_ builtins, on each size and on pointers. */
#include <stdio.h>

#define test(T) do { static T v = 5; T e = 6, n = 9; printf(#T); \
    printf(" %ld", (long) __sync_fetch_and_add(&v, 2)); printf(" %ld", (long) __sync_add_and_fetch(&v, 3)); \
    v = 12; printf(" %ld", (long) __sync_fetch_and_or(&v, 3)); printf(" %ld", (long) __sync_and_and_fetch(&v, 7)); \
    printf(" %ld", (long) __sync_xor_and_fetch(&v, 1)); printf(" %ld", (long) __sync_nand_and_fetch(&v, 2) & 0xff); \
    v = 6; printf(" %d", __sync_bool_compare_and_swap(&v, 6, 7)); printf(" %ld", (long) __sync_val_compare_and_swap(&v, 6, 8)); \
    printf(" %ld", (long) __sync_lock_test_and_set(&v, 4)); __sync_lock_release(&v); printf(" %ld", (long) v); \
    __atomic_store_n(&v, 6, __ATOMIC_RELEASE); printf(" %ld", (long) __atomic_load_n(&v, __ATOMIC_ACQUIRE)); \
    printf(" %d", __atomic_compare_exchange_n(&v, &e, n, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)); \
    printf(" %d", __atomic_compare_exchange_n(&v, &e, 1, 1, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)); printf(" %ld", (long) e); \
    printf(" %ld", (long) __atomic_exchange_n(&v, 3, __ATOMIC_ACQ_REL)); printf(" %ld", (long) __atomic_fetch_sub(&v, 1, 0)); \
    printf(" %ld\n", (long) __atomic_or_fetch(&v, 8, __ATOMIC_RELAXED)); } while (0)

int main(void)
{
    static int a[4], *p = a;
    _Bool flag = 0;
    int x = 4, y;

    test(char); test(unsigned char); test(short); test(int); test(unsigned); test(long); test(unsigned long);
    __sync_synchronize();
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    __atomic_signal_fence(__ATOMIC_ACQUIRE);
    printf("%d\n", __sync_bool_compare_and_swap(&p, a, a + 2));
    printf("%d\n", (int) (p - a));
    printf("%d\n", __atomic_test_and_set(&flag, __ATOMIC_ACQUIRE));
    printf("%d\n", flag);
    __atomic_clear(&flag, __ATOMIC_RELEASE);
    __atomic_load(&x, &y, __ATOMIC_RELAXED);
    printf("%d %d\n", y, flag);
    return 0;
}
