/* p1, p2, p3: defined once, as what it is, an enum only when complete. */
struct s { int x; };
struct s { int x; };
union s *as_union;
enum s *as_enum;
enum e { A };
enum e { B };
struct e *as_struct;
void f(void)
{
    struct s { long y; } inner;
    union s *p;
}
struct fine;
struct fine { struct fine *next; };
enum unknown x;
