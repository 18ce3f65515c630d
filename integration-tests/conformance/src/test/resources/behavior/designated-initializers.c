/* Designators: order, overriding, continuing after them, nesting, ranges, anonymous members, gcc's old forms. */
#include <stdio.h>

struct point { int x, y; };
struct deep { int before; struct point p[3]; union { long l; struct { short a, b; }; }; struct { int in; }; int after; };
struct ops { const char *name; int (*call)(int); unsigned flags : 4; unsigned long mask[2]; };

static int calls;
static int next(void) { return ++calls; }
static int twice(int x) { return 2 * x; }

#define PAIR(a, b) a, b
#define DEVICE(v, d) .x = (v), .y = (d)

static const int sparse[] = { [5] = 50, 60, [1] = 10, 20, [8 ... 10] = 7, [9] = 99, 100 };
static const int over[4] = { 1, 2, 3, 4, [1] = 20, [0] = 10, 21 };
static struct deep deep = { 1, .p[1].y = 12, .p[2] = { 20, 21 }, .p[0] = { .y = 2 }, .b = 5, .in = 6, 7 };
static struct deep brace_less = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
static struct deep again = { .p = { [0 ... 2] = { 1, 2 } }, .p[1].x = 9, .l = 0x50004, .after = 3 };
static struct point list[] = { { DEVICE(1, 2) }, { PAIR(3, 4) }, PAIR(5, 6), [4] = { .y = 8 }, { } };
static struct point old = { y: 4, x: 3 };
static int old_array[4] = { [2] 5, 6 };
static const struct ops table[] = {
    [1] = { .call = twice, .name = "twice", .flags = 0x1f & 15, .mask = { [1] = ~0ul } },
    [0] = { "none" },
    [2] = { .mask[0] = 1, .mask[1] = 2, .name = "two" },
};
static const char *const names[] = { [0 ... 3] = "default", [2] = "two", [5] = "five" };
static char text[2][6] = { [1] = "abc", [0] = { 'x', [3] = 'y' } };
static char exact[3] = "abc", braced[] = { "braced" }, joined[] = "a" "b\0c";
static union { int i; char c[4]; } u = { .c = { [3] = 1 } }, first = { 5 };
static int matrix[3][3] = { [0 ... 2] = { [1 ... 2] = 3 }, [1][0] = 4, 5 };
static const int zeros[] = { [0 ... 9] = 7, [2 ... 4] = 0, [6] = 0, 8 };
static struct deep cleared = { .p = { [0 ... 2] = { 5, 6 } }, .p[1] = { 0 }, .p[2].y = 0, .l = -1, .a = 0 };
static long wide[] = { [0] = 1, [1 ... 0x20] = 2, 3 };

static void print(const char *what, const int *v, int n)
{
    printf("%s:", what);
    for (int i = 0; i < n; i++)
        printf(" %d", v[i]);
    printf("\n");
}

static void print_deep(const struct deep *d)
{
    printf("%d (%d %d) (%d %d) (%d %d) %lx %d %d\n", d->before, d->p[0].x, d->p[0].y, d->p[1].x, d->p[1].y, d->p[2].x,
           d->p[2].y, d->l, d->in, d->after);
}

static void locals(int n)
{
    int auto_over[5] = { [1] = n, [3] = n * 2, n + 1, [0] = n - 1 };
    struct deep d = { .p[1] = { n, .y = n + 1 }, .before = n, .a = 1, .b = 2, .after = n };
    struct point p = { .x = 1 }, q[2] = { [1] = p, [0].y = n }, r = { p.x, .y = q[1].x };
    struct deep copied = { .p = { [1] = p, [2].x = 8 } };
    struct point override = { .x = next(), .y = 4, .x = 5 };
    int ranged[3] = { [0 ... 1] = n };
    int zeroed[4] = { [0 ... 3] = n, [1] = 0, [3] = n - n };

    print("local", auto_over, 5);
    print_deep(&d);
    print_deep(&copied);
    printf("%d %d %d %d %d\n", q[1].x, q[0].y, r.y, override.x, override.y);
    print("ranged", ranged, 3);
    print("zeroed", zeroed, 4);
    print("compound", (int[]) { [2] = n, 4 }, 4);
    printf("%d\n", ((struct point) { .y = n }).y + (&(struct point) { n, 3 })->x);
}

int main(void)
{
    print("sparse", sparse, sizeof(sparse) / sizeof(int));
    print("over", over, 4);
    print_deep(&deep);
    print_deep(&brace_less);
    print_deep(&again);
    print("list", &list[0].x, sizeof(list) / sizeof(int));
    print("old", &old.x, 2);
    print("old array", old_array, 4);
    for (int i = 0; i < 3; i++)
        printf("%s %d %x %lx %lx\n", table[i].name, table[i].call ? table[i].call(4) : -1, table[i].flags, table[i].mask[0], table[i].mask[1]);
    for (int i = 0; i < 6; i++)
        printf("%s ", names[i] ? names[i] : "-");
    printf("\n%s %d %d\n", text[1], text[0][0], text[0][3]);
    printf("%.3s %d %d %d\n", exact, (int) sizeof(exact), (int) sizeof(braced), (int) sizeof(joined));
    printf("%x %d\n", u.i, first.i);
    print("matrix", matrix[0], 9);
    print("zeros", zeros, sizeof(zeros) / sizeof(int));
    print_deep(&cleared);
    printf("%d %ld %ld\n", (int) (sizeof(wide) / sizeof(long)), wide[0x20], wide[0x21]);
    locals(7);
    return 0;
}
