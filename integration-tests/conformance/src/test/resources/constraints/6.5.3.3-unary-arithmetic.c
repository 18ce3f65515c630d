/* p1: arithmetic types for + and -, integers for ~, scalars for !. */
struct s { int x; } s;
void f(int n, double d, int *p)
{
    (void) (+n - -d + ~n + !p + !d);
    (void) +p;
    (void) -p;
    (void) ~d;
    (void) ~p;
    (void) !s;
    (void) -s;
}
