// Facts about types that gcc and we must agree on: both have to accept every assertion.
typedef unsigned long size_t;
#define same(a, b) _Static_assert(__builtin_types_compatible_p(a, b), #a " is not " #b)
#define differ(a, b) _Static_assert(!__builtin_types_compatible_p(a, b), #a " is " #b)
#define is(e, t) _Static_assert(__builtin_types_compatible_p(__typeof__(e), t), #e " is not of type " #t)

// C11 6.3.1.1: integer promotions
char c; signed char sc; unsigned char uc; short s; unsigned short us; _Bool b; enum plain { A, B } e; enum neg { N = -1 } n;
unsigned u; long l; unsigned long ul; long long ll; unsigned long long ull; __int128 q; unsigned __int128 uq;
struct bits { unsigned u3 : 3; unsigned u32 : 32; int i5 : 5; long l40 : 40; _Bool b1 : 1; enum plain e2 : 2; } bits;
is(+c, int); is(+sc, int); is(+uc, int); is(+s, int); is(+us, int); is(+b, int);
is(+e, unsigned); is(+n, int);
is(+bits.u3, int); is(+bits.u32, unsigned); is(+bits.i5, int); is(+bits.b1, int); is(+bits.e2, int);
is(bits.u3 + 1u, unsigned); is(A, int); is(-bits.u3, int);

// C11 6.3.1.8: usual arithmetic conversions
is(u + 1, unsigned); is(l + u, long); is(ul + l, unsigned long); is(ll + ul, unsigned long long);
is(l + ll, long long); is(q + ull, __int128); is(uq + 1, unsigned __int128); is(c + 1.0f, float); is(1.0f + 1.0, double);
is(1.0L + l, long double); is(s << 1L, int); is(ul >> 3, unsigned long); is(c == 2, int); is(!l, int);

// C11 6.4.4.1: integer constants
is(2147483647, int); is(2147483648, long); is(0x7fffffff, int); is(0x80000000, unsigned); is(0xffffffffffffffff, unsigned long);
is(1u, unsigned); is(1ll, long long); is(1ul, unsigned long); is('a', int); is(0b101, int); is(037777777777, unsigned);
_Static_assert('\377' == -1 && '\x41' == 'A' && 'ab' == 24930 && '\e' == 27, "characters");

// C11 6.5.15 and null pointer constants
int i, *ip; const int *cip; void *vp; const void *cvp; volatile int *vip; int (*fp)(int);
is(i ? ip : 0, int *); is(i ? ip : (void *)0, int *); is(i ? ip : vp, void *); is(i ? cip : ip, const int *);
is(i ? cip : vp, const void *); is(i ? cip : vip, const volatile int *); is(1 ? (int *)0 : (void *)((long)i * 0), void *);
is(1 ? (int *)0 : (void *)((long)3 * 0), int *); is(i ? 1 : 2l, long); is(i ?: 2l, long); is(i ? c : s, int);
#define is_constexpr(x) (sizeof(int) == sizeof(*(8 ? ((void *)((long)(x) * 0l)) : (int *)8)))
_Static_assert(is_constexpr(3), ""); _Static_assert(is_constexpr(sizeof(i) + 1), ""); _Static_assert(!is_constexpr(i), "");
_Static_assert(is_constexpr(A + 2 * 'x'), ""); _Static_assert(is_constexpr((int)1.5), ""); _Static_assert(!is_constexpr(i * 0), "");

// compatible types
same(int, signed); differ(int, unsigned); same(const int, int); differ(const int *, int *); differ(char, signed char);
differ(enum plain, enum neg); same(int[], int[5]); differ(int[4], int[5]); same(int(int), int(const int));
differ(long, long long); same(int (*)(), int (*)(long)); differ(int (*)(), int (*)(char)); same(int[2][3], int[2][3]);
differ(struct bits, struct { int x; });

int main(void);
// _Generic: lvalue conversion, decay, exact qualifiers
_Static_assert(_Generic((const int)0, int: 1, default: 0), ""); _Static_assert(_Generic(*cip, int: 1, default: 0), "");
_Static_assert(_Generic("x", char *: 1, default: 0), ""); _Static_assert(_Generic(cip, int *: 0, const int *: 1), "");
_Static_assert(_Generic(main, int (*)(void): 1, default: 0), ""); _Static_assert(_Generic(e, unsigned: 1, default: 0), "");
_Static_assert(_Generic(s, int: 0, short: 1), ""); _Static_assert(_Generic(bits.u32, unsigned: 1, default: 0), "");

// sizes, alignments, offsets
struct flex { int n; struct { short a, b; }; union { long l; char c[8]; } v; char tail[]; };
_Static_assert(sizeof(struct flex) == 16, ""); _Static_assert(__builtin_offsetof(struct flex, b) == 6, "");
_Static_assert(__builtin_offsetof(struct flex, v.c[3]) == 11, ""); _Static_assert(sizeof(void) == 1 && sizeof(main) == 1, "");
typedef int aligned_int __attribute__((aligned(16))); _Static_assert(_Alignof(aligned_int) == 16, "");
int counted[] = { [4] = 1, 2, [1 ... 2] = 3 }; _Static_assert(sizeof(counted) == 24, "");
char text[] = "a" "bc"; _Static_assert(sizeof(text) == 4 && sizeof("\0") == 2, "");
enum packed_enum { P = 200 } __attribute__((packed)); _Static_assert(sizeof(enum packed_enum) == 1, "");
enum wide { W = 0x100000000 }; _Static_assert(sizeof(enum wide) == 8, ""); is(W, enum wide);
typedef unsigned u128 __attribute__((mode(TI))); _Static_assert(sizeof(u128) == 16, "");
typedef int word __attribute__((__mode__(__word__))); _Static_assert(sizeof(word) == 8, "");
struct pk { char c; int i; } __attribute__((packed)); _Static_assert(sizeof(struct pk) == 5, "");

// choices
_Static_assert(__builtin_choose_expr(1, 3, i) == 3, "the other branch need not be constant");
_Static_assert(__builtin_constant_p(4 + 5) && !__builtin_constant_p(i), "");
_Static_assert(__builtin_ctzl(8) == 3 && __builtin_popcount(255) == 8 && __builtin_ffs(0) == 0, "");
_Static_assert(__builtin_bswap32(0x01020304) == 0x04030201 && __builtin_clz(1) == 31, "");
is(__builtin_expect(1, 0), long); is(__builtin_choose_expr(0, 1, "x"), char[2]);
int main(void) { is(({ 1L; }), long); __auto_type z = c; is(z, char); is(__func__, const char[5]); return 0; }

// vectors are aligned as they are large; _Alignof of one beyond 16 bytes gcc takes for 16 unless it has AVX, clang does not
typedef int v8si __attribute__((vector_size(32))); _Static_assert(__alignof__(v8si) == 32 && sizeof(v8si) == 32, "");
typedef char v64qi __attribute__((vector_size(64))); _Static_assert(__alignof__(v64qi) == 64, "");
struct with_vector { char c; v8si v; }; _Static_assert(sizeof(struct with_vector) == 64 && __builtin_offsetof(struct with_vector, v) == 32, "");
