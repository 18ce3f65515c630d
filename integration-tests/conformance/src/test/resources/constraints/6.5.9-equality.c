/* p2: arithmetic, pointers to compatible types, or with void or null pointers. */
struct s { int x; } s;
void f(int n, double d, int *p, long *q, void *v)
{
    (void) (n == d); (void) (p != 0); (void) (p == v); (void) (v == q);
    (void) (p == q);
    (void) (p == n);
    (void) (s == s);
    (void) (p != d);
    (void) (s != 0);
}
