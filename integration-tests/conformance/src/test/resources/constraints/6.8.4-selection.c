/* 6.8.4.1p1: a scalar; 6.8.4.2p1 to p3: an integer, constant and distinct labels, one default. */
struct s { int x; } s;
void f(int n, double d, int *p)
{
    if (n) ; if (d) ; if (p) ;
    if (s) ;
    switch (d) { }
    switch (p) { }
    switch (s) { }
    switch (n) {
    case 1:
    case 2:
    case 1:
    case n:
    case 1.5:
    default:
    default:
        ;
    }
    switch (n) { case 0x100000001: case 1: ; }
}
