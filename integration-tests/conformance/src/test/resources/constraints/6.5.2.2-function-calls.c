/* p1, p2: a function that returns a complete object or void; as many arguments, of assignable types. */
struct incomplete;
struct s { int x; };
struct incomplete returns_incomplete(void);
void two(int a, char *b);
void more(int a, ...);
int object;
void f(struct s s, char *p)
{
    two(1, p);
    two(1);
    two(1, p, 2);
    more();
    more(1, 2, 3);
    object(1);
    (*p)();
    two(s, p);
    two(1, s);
    two(1, 2);
    returns_incomplete();
    two(two(1, p), p);
}
