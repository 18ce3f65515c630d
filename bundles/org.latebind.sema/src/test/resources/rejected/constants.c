int n;
int array[n];
enum e { A = n, B = 1.5 };
struct s { int w : n; int x : 40; int y : -1; int z : 0; float f : 2; };
_Static_assert(n, "not constant");
_Static_assert(sizeof(int) == 8, "ints are eight bytes");
int negative[-1];
static int bad = 08;
long big = 0x1ffffffffffffffff;
int f(int x) {
  switch (x) {
    case 1: case 3 ... 5: return 1;
    case 4: return 2;
    case n: return 3;
    default: default: return 4;
  }
  return __builtin_choose_expr(x, 1, 2) + _Generic(x, long: 1) + _Generic(x, int: 1, signed: 2);
}
