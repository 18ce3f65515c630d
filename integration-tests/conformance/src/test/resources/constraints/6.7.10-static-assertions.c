/* p2, p3: an integer constant expression, which is not zero. */
int n;
_Static_assert(1, "fine");
_Static_assert(0, "zero");
_Static_assert(n, "variable");
_Static_assert(1.5, "real");
struct s { int x; _Static_assert(sizeof(int) == 8, "in a structure"); };
void f(void)
{
    _Static_assert(sizeof(long) == 4, "in a block");
}
