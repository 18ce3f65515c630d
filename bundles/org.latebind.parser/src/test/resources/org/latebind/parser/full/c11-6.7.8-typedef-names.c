typedef int T, *P;
T x; P p;
T T1(T), T2(int T);
void f(T T) { T * x; }
void g(void) { T * x; { int T; T * x; } enum { T = sizeof(T) }; T * x; }
void h(void) { for (int T = 0; T * 2; ) T * 3; T: goto T; T y; }
struct s { T T; unsigned T : 3; } s;
int c = (T)(1) + (x)(1) + sizeof(T) + sizeof(x);
