/* Anonymous structures and unions: lookup through them, initialization, offsets, copies. */
#include <stdio.h>
#include <stddef.h>

struct page {
    unsigned long flags;
    union {
        struct { void *mapping; union { unsigned long index; struct { int lo, hi; }; }; };
        struct { unsigned inuse : 16; unsigned objects : 15; unsigned frozen : 1; const char *name; };
        char raw[16];
    };
    _Alignas(16) union { int refs; struct { }; };
};

static struct page a = { .flags = 1, .inuse = 3, .objects = 4, .frozen = 1, .name = "slab", .refs = 2 };
static struct page b = { 2, { { (void *) 0x10, { 0x500000004 } } }, { 9 } };
static struct page c = { .mapping = 0, .lo = 7, .hi = 8 };

static int sum(struct page p) { return p.lo + p.hi + p.refs; }
static struct page make(int lo) { return (struct page) { .lo = lo, .hi = lo + 1, .refs = lo + 2 }; }

int main(void)
{
    struct page *p = &a;

    printf("%lu %d %d %d %s %d\n", p->flags, p->inuse, p->objects, p->frozen, p->name, p->refs);
    printf("%lu %p %d %d %d\n", b.flags, b.mapping, b.lo, b.hi, b.refs);
    printf("%d %d %lx\n", c.lo, c.hi, c.index);
    printf("%d %d %d %d %d\n", (int) sizeof(*p), (int) offsetof(struct page, hi), (int) offsetof(struct page, name),
           (int) offsetof(struct page, refs), (int) offsetof(struct page, raw[3]));
    printf("%d %d\n", sum(make(10)), make(20).hi);
    p->index = 5;
    p->hi++;
    printf("%lx %d\n", p->index, p->raw[8]);
    int *hi = &p->hi;
    *hi += 10;
    printf("%d\n", a.hi);
    return 0;
}
