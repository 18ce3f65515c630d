/* Structures without members take no room, wherever they are; what is done with them is still done. */
#include <stdio.h>
#include <stddef.h>

struct empty { };
typedef struct { } lock_class;
union nothing { };
struct holder { int a; struct empty e; lock_class k[3]; union nothing n; char b; };
struct aligned { char c; struct { } __attribute__((aligned(8))) a; char d; };
struct trailing { short s; struct empty e; };
static int calls;
static struct empty make(int x) { calls += x; return (struct empty) { }; }
static int take(int a, struct empty e, int b, lock_class k, int c) { return a * 100 + b * 10 + c; }
static struct holder h = { 1, { }, { { }, { } }, { }, 'b' };
static lock_class array[4];
static struct empty global;

int main(void)
{
    struct empty e = make(1), f;
    lock_class k = { };
    f = e;
    f = make(2);
    global = f;
    printf("%d %d %d %d %d\n", (int) sizeof(e), (int) sizeof(array), (int) sizeof(union nothing), (int) sizeof(struct holder), (int) sizeof(struct trailing));
    printf("%d %d %d\n", (int) offsetof(struct holder, b), (int) offsetof(struct aligned, a), (int) offsetof(struct aligned, d));
    printf("%d %d %c\n", take(1, e, 2, k, 3), calls, h.b);
    printf("%d %d\n", take(4, make(10), 5, (lock_class) { }, 6), (int) (&array[1] == &array[1]));
    printf("%d\n", calls);
    return 0;
}
