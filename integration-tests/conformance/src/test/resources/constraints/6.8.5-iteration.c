/* p2, p3: a scalar; only auto or register in a for's declaration. */
struct s { int x; } s;
void v(void);
void f(int n)
{
    while (n) break;
    while (s) ;
    do ; while (s);
    for (; s; ) ;
    for (int i = 0; v(); i++) ;
    for (static int i = 0; i < 1; i++) ;
    for (extern int e; n; ) ;
}
