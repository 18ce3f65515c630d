/* 6.5.10p2, 6.5.11p2, 6.5.12p2: integers. */
struct s { int x; } s;
void f(int n, double d, int *p)
{
    (void) (n & n | n ^ n);
    (void) (n & d);
    (void) (p | 1);
    (void) (n ^ s);
    n &= d;
    n |= p;
    d ^= 1;
}
