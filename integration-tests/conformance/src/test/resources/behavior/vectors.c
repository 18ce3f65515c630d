// clang: none, it lacks ++ on vectors
#include <stdio.h>
#include <stdarg.h>
#include <string.h>
typedef int v4si __attribute__((vector_size(16)));
typedef long v2di __attribute__((vector_size(16)));
typedef float v4sf __attribute__((vector_size(16)));
typedef int v2si __attribute__((vector_size(8)));
typedef long v1di __attribute__((vector_size(8)));
typedef unsigned char v16qi __attribute__((vector_size(16)));
typedef double v4df __attribute__((vector_size(32)));
typedef unsigned v8su __attribute__((vector_size(32)));
static void p4(const char *n, v4si v) { printf("%s %d %d %d %d\n", n, v[0], v[1], v[2], v[3]); }
static void pf(const char *n, v4sf v) { printf("%s %g %g %g %g\n", n, v[0], v[1], v[2], v[3]); }
v4si g = {1, -2, 3};
static const v4sf gf[2] = {{1.5, 2.5}, {3, 4, 5, 6}};
struct s { char c; v4si v; v2si w; } gs = { 1, {2,3,4,5}, 6, 7 };
__attribute__((noinline)) v2si f2(v2si a, v1di b, v2si c) { return a * c + (v2si)b; }
__attribute__((noinline)) v1di f1(v1di a) { return a + 1; }
__attribute__((noinline)) v4df f4(v4df a, double x) { return a * x - 1.0; }
struct w { v4si v; }; union u { v4si v; int i[4]; }; struct two { v2si a; v2si b; }; struct big { v4df a; int b; };
__attribute__((noinline)) struct w fw(struct w a, int n) { a.v += n; return a; }
__attribute__((noinline)) union u fu(union u a) { a.i[2] *= 2; return a; }
__attribute__((noinline)) struct two ft(struct two a) { a.a ^= a.b; return a; }
__attribute__((noinline)) struct big fb(struct big a) { a.a = -a.a; return a; }
__attribute__((noinline)) int va(int n, ...) { va_list l; va_start(l, n); int r = 0; for (int i = 0; i < n; i++) { v4si x = va_arg(l, v4si); r += x[0] + 3 * x[3]; v2si y = va_arg(l, v2si); r += y[1]; v8su z = va_arg(l, v8su); r+= z[7]; struct w q = va_arg(l, struct w); r += q.v[2]; } va_end(l); return r; }
int main(void) {
  v4si a = {10, 20, 30, 40}, b = {3, 0, -30, 41}; v4sf f = {1, 2, 3, 4};
  p4("add", a + b); p4("sub", a - 1); p4("mul", 3 * a); p4("div", a / (v4si){3, 7, -2, 5}); p4("rem", a % 7);
  p4("and", a & b); p4("shl", a << 3); p4("shr", b >> 1); p4("shv", a << (v4si){1,2,3,4}); p4("neg", -a); p4("not", ~a);
  p4("lt", a < b); p4("eq", a == 30); p4("ge", a >= b); p4("flt", f > 2.0f); pf("f", f * f - 0.5f); pf("fd", f / 2);
  p4("g", g); pf("gf", gf[1]); p4("gs", gs.v); printf("%d %d %zu %zu\n", gs.w[0], gs.w[1], sizeof gs, __alignof__(v4df));
  a[1] += 5; a[3]++; p4("el", a); a++; --b; p4("inc", a); p4("dec", b); a <<= 1; a -= b; p4("comp", a);
  v2di c = (v2di)a; printf("%ld %ld\n", c[0], c[1]); v2si d = (v2si)0x1234567890abcdefL; printf("%x %x %lx\n", d[0], d[1], (long)d);
  printf("%d %d\n", f2(d, (v1di){5}, d)[0], f2(d, (v1di){5}, d)[1]); printf("%ld\n", f1((v1di){41})[0]);
  v4df e = f4((v4df){1,2,3,4}, 2.5); printf("%g %g %g %g\n", e[0], e[1], e[2], e[3]);
  p4("fw", fw((struct w){a}, 7).v); p4("fu", fu((union u){a}).v); struct two t = ft((struct two){{1,2},{3,4}}); printf("%d %d\n", t.a[0], t.a[1]);
  struct big bb = fb((struct big){{1,2,3,4}, 5}); printf("%g %d\n", bb.a[3], bb.b);
  printf("%d\n", va(2, a, d, (v8su){1,2,3,4,5,6,7,8}, (struct w){a}, b, d+1, (v8su){8} + 9, (struct w){b}));
  volatile v4si vol = a; vol += 1; p4("vol", vol); int i = 2; a[i] = vol[i + 1]; p4("idx", 1 ? a : b); p4("cond", i > 5 ? a : b);
  v16qi q = {0}; q[3] = 200; q = q + q; q -= (v16qi){} + 1; for (int k = 0; k < 16; k++) printf("%d ", q[k]); puts("");
  v4si *ptr = &g; *ptr = a; p4("ptr", *ptr); memcpy(&a, &f, 16); p4("mem", a); p4("se", ({ v4si z = a; z / 2; }));
  return 0;
}
