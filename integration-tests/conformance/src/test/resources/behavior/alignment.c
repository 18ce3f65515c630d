/* aligned and _Alignas on types, members, variables, locals and typedefs; __alignof__ of expressions. */
#include <stdio.h>
#include <stddef.h>
#include <stdint.h>

struct s { char c; int i; } __attribute__((aligned(32)));
typedef struct { long a; } __attribute__((aligned)) biggest;
typedef int loose __attribute__((aligned(2)));
typedef char cacheline[64] __attribute__((aligned(64)));
struct members { char a; char b __attribute__((aligned(4))); _Alignas(16) char c; short d __attribute__((aligned(1))); loose l; };
struct __attribute__((aligned(8))) front { char c; };
struct by_type { _Alignas(double) char c; _Alignas(struct s) char d; };
struct inner_aligned { char c; struct { char d; } __attribute__((aligned(8))) in; };
static char variable __attribute__((aligned(256)));
static _Alignas(128) int other[3];
static struct front list[2];

#define aligned_to(p, n) ((uintptr_t) (p) % (n) == 0)

__attribute__((noinline)) static int on_stack(int n)
{
    char c __attribute__((aligned(128))) = n;
    struct s s = { n, n };
    _Alignas(64) char buffer[n + 1];
    cacheline line;
    line[0] = c;
    __asm__ volatile("" : : "r"(&c), "r"(&s), "r"(buffer), "r"(line) : "memory");
    return aligned_to(&c, 128) + aligned_to(&s, 32) * 10 + aligned_to(line, 64) * 100;
}

int main(void)
{
    struct members m;

    printf("%d %d %d\n", (int) sizeof(struct s), (int) _Alignof(struct s), (int) __alignof__(biggest));
    printf("%d %d %d %d %d %d\n", (int) sizeof(struct members), (int) _Alignof(struct members), (int) offsetof(struct members, b),
           (int) offsetof(struct members, c), (int) offsetof(struct members, d), (int) offsetof(struct members, l));
    printf("%d %d %d\n", (int) sizeof(list), (int) sizeof(struct by_type), (int) offsetof(struct by_type, d));
    printf("%d %d\n", (int) sizeof(struct inner_aligned), (int) offsetof(struct inner_aligned, in));
    printf("%d %d\n", aligned_to(&variable, 256), aligned_to(other, 128));
    printf("%d\n", on_stack(3));
    printf("%d %d %d %d %d\n", (int) __alignof__(variable), (int) __alignof__(m.c), (int) __alignof__(m.b), (int) __alignof__(other), (int) __alignof__(cacheline));
    printf("%d %d %d\n", (int) __alignof__(long), (int) _Alignof(char[9]), (int) __alignof__(loose));
    return 0;
}
