/* p1, p2: & of a function, an element or an lvalue, neither a bit-field nor register; * of a pointer. */
struct { int bits : 3; int x; } s;
int f(void);
void g(int n, int *p, double d)
{
    register int in_register = 1;
    register int array[2];
    (void) &f; (void) &p[n]; (void) &*p; (void) &s.x;
    (void) &s.bits;
    (void) &in_register;
    (void) &array[1];
    (void) &n++;
    (void) &(n + 1);
    (void) &5;
    (void) &f();
    *n;
    *d;
    *s;
}
