/* p2: arithmetic types, integers for %. */
struct s { int x; } s;
void f(int n, double d, int *p)
{
    (void) (n * d / n % 3);
    (void) (n * p);
    (void) (p / n);
    (void) (d % n);
    (void) (n % d);
    (void) (s * n);
    n *= p;
    n %= d;
}
