/* p1: a modifiable lvalue of real or pointer type. */
struct s { int x; } s;
const int constant = 1;
int array[2], f(void);
void g(int n, int *p, void (*function)(void))
{
    n++, p--;
    n++++;
    s++;
    constant--;
    array++;
    f()++;
    5--;
    g++;
    (n + 1)++;
}
