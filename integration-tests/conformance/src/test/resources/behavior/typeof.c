/* typeof in each of its places, with and without what its operand evaluates. */
#include <stdio.h>

#define same(a, b) __builtin_types_compatible_p(a, b)
#define is(e, t) same(__typeof__(e), t)
#define points_to(e, t) same(__typeof__(&(e)), t *)

struct node { const int fixed; int plain; struct node *next; int list[5]; volatile short v; };
typedef __typeof__(((struct node *) 0)->list) list_type;
extern __typeof__(printf) printf;
static int calls;
static int call(void) { return ++calls; }
static __typeof__(call) call_too;
static int call_too(void) { return 10 + call(); }

#define swap(a, b) do { __typeof__(a) t__ = (a); (a) = (b); (b) = t__; } while (0)
#define container_of(p, type, member) ({ const __typeof__(((type *) 0)->member) *m__ = (p); (type *) ((char *) m__ - __builtin_offsetof(type, member)); })

static int vla(int n)
{
    int sized[n];
    __typeof__(sized) again;
    __typeof__(int[call() + n]) evaluated;
    __typeof__(call()) once = 3;
    n = 0;
    return sizeof(again) * 10000 + sizeof(evaluated) * 100 + once;
}

int main(void)
{
    struct node n = { .fixed = 1 };
    const struct node *cn = &n;
    int i = 1, j = 2, array[3][4];
    const int ci = 5;
    char c = 'c';
    __typeof__(i) a, *b = &i, c2[2] = { 7, 8 };
    __typeof__(int *) p = b, q = &j;
    __typeof__(array[0]) row = { 1, 2, 3, 4 };
    __typeof__(c) copy = c;
    typeof(long) l = -1;
    const typeof(*p) constant = 9;

    a = *p + *q;
    printf("%d %d %d %d %c %ld %d\n", a, c2[1], (int) sizeof(row), row[3], copy, l, constant);
    printf("%d %d %d\n", (int) sizeof(list_type), (int) sizeof(__typeof__(c + c)), (int) sizeof(typeof(array)));
    /* Qualifiers stay, also those of a structure that its members take over. */
    printf("%d%d%d%d%d\n", points_to(ci, const int), points_to(n.fixed, const int), points_to(cn->plain, const int),
           points_to(cn->v, const volatile short), points_to(cn->list[1], const int));
    /* Casts and arithmetic drop them; so does what is no lvalue. */
    printf("%d%d%d%d\n", is((const int) ci, int), is(+ci, int), is(({ ci; }), int), is((ci, ci), int));
    printf("%d%d%d%d\n", is(call, int(void)), is(&call, int (*)(void)), is(array, int[3][4]), is(&array[1], int (*)[4]));
    printf("%d%d%d\n", is("abc", char[4]), is((void) 0, void), is(n.next->next, struct node *));
    printf("%d\n", vla(3));
    printf("%d\n", calls);
    printf("%d\n", call_too());
    printf("%d\n", calls);
    swap(i, j);
    swap(p, q);
    printf("%d %d %d %d\n", i, j, *p, *q);
    printf("%d\n", container_of(&n.list, struct node, list) == &n);
    for (__typeof__(i) k = 0, *r = &k; *r < 2; k++)
        printf("%d", k);
    printf("\n");
    return 0;
}
