/* Builtins that kernel headers call: bits, bytes, strings, expectations, addresses; folded and not. */
#include <stdio.h>
#include <string.h>
#include <stdint.h>
#include <stdarg.h>

static const int folded[] = { __builtin_clz(1), __builtin_ctzl(8), __builtin_ffsll(1ll << 40), __builtin_popcountl(0xff),
    __builtin_bswap32(1) == 0x1000000, __builtin_bswap16(0x1234), __builtin_parity(7), __builtin_clrsb(-1), __builtin_strlen("abc"),
    __builtin_expect(3, 1) };

__attribute__((noinline)) static void bits(unsigned x, unsigned long y)
{
    printf("%d %d %d %d ", __builtin_clz(x), __builtin_ctz(x), __builtin_ffs(x), __builtin_popcount(x));
    printf("%d %d %d %d ", __builtin_clzl(y), __builtin_ctzll(y), __builtin_ffsl(y), __builtin_popcountll(y));
    printf("%x %x %lx ", __builtin_bswap16(x), __builtin_bswap32(x), __builtin_bswap64(y));
    printf("%d %d %d\n", __builtin_parityl(y), __builtin_clrsb(x), __builtin_clrsbl(y));
}

__attribute__((noinline)) static void strings(char *to, const char *from, unsigned long n)
{
    __builtin_memset(to, '.', 15);
    __builtin_memcpy(to, from, n);
    __builtin_memmove(to + 1, to, n);
    printf("%s %d %ld\n", to, __builtin_memcmp(to, from, n) > 0, __builtin_strlen(to));
    printf("%ld %d\n", (long) ((char *) __builtin_memchr(to, '.', 15) - to), __builtin_memchr(to, '#', 15) == NULL);
    __builtin_strcpy(to, from); __builtin_strcat(to, "+"); __builtin_strncat(to, "xyz", 2);
    printf("%s %d %d\n", to, __builtin_strcmp(to, from) > 0, __builtin_strncmp(to, from, 3));
    __builtin_strncpy(to, "q", 4);
    printf("%s %d %s %s\n", to, to[3], __builtin_strchr(from, 'c'), __builtin_strrchr("a/b/c", '/'));
    printf("%s\n", __builtin_strstr("kernel module", "mod"));
}

__attribute__((noinline)) static int sum(int n, ...)
{
    __builtin_va_list ap, again;
    int s = 0;
    __builtin_va_start(ap, n);
    __builtin_va_copy(again, ap);
    for (int i = 0; i < n; i++)
        s += __builtin_va_arg(ap, int);
    __builtin_va_end(ap);
    for (int i = 0; i < n; i++)
        s += __builtin_va_arg(again, int) * 100;
    __builtin_va_end(again);
    return s;
}

static int unreached(int x)
{
    switch (x & 1) { case 0: return 10; case 1: return 11; }
    __builtin_unreachable();
}

__attribute__((noinline)) static int frames(void *caller)
{
    return __builtin_return_address(0) != NULL && __builtin_extract_return_addr(__builtin_return_address(0)) != caller
        && __builtin_frame_address(0) != NULL;
}

__attribute__((noinline)) static int on_stack(int n)
{
    int *p = __builtin_alloca(n * sizeof(*p));
    for (int i = 0; i < n; i++)
        p[i] = i;
    return p[n - 1] + ((uintptr_t) p % 16 == 0);
}

struct s { int a; struct { char b[4]; long c; } in[3]; };

int main(int argc, char **argv)
{
    char buffer[32];
    const int *p = folded;

    for (int i = 0; i < (int) (sizeof(folded) / sizeof(int)); i++)
        printf("%d ", folded[i]);
    printf("\n");
    bits(0x1234, 0xf0f0f0f000000000);
    bits(1, 1);
    strings(buffer, "abcdef", 6);
    printf("%d %d %d\n", sum(3, 1, 2, 3), unreached(argc), frames(0));
    printf("%ld %ld %d\n", __builtin_expect(argc, 7), __builtin_expect_with_probability(argc + 4L, 1, 0.9), on_stack(6));
    __builtin_prefetch(p); __builtin_prefetch(p, 1); __builtin_prefetch(p, 0, 3);
    printf("%d\n", ((const int *) __builtin_assume_aligned(p, 4))[0]);
    printf("%d %d\n", (int) __builtin_offsetof(struct s, in[2].c), (int) __builtin_offsetof(struct s, in[argc].b[1]));
    printf("%d %ld\n", __builtin_abs(-argc), __builtin_labs(-5L * argc));
    if (argc > 100)
        __builtin_trap();
    printf("%d\n", __builtin_classify_type(p) == 5);
    return 0;
}
