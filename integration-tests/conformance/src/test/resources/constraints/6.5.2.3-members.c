/* p1, p2: a structure or union, or a pointer to one, and a member of it. */
struct s { int member; } s, *ps;
struct incomplete *pi;
int n, *pn;
void f(void)
{
    s.member = ps->member;
    s.absent = 1;
    ps->membre = 1;
    n.member = 1;
    pn->member = 1;
    ps.member = 1;
    s->member = 1;
    pi->member = 1;
}
