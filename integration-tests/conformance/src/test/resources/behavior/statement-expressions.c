/* Statement expressions: values of each kind, ways out of them, lifetimes, and how often they are evaluated. */
#include <stdio.h>

struct pair { int a, b; };
struct big { long words[8]; };
static int calls;

static int count(int x) { calls++; return x; }
static struct pair make(int a) { return (struct pair) { a, a + 1 }; }
static struct big fill(long x) { struct big b; for (int i = 0; i < 8; i++) b.words[i] = x + i; return b; }

#define max(x, y) ({ __typeof__(x) _x = (x); __typeof__(y) _y = (y); (void) (&_x == &_y); _x > _y ? _x : _y; })

static int first_negative(const int *v, int n)
{
    for (int i = 0; i < n; i++)
        (void) ({ if (v[i] < 0) return i; v[i]; });
    return -1;
}

static int ways_out(int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++) {
        sum += ({ if (i == 2) continue; if (i == 5) break; i; });
        sum += ({ if (i == 3) goto add; 100; });
        continue;
add:
        sum += 1000;
    }
    return sum;
}

static int in_conditions(int n)
{
    int turns = 0;
    while (({ turns++; n-- > 0; }))
        ;
    do {
        turns += 10;
    } while (({ int again = turns < 40; again; }));
    for (int i = ({ turns++; 0; }); ({ i < 3; }); ({ i++; turns++; }))
        ;
    switch (({ int t = turns; t % 3; })) {
    case 0: turns += 1000; break;
    default: turns += 2000;
    }
    return turns;
}

static int nested(int x)
{
    return ({ int y = ({ int z = ({ x + 1; }); z * 2; }); ({ y + ({ int x = 5; x; }); }) + x; });
}

int main(void)
{
    int v[] = { 3, 0, -1, 4 };
    struct big *kept;

    printf("%d\n", max(count(3), count(7)));
    printf("%d\n", calls);
    printf("%ld\n", (long) sizeof(({ count(1); (short) 1; })));
    printf("%d\n", calls);
    printf("%d %d\n", first_negative(v, 4), first_negative(v, 2));
    printf("%d\n", ways_out(8));
    printf("%d\n", in_conditions(4));
    printf("%d\n", nested(10));
    /* A struct as the value: its members, the whole, its array's elements. */
    printf("%d %d\n", ({ struct pair p = make(1); p; }).b, ({ make(4); }).a);
    struct pair copy = ({ struct pair p = { 8, 9 }; p.a = 0; p; });
    printf("%d %d\n", copy.a, copy.b);
    printf("%ld\n", ({ fill(100); }).words[3]);
    kept = &(struct big) { { 1, 2 } };
    *kept = ({ *kept = fill(5); kept->words[7]++; *kept; });
    printf("%ld %ld\n", kept->words[0], kept->words[7]);
    /* An array as the value decays; a void value; an empty one. */
    printf("%s\n", ({ static char text[] = "decays"; text; }));
    ({ count(1); (void) 0; });
    ({ });
    ({ ; });
    ({ if (calls) calls += 0; });
    (calls ? ({ calls += 100; }) : ({ calls += 200; }));
    printf("%d\n", calls);
    /* The value is what it was when the block ended. */
    int i = 1;
    int j = ({ int k = i; i = 50; k; }) + i;
    printf("%d %d\n", i, j);
    /* A value is not an lvalue's bit-field: it is promoted. */
    struct { unsigned b : 3; } bits = { 7 };
    printf("%d %d\n", ({ bits.b; }) == 7, (int) sizeof(({ bits.b; }) + 0));
    printf("%d\n", ({ __label__ out; int r = 1; if (i) goto out; r = 2; out: r; }));
    printf("%d\n", ({ const char c = 'x'; c; }) == 'x' ? ({ int r = 0; for (int q = 0; q < 4; q++) r += q; r; }) : -1);
    return 0;
}
