/* p2, p3: case and default in a switch only; each name once. */
void f(int n)
{
    case 1: n++;
    default: n++;
    twice: n++;
    twice: n++;
    switch (n) { case 1: ; default: ; }
}
