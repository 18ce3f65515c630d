/* p3, p4: no assignment, call or comma but in what is not evaluated; a constant that its type can hold. */
int n, f(void);
static int address = sizeof(f());
static int *incremented = &n++;
int sized[n];
int by_call[f()];
enum { BY_VARIABLE = n };
struct { int width : n; } s;
_Static_assert(n, "n");
int g(int x) { switch (x) { case n: return 1; } return 0; }
int divided[1 / 0];
