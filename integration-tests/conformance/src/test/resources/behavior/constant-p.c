/* __builtin_constant_p: at once where C wants a constant, after inlining elsewhere; it evaluates nothing. */
#include <stdio.h>

static int calls;
static int call(void) { return ++calls; }
int changeable = 4;
static const int fixed = 6;

/* At once. */
static int in_static = __builtin_constant_p(5) * 10 + __builtin_constant_p(changeable);
static char in_size[__builtin_constant_p(1) ? 3 : 4];
enum { IN_ENUM = __builtin_constant_p(sizeof(int)) };
_Static_assert(__builtin_constant_p("text") == 1, "a literal's address");
struct { int w : __builtin_constant_p(2) + 1; } in_width = { 1 };
static int in_choice = __builtin_choose_expr(__builtin_constant_p(3 * 4), 1, 2);

/* After inlining. */
static inline __attribute__((always_inline)) int known(int x) { return __builtin_constant_p(x); }
static inline __attribute__((always_inline)) int log2_of(unsigned long n)
{
    return __builtin_constant_p(n) ? (n < 2 ? 0 : 63 - __builtin_clzl(n)) : 1000;
}
static inline __attribute__((always_inline)) int through(int n) { int doubled = n * 2; return known(doubled); }
static inline __attribute__((always_inline)) int member(const struct { int a, b; } *s) { return 0; }
static __attribute__((noinline)) int not_inlined(int x) { return __builtin_constant_p(x); }

struct op { int kind, size; };
static inline __attribute__((always_inline)) int of_member(const struct op *o) { return __builtin_constant_p(o->kind); }

/* What is not taken must not be there after optimization. */
extern void not_there(void);

int main(int argc, char **argv)
{
    struct op op = { 3, argc };

    printf("%d %d %d %d %d\n", in_static, (int) sizeof(in_size), IN_ENUM, (int) in_width.w, in_choice);
    printf("%d %d %d\n", known(3), known(argc), known(call()) + 0 * calls);
    printf("%d %d %d\n", log2_of(4096), log2_of(argc), log2_of(1));
    printf("%d %d\n", through(3), through(argc));
    printf("%d %d\n", not_inlined(argc), __builtin_constant_p(argc ? 1 : 2));
    printf("%d\n", of_member(&op));
    calls = 0;
    printf("%d %d\n", __builtin_constant_p(call()), calls);
    printf("%d %d\n", __builtin_constant_p(calls++), calls);
    if (!known(17))
        not_there();
    if (__builtin_constant_p(argc))
        not_there();
    printf("%d %d\n", __builtin_constant_p(&changeable) & 0, __builtin_constant_p(1.5 * 2));
    printf("%d %d\n", __builtin_constant_p((void *) 0), __builtin_constant_p(-1 ? 4 : argc));
    (void) member;
    (void) fixed;
    (void) argv;
    return 0;
}
