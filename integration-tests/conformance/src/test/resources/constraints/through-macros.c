/* What is wrong in what a macro stands for is told where the macro is used in the text. */
struct s { int x; } s;
#define member(p, m) ((p)->m)
#define twice(p) (member(p, y) + member(p, x))
#define declare(name) int name = &s
int f(struct s *p)
{
    int ok = member(p, x);
    declare(n);
    return twice(p) + ok +
        member(n, x);
}
