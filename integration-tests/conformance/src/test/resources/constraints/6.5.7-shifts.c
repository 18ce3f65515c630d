/* p2: integers. */
struct s { int x; } s;
void f(int n, double d, int *p)
{
    (void) (n << n >> 1);
    (void) (d << 1);
    (void) (n >> d);
    (void) (p << 1);
    (void) (1 << s);
    n <<= d;
    d >>= 1;
}
