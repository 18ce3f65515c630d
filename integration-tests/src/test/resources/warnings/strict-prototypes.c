---
int f();
---
int f(void);
---
int (*p)();
---
typedef int t();
---
struct s { int (*m)(); };
---
int d() { return 1; }
---
int d(void); int d() { return 1; }
---
int k(a) int a; { return a; }
---
int k(int); int k(a) int a; { return a; }
---
int cb(int (*c)()) { return 0; }
---
int l(void) { int i(); return 0; }
---
int l(void *p) { return ((int (*)())p)(); }
---
unsigned long l(void) { return sizeof(int (*)()); }
---
int (*ret())(void) { return 0; }
---
int (*ret(void))() { return 0; }
---
int ab(int (), int);
---
int d(); int d(void) { return 1; }
---
int a(void), b();
---
static int d(void); static int d() { return 1; }
---
void v(int x) { void (*q)() = 0; }
---
void v(int x) { extern void w(); }
---
__typeof__(int ()) *q;
