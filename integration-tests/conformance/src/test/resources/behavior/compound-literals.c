/* Compound literals: static where the file is, automatic in a block, as lvalues, in static initializers. */
#include <stdio.h>
#include <string.h>

struct list { struct list *next, *prev; };
struct lock { int raw; const char *name; };
struct mutex { struct lock lock; struct list waiters; };

#define LOCK(n) (struct lock) { .raw = 1, .name = #n }
#define MUTEX(n) { .lock = LOCK(n), .waiters = { &(n).waiters, &(n).waiters } }
static struct mutex m = MUTEX(m);
static struct lock copied = (struct lock) { 5, "copied" };
static int *ints = (int[]) { 1, 2, 3 };
static const char *const *strings = (const char *const[]) { "a", "b", [4] = "e", 0 };
static struct { struct lock *l; int (*v)[2]; } outer = { &(struct lock) { 7, "inner" }, &(int[2]) { 8, 9 } };
static long number = (long) { 42 };
static const struct lock *const chain = &(const struct lock) { .raw = sizeof((char[]) { 1, 2, 3 }), .name = (char[]) { "array" } };
static int from_literal[] = (int[]) { 4, 5, 6 };

static int sum(const int *v, int n) { int s = 0; while (n--) s += v[n]; return s; }
static int of(struct lock l) { return l.raw; }

int main(void)
{
    printf("%d %s %d\n", m.lock.raw, m.lock.name, m.waiters.next == &m.waiters && m.waiters.prev == &m.waiters);
    printf("%d %s %d %s\n", copied.raw, copied.name, ints[2], strings[4]);
    printf("%d %s %d %ld\n", outer.l->raw, outer.l->name, (*outer.v)[1], number);
    printf("%d %s %d\n", chain->raw, chain->name, from_literal[2]);
    int total = 0;
    for (int i = 0; i < 3; i++) {
        int *p = (int[2]) { i };
        p[1] += p[0] + 1;
        total += p[1];
    }
    printf("%d %d %d\n", total, sum((int[]) { 1, 2, 3, 4 }, 4), of((struct lock) { .raw = 3 }));
    (struct lock) { 1, "x" }.raw++;
    ((struct lock) { 2 }).name = "y";
    struct lock *p = &(struct lock) { 6 };
    *p = (struct lock) { p->raw + 1, "self" };
    printf("%d %s\n", p->raw, p->name);
    printf("%d %c\n", (int) sizeof((short[7]) { }), "abc"[(int) { 1 }]);
    printf("%d\n", memcmp(&(struct list) { }, &(struct list) { 0, 0 }, sizeof(struct list)));
    m.lock = (struct lock) { .name = "new" };
    printf("%d %s\n", m.lock.raw, m.lock.name);
    return 0;
}
