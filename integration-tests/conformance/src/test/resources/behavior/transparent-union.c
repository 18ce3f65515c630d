/* attribute transparent_union: an argument may be any member; it is passed as the first member is. */
#include <stdio.h>

struct a { long id; }; struct b { long id; };
typedef union { struct a *a; struct b *b; const void *any; } handle __attribute__((transparent_union));
typedef union __attribute__((__transparent_union__)) { int i; unsigned u; } number;

static long id(handle h) { return h.a->id; }
static __attribute__((noinline)) long id_out(int before, handle h, int after) { return h.b->id * 100 + before * 10 + after; }
static int plain(number n) { return n.i; }
static long takes_pointer(struct a *p) { return p ? p->id : -1; }
/* Declared with the union, defined with a member's type, as in C libraries. */
extern long declared_again(handle);
long declared_again(const void *p) { return ((const struct a *) p)->id + 1000; }
static __typeof__(declared_again) *again = declared_again;
/* A pointer to one is as good as to the other. */
static long (*indirect)(handle) = id;

int main(void)
{
    struct a a = { 1 };
    struct b b = { 2 };
    handle h = { .b = &b };
    const void *any = &a;

    printf("%ld %ld %ld %ld\n", id(&a), id(&b), id(h), id(any));
    printf("%ld %ld\n", id_out(3, &a, 4), id_out(5, &b, 6));
    printf("%d %d\n", plain(-1), plain(7u));
    printf("%ld\n", indirect(&b));
    printf("%ld\n", ((long (*)(struct a *)) id)(&a) + takes_pointer(0));
    printf("%ld %ld\n", declared_again(&a), again(&b));
    printf("%d %d\n", (int) sizeof(handle), (int) sizeof(number));
    return 0;
}
