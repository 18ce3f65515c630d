struct s { int a; }; struct u { int b; }; void *vp; int *ip; char *cp; long *lp; struct s *sp; struct u *up; int n; void take(int *); int give(struct s *); int (*fp)(int); int cb(long);
---
int f(void) { return unknown(1); }
---
static x;
---
f(void) { return 1; }
---
int f(a) { return a; }
---
void f(void) { ip = cp; }
---
void f(void) { ip = lp; }
---
void f(void) { sp = up; }
---
void f(void) { ip = vp; vp = sp; }
---
void f(void) { take(lp); }
---
void f(void) { take(n); }
---
void f(void) { ip = n; }
---
void f(void) { n = ip; }
---
void f(void) { ip = 0; }
---
void f(void) { fp = cb; }
---
int *f(void) { return lp; }
---
int *f(void) { return n; }
---
int f(void) { return give(up); }
---
int f(void) { return ip == lp; }
---
int f(void) { return sp == up; }
---
int f(void) { return ip == n; }
---
void *f(int c) { return c ? ip : lp; }
---
struct t { int (*op)(struct s *); }; int bad(struct u *x) { return 0; } struct t v = { .op = bad };
---
unsigned int *q; void f(void) { q = ip; }
---
const char *cc; void f(void) { cp = cc; }
