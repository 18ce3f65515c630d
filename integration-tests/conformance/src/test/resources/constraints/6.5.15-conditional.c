/* p2, p3: a scalar condition; arithmetic, one record type, void, or pointers that go together. */
struct s { int x; } s;
struct t { int x; } t;
void v(void);
void f(int n, double d, int *p, long *q, void *vp, const int *c)
{
    (void) (n ? n : d); (void) (n ? s : s); (void) (n ? v() : v()); (void) (n ? p : 0); (void) (n ? p : vp); (void) (n ? p : c);
    (void) (s ? 1 : 2);
    (void) (v() ? 1 : 2);
    (void) (n ? s : t);
    (void) (n ? p : q);
    (void) (n ? p : n);
    (void) (n ? s : n);
    (void) (n ? p : d);
    (void) (n ? n : v());
}
