/* p2, p4: scalars or void; no pointer to or from floating. */
struct s { int x; } s;
void f(int n, double d, int *p)
{
    (void) s; (void) (long) p; (void) (char *) n; (void) (int) d;
    (void) (struct s) n;
    (void) (int) s;
    (void) (double) p;
    (void) (int *) d;
    (void) (int[2]) p;
    (void) (int (void)) p;
    (void) (int) (void) n;
}
