// flags: -fms-extensions
/* -fms-extensions: unnamed members of tagged record type, by tag and by typedef. */
#include <stdio.h>
#include <stddef.h>

struct base { int id; union { int a; float f; }; };
typedef struct { short x, y; } point;
union value { long l; char c; };
struct derived { struct base; point; union value; int own; };
struct further { struct derived; int last; };

static struct derived d = { .id = 1, .a = 2, .x = 3, .y = 4, .l = 5, .own = 6 };
static struct derived positional = { { 1, { 2 } }, { 3, 4 }, { 5 }, 6 };

static int of_base(const struct base *b) { return b->id * 10 + b->a; }

int main(void)
{
    struct further f = { .id = 7, .a = 8, .x = 9, .last = 10 };

    printf("%d %d %d %d %ld %d\n", d.id, d.a, d.x, d.y, d.l, d.own);
    printf("%d %d %d %ld %d\n", positional.id, positional.a, positional.y, positional.l, positional.own);
    printf("%d %d %d %d\n", f.id, f.a, f.x, f.last);
    printf("%d %d %d %d\n", (int) sizeof(d), (int) offsetof(struct derived, x), (int) offsetof(struct further, c), (int) offsetof(struct further, last));
    printf("%d\n", of_base((struct base *) &f));
    return 0;
}
