void g(void); void fatal(void) __attribute__((noreturn)); extern int n; int get(void);
---
int f(int m) { if (m) return 1; }
---
int f(int m) { if (m) return 1; else return 2; }
---
int f(void) { }
---
int f(void) { fatal(); }
---
int f(void) { for (;;) g(); }
---
int f(void) { while (1) { if (n) break; } }
---
int f(void) { while (1) { if (n) return 3; } }
---
int f(void) { while (n) return 3; }
---
int f(void) { do { g(); } while (1); }
---
int f(void) { do { if (n) continue; g(); } while (0); }
---
int f(int m) { switch (m) { case 1: return 1; default: return 2; } }
---
int f(int m) { switch (m) { case 1: return 1; } }
---
int f(int m) { switch (m) { case 1: return 1; default: break; } }
---
enum e { A, B }; int f(enum e m) { switch (m) { case A: return 1; case B: return 2; } }
---
int f(int m) { if (1) return m; }
---
int f(int m) { if (sizeof(long) == 8) return m; }
---
int f(int m) { if (0) return m; }
---
int f(int m) { if (m || 1) return m; }
---
int f(int m) { if (m && 0) ; else return m; }
---
int f(int m) { if (m && 0) g(); return m; }
---
int f(int m) { goto out; out: return m; }
---
int f(int m) { return m; out: ; }
---
int f(int m) { if (m) goto out; return 1; out: ; }
---
int f(int m) { again: if (m) goto again; return 1; }
---
int f(int m) { __builtin_unreachable(); }
---
int f(int m) { if (m) __builtin_unreachable(); }
---
int f(int m) { if (m) return 1; __builtin_trap(); }
---
static int f(void) { for (;;) g(); } int u(void) { return f(); }
---
static int f(void) { fatal(); } int u(void) { return f(); }
---
static int f(int m) { if (m) g(); }
---
static int f(int m) { if (m) return 1; }
---
static int f(int m) { if (m) return 1; } int u(void) { return f(1); }
---
static int f(int m) { if (m) return 1; } int (*u)(int) = f;
---
static inline int f(int m) { if (m) return 1; } static int k(void) { return f(1); } int u(void) { return k(); }
---
static inline int f(int m) { if (m) return 1; } static int k(void) { return f(1); }
---
static inline int f(int m) { }
---
void f(void) { return 1; }
---
void f(void) { return g(); }
---
int f(void) { return; }
---
int f(int m) { return ({ if (m) return 1; 2; }); }
---
int f(int m) { int x = ({ if (m) return 1; m; }); g(); }
---
struct s { int a, b, c; }; struct s f(int m) { struct s x = { 1 }; if (m) return x; }
---
struct s { }; struct s f(int m) { }
---
_Bool f(int m) { for (int i = 0; i < m; i++) if (i == n) return 1; }
---
int f(int m) { for (int i = 0; ; i++) if (i == n) return 1; }
---
int f(int m) { asm goto ("" : : : : out); return 1; out: ; }
---
int f(int m) { asm goto ("" : : : : out); return 1; out: return 2; }
---
int f(int m) { void *p = &&out; goto *p; out: return 1; }
---
int f(int m) { if (__builtin_constant_p(m)) return 1; }
---
int f(int m) { if (__builtin_constant_p(3)) return 1; }
---
int f(int m) { if (__builtin_expect(m, 1)) return 1; }
---
int f(int m) { if (__builtin_expect(1, 1)) return 1; }
---
int f(int m) { return 1; g(); }
---
int f(int m) { m ? fatal() : fatal(); }
---
int f(int m) { m ? fatal() : g(); }
---
int f(int m) { if (m) return 1; else fatal(); }
---
inline __attribute__((gnu_inline)) int f(int m) { if (m) return 1; }
---
extern inline __attribute__((gnu_inline)) int f(int m) { if (m) return 1; }
---
__attribute__((used)) static int f(int m) { if (m) return 1; }
---
int f(int m) { switch (3) { case 3: return 1; } }
---
int f(int m) { switch (m) { case 0 ... 9: return 1; default: fatal(); } }
