/* 6.5.16p2: a modifiable lvalue; 6.5.16.1p1: types that go together; 6.5.16.2p1, p2: and for the operator. */
struct s { int x; const int fixed; } s;
struct t { int x; } t, u;
const int constant = 1;
int array[2], *ip;
void f(int n, double d, int *p, long *q, void *v, const int *c, int (*function)(void))
{
    n = d; t = u; v = p; p = v; c = p; p = 0; n += d; p += 1;
    constant = 1;
    array = 0;
    s = s;
    s.fixed = 1;
    n + 1 = 2;
    f = 0;
    5 = n;
    t = s;
    t = n;
    n = t;
    p = q;
    p = c;
    p = n;
    n = p;
    p = d;
    d = p;
    function = p;
    "text" = 0;
    t += 1;
    p *= 2;
    p += p;
    n = f(1, 1, p, q, v, c, function);
}
