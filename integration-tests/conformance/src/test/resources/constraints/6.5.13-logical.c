/* 6.5.13p2, 6.5.14p2: scalars. */
struct s { int x; } s;
void v(void);
void f(int n, double d, int *p)
{
    (void) (n && d || p);
    (void) (n && s);
    (void) (s || n);
    (void) (n || v());
    (void) (v() && n);
}
