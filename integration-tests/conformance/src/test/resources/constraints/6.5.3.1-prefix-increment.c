/* p1: a modifiable lvalue of real or pointer type. */
struct s { const int x; int y; } s;
const struct s constant;
enum { E };
void f(int n)
{
    ++n;
    ++s.y;
    ++s;
    ++s.x;
    --constant.y;
    ++E;
    --(n ? n : n);
    ++-n;
    ++"text";
}
