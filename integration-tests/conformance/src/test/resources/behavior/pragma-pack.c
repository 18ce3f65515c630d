/* #pragma pack in all its forms, on members, bit-fields, nested and declared-elsewhere types, with aligned. */
#include <stdio.h>
#include <stddef.h>

#define show(t, m) printf(#t " %d %d " #m " %d\n", (int) sizeof(t), (int) _Alignof(t), (int) offsetof(t, m))

struct before { char c; long l; };
#pragma pack(push, 1)
struct one { char c; long l; short s; };
struct with_before { char c; struct before b; int i; };
struct with_aligned { char c; int i __attribute__((aligned(8))); char d; };
struct bits1 { char c; unsigned a : 3, b : 17, d : 12; long long e : 40; char last; };
typedef struct { char c; double d; } typed;
#pragma pack(push)
#pragma pack(2)
struct two { char c; long l; char d; int i; };
struct aligned_whole { char c; long l; } __attribute__((aligned(4)));
#pragma pack(pop)
struct one_again { char c; int i; };
union packed_union { char c[5]; int i; };
#pragma pack(pop)
#pragma pack(push, name, 4)
struct four { char c; long l; int : 0; short s; char t; long long bits : 33; char u; };
#pragma pack(push, 16)
struct sixteen { char c; long double ld; };
#pragma pack(pop, name)
struct after { char c; long l; };
#pragma pack(4)
struct until_reset { char c; long l; };
#pragma pack()
struct reset { char c; long l; };
_Pragma("pack(push, 1)") struct by_operator { char c; int i; }; _Pragma("pack(pop)")
struct outer {
    char c;
#pragma pack(push, 2)
    struct inner { char c; int i; } in;
    int packed_by_end;
#pragma pack(pop)
};
#define PACKED_BY_MACRO _Pragma("pack(push, 2)") struct by_macro { char c; int i; }; _Pragma("pack(pop)")
PACKED_BY_MACRO

static void bytes(const char *what, const void *p, int n)
{
    printf("%s", what);
    for (int i = 0; i < n; i++)
        printf(" %02x", ((const unsigned char *) p)[i]);
    printf("\n");
}

int main(void)
{
    static const struct bits1 b = { 1, 5, 0x1abcd, 0x7ff, 0x123456789a, 2 };
    static const struct one o = { 1, 0x1122334455667788, 0x99aa };

    show(struct before, l); show(struct one, s); show(struct with_before, i); show(struct with_aligned, i);
    show(struct bits1, last); show(typed, d); show(struct two, i); show(struct aligned_whole, l);
    show(struct one_again, i); show(union packed_union, i); show(struct four, u); show(struct sixteen, ld);
    show(struct after, l); show(struct until_reset, l); show(struct reset, l); show(struct by_operator, i);
    show(struct outer, packed_by_end); show(struct inner, i); show(struct by_macro, i);
    bytes("bits", &b, sizeof(b));
    bytes("one", &o, sizeof(o));
    struct bits1 v = b;
    v.e = -2; v.b++;
    bytes("changed", &v, sizeof(v));
    const struct one *po = &o;
    printf("%lx %x\n", po->l, po->s & 0xffff);
    return 0;
}
