/* p1, p2, p3: a complete object type or an array of unknown size, initialized as an object is. */
struct incomplete;
struct s { int x; };
int n;
void f(void)
{
    int *p = (int[]) { 1, 2 };
    (void) (int[n]) { 1 };
    (void) (struct incomplete) { 1 };
    (void) (void) { 1 };
    (void) (int (void)) { 0 };
    (void) (int[2]) { 1, 2, 3 };
    (void) (struct s) { .y = 1 };
}
