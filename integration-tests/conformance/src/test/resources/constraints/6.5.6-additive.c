/* p2, p3: arithmetic, or a pointer to a complete object and an integer, or two pointers to compatible ones. */
struct incomplete;
struct s { int x; } s;
void f(int n, double d, int *p, long *q, struct incomplete *i)
{
    (void) (n + d); (void) (p + n); (void) (n + p); (void) (p - p);
    (void) (p + p);
    (void) (p + d);
    (void) (n - p);
    (void) (p - q);
    (void) (i + 1);
    (void) (i - i);
    (void) (s + n);
    p += d;
    p -= p;
    n += s;
}
