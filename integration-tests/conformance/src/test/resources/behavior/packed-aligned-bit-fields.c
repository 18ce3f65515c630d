/* packed, aligned and bit-fields together, on types and on members; zero widths, booleans and enumerations. */
#include <stdio.h>
#include <stddef.h>
#include <string.h>

enum e { E0, E1, E2, E3 };
typedef int int_a1 __attribute__((aligned(1)));
typedef long long_a16 __attribute__((aligned(16)));
struct a { char c; unsigned x : 9; unsigned y : 23; unsigned z : 1; } __attribute__((packed));
struct b { char c; unsigned x : 9 __attribute__((packed)); unsigned y : 23; };
struct c { short s; unsigned x : 3; unsigned : 0; char d; };
struct d { char c; long l : 60; int i : 5; _Bool t : 1; enum e k : 2; } __attribute__((packed, aligned(4)));
struct e_ { char c; int_a1 i; short s; };
struct f { char c; long_a16 l; } __attribute__((packed));
struct g { char c; int i __attribute__((packed)); int j; };
struct h { char c; int i __attribute__((packed, aligned(2))); };
struct i { unsigned a : 4; unsigned char b : 4; unsigned long c : 33; unsigned short d : 15; };
struct j { char a[3]; struct { char b; int c; } in __attribute__((packed)); };
struct k { struct { short a; int b; } __attribute__((packed)) in; char tail; } __attribute__((aligned(8)));
union l { unsigned a : 3; char c[5]; long b : 35; } __attribute__((packed));
struct m { int : 0; char c; int : 4; char d; long : 0; char e; } __attribute__((packed));
struct n { _Bool a : 1, b : 1; char : 0; _Bool c : 1; };
struct o { unsigned long a : 12 __attribute__((aligned(8))), b : 12; char c; };

#define show(t) do { t v, w; memset(&v, 0, sizeof(v)); memset(&w, 0xff, sizeof(w)); printf(#t " %d %d\n", (int) sizeof(t), (int) _Alignof(t)); (void) v; (void) w; } while (0)
#define bits(t, m, value) do { union { t v; unsigned char raw[sizeof(t)]; } u = { }; u.v.m = (value); printf(#t "." #m " = %ld:", (long) u.v.m); \
    for (int q = 0; q < (int) sizeof(t); q++) printf(" %02x", u.raw[q]); printf("\n"); } while (0)

int main(void)
{
    show(struct a); show(struct b); show(struct c); show(struct d); show(struct e_); show(struct f); show(struct g);
    show(struct h); show(struct i); show(struct j); show(struct k); show(union l); show(struct m); show(struct n); show(struct o);
    bits(struct a, x, 0x1ff); bits(struct a, y, 0x7fffff); bits(struct a, z, 1);
    bits(struct b, x, 0x155); bits(struct b, y, 0x2aaaaa);
    bits(struct c, x, 5); bits(struct c, d, 1);
    bits(struct d, l, -1); bits(struct d, i, -3); bits(struct d, t, 1); bits(struct d, k, E3);
    bits(struct e_, i, -1); bits(struct f, l, -1); bits(struct g, i, -1); bits(struct g, j, -1); bits(struct h, i, -1);
    bits(struct i, a, 15); bits(struct i, b, 15); bits(struct i, c, 0x1ffffffff); bits(struct i, d, 0x7fff);
    bits(struct j, in.c, -1); bits(struct k, in.b, -1); bits(struct k, tail, 1);
    bits(union l, a, 7); bits(union l, b, -1);
    bits(struct m, c, 1); bits(struct m, d, 2); bits(struct m, e, 3);
    bits(struct n, a, 1); bits(struct n, b, 1); bits(struct n, c, 1);
    bits(struct o, a, 0xfff); bits(struct o, b, 0xfff); bits(struct o, c, 1);
    return 0;
}
