/* _Generic: lvalue conversion, decay, exact qualifiers below a pointer; only the chosen operand is evaluated. */
#include <stdio.h>

enum small { A };
struct s { int x; };
union u { int x; };
typedef struct s alias;
static int calls;
static int call(void) { return ++calls; }
static long square_long(long x) { return x * x; }
static int square_int(int x) { return x * x; }

#define name(e) _Generic((e), _Bool: "bool", char: "char", signed char: "schar", unsigned char: "uchar", short: "short", \
    unsigned short: "ushort", int: "int", unsigned: "uint", long: "long", unsigned long: "ulong", long long: "llong", \
    unsigned long long: "ullong", __int128: "int128", char *: "char *", const char *: "const char *", void *: "void *", \
    const void *: "const void *", int *: "int *", const int *: "const int *", volatile int *: "volatile int *", \
    int (*)(void): "function", int (*)[3]: "array *", struct s: "struct", struct s *: "struct *", union u: "union", \
    default: "other")
#define square(x) _Generic((x), long: square_long, default: square_int)(x)
/* The kernel's way to take signed and unsigned forms at once, and to drop qualifiers. */
#define unsigned_scalar(x) _Generic((x), unsigned char: 1, unsigned short: 1, unsigned: 1, unsigned long: 1, default: 0)
#define unqual(x) __typeof__(_Generic((x), char: (char) 0, signed char: (signed char) 0, int: (int) 0, default: (x)))
/* Nested, in another's association. */
#define nested(x) _Generic((x), int: _Generic((x), int: "int, int", default: "int, other"), default: "other")

int main(void)
{
    char c = 0; signed char sc = 0; unsigned char uc = 0; short h = 0; unsigned short uh = 0; _Bool b = 0;
    int i = 2; unsigned u = 0; long l = 3; unsigned long ul = 0; long long ll = 0; unsigned long long ull = 0;
    const int ci = 1; volatile int vi = 1; const volatile long cvl = 4;
    int array[3]; const int carray[2] = { 1, 2 };
    const char *ccp = ""; void *vp = 0; const void *cvp = 0;
    enum small e = A;
    struct s s = { 1 }; const struct s cs = { 2 };
    union u un = { 1 };
    struct { unsigned u3 : 3; unsigned u32 : 32; _Bool b1 : 1; } bits = { 1, 2, 1 };

    printf("%s %s %s %s %s %s\n", name(c), name(sc), name(uc), name(h), name(uh), name(b));
    printf("%s %s %s %s %s %s\n", name(i), name(u), name(l), name(ul), name(ll), name(ull));
    printf("%s %s %s %s\n", name(ci), name(vi), name(cvl), name((__int128) 1));
    printf("%s %s %s %s\n", name(array), name(carray), name(&array), name("text"));
    printf("%s %s %s %s %s\n", name(ccp), name(vp), name(cvp), name(&ci), name(&vi));
    printf("%s %s %s %s\n", name(e), name(A), name(call), name(&call));
    printf("%s %s %s %s\n", name(s), name(cs), name(&s), name(un));
    printf("%s %s %s\n", name(c + c), name('x'), name(1 ? c : h));
    printf("%s %s\n", name(bits.u32), name(bits.b1));
    printf("%s %s\n", name(0 ? vp : &i), name(0 ? (void *) 0 : &i));
    printf("%ld %d\n", square(5L), square(6));
    printf("%d%d%d\n", unsigned_scalar(u), unsigned_scalar(i), unsigned_scalar(uc));
    unqual(ci) writable = ci;
    writable++;
    printf("%d %s\n", writable, name(&writable));
    printf("%s %s\n", nested(1), nested(1L));
    /* An lvalue stays one. */
    _Generic(i, int: i, default: writable) = 77;
    printf("%d %d\n", i, writable);
    printf("%d\n", _Generic(call(), int: 5, default: call()));
    printf("%d\n", _Generic(l, int: call(), long: call() + call(), default: call()));
    printf("%d\n", calls);
    /* What is not chosen has to be valid, but need not link. */
    extern int not_there(void);
    printf("%d\n", _Generic(i, long: not_there(), default: 1));
    return 0;
}
