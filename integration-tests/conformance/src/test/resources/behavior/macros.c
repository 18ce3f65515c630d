/* What kernel macros do: # and ##, variadic with nothing, counters, stringified arguments, recursion, selection by count. */
#include <stdio.h>

#define debug(fmt, ...) printf("[" fmt "]\n", ##__VA_ARGS__)
#define named(fmt, args...) printf(fmt "\n" , ## args)
#define only(...) printf("only " __VA_ARGS__)
#define va_opt(f, ...) f(0 __VA_OPT__(,) __VA_ARGS__)
#define str_(x...) #x
#define str(x...) str_(x)
#define paste_(a, b) a##b
#define paste(a, b) paste_(a, b)
#define unique(x) paste(x, __COUNTER__)
#define COUNT_(_0, _1, _2, _3, n, X...) n
#define COUNT(X...) COUNT_(, ##X, 3, 2, 1, 0)
#define CONCAT(f, X...) paste(f, COUNT(X))(X)
#define f1(a) (a)
#define f2(a, b) ((a) * 10 + (b))
#define f3(a, b, c) (f2(a, b) * 10 + (c))
/* The kernel's IS_ENABLED(). */
#define ARG_PLACEHOLDER_1 0,
#define take_second(ignored, val, ...) val
#define is_defined__(junk) take_second(junk 1, 0)
#define is_defined_(val) is_defined__(ARG_PLACEHOLDER_##val)
#define is_defined(x) is_defined_(x)
#define CONFIG_A 1
#define EMPTY
#define LPAREN (
#define indirect(x) x
#define list(X) X(one) X(two) X(three)
#define as_enum(n) N_##n,
#define as_name(n) #n,
enum { list(as_enum) N_LAST };
static const char *const names[] = { list(as_name) };

static int args0(int a) { return a; }
static int args(int a, ...) { return a + 100; }
static int add(int a, int b) { return a + b; }

int main(void)
{
    int self = 5, unique(v) = 1, unique(v) = 2;
#define self self + 1

    debug("plain"); debug("%d", 1); debug("%d %s", 2, "x");
    named("plain"); named("%d %d", 3, 4); only("%d\n", 5); only(); printf("\n");
    printf("%d %d\n", va_opt(args0), va_opt(args, 1, 2));
    printf("%s|%s|%s|%s\n", str(a  b, "c\n" , '\''), str_(CONFIG_A), str(CONFIG_A), str( EMPTY ));
    printf("%d %d %d %d\n", COUNT(), COUNT(a), COUNT(a, b), COUNT(a, (b, c), d));
    printf("%d %d %d\n", CONCAT(f, 1), CONCAT(f, 1, 2), CONCAT(f, 1, 2, 3));
    printf("%d %d\n", is_defined(CONFIG_A), is_defined(CONFIG_B));
    printf("%d %d\n", self, indirect(indirect(self)));
    printf("%d %s\n", N_LAST, names[N_two]);
    printf("%d\n", add LPAREN 1, 2));
    printf("%s\n", str(paste(a, paste(b, c))));
    printf("%d %d\n", v0 + 0, v1);
    printf("%d %s\n", __LINE__, __FUNCTION__);
    printf("%s\n", str(__LINE__ L'x' u8"y" 1.0e+5 ->*));
#if defined(__has_attribute) && __has_attribute(__always_inline__) && __has_builtin(__builtin_expect) && __has_include(<stdio.h>)
    printf("has\n");
#endif
#if __has_include("not there.h") || !defined(__GNUC__) || (2 > 1 ? 0 : 1 / 0) || -1 > 0u == 0 || 'a' != 97
    printf("wrong\n");
#elif 1 || 1 / 0
    printf("right\n");
#endif
    return 0;
}
