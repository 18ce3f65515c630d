/* p2: real types, or pointers to compatible objects. */
struct s { int x; } s;
void f(int n, double d, int *p, long *q)
{
    (void) (n < d); (void) (p >= p);
    (void) (p < q);
    (void) (p < n);
    (void) (s < s);
    (void) (n > s);
    (void) (p <= d);
}
